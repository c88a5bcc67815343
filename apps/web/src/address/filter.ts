/** Which articles take part in a question; empty lists and nulls let every article pass. */
export interface Filter {
  readonly sources: readonly string[];
  readonly authors: readonly string[];
  /** ISO calendar dates, each day included. */
  readonly from: string | null;
  readonly to: string | null;
}

export const NO_FILTER: Filter = { sources: [], authors: [], from: null, to: null };

export function isFiltering(filter: Filter): boolean {
  return filter.sources.length > 0 || filter.authors.length > 0 || filter.from !== null || filter.to !== null;
}

/** The filter as the API takes it; null where every article passes. */
export function apiFilter(filter: Filter) {
  if (!isFiltering(filter)) {
    return null;
  }
  return {
    sources: filter.sources.length > 0 ? [...filter.sources] : null,
    authors: filter.authors.length > 0 ? [...filter.authors] : null,
    publishedFrom: filter.from,
    publishedTo: filter.to,
  };
}

/** Reads `source` and `author` (any number of each), `from` and `to`; a date that is none is taken as not given. */
export function readFilter(parameters: URLSearchParams): Filter {
  return {
    sources: parameters.getAll('source').filter(Boolean),
    authors: parameters.getAll('author').filter(Boolean),
    from: readDate(parameters.get('from')),
    to: readDate(parameters.get('to')),
  };
}

export function writeFilter(filter: Filter, parameters: URLSearchParams): void {
  for (const source of filter.sources) parameters.append('source', source);
  for (const author of filter.authors) parameters.append('author', author);
  if (filter.from !== null) parameters.set('from', filter.from);
  if (filter.to !== null) parameters.set('to', filter.to);
}

function readDate(value: string | null): string | null {
  if (value === null || !/^\d{4}-\d{2}-\d{2}$/.test(value)) {
    return null;
  }
  const date = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value) ? value : null;
}
