import type { Filter } from '../address/filter.ts';

type Names = 'sources' | 'authors';

/** Whether a filter has chosen a source or an author; case makes no difference. */
export function isChosen(filter: Filter, kind: Names, value: string): boolean {
  return filter[kind].some((chosen) => isSame(chosen, value));
}

/** The filter with a source or an author chosen, or no longer chosen if it was. */
export function toggled(filter: Filter, kind: Names, value: string): Filter {
  const others = filter[kind].filter((chosen) => !isSame(chosen, value));
  return { ...filter, [kind]: isChosen(filter, kind, value) ? others : [...others, value] };
}

/** Whether a filter lets pass exactly the articles of a year, of all dates. */
export function isYearChosen(filter: Filter, year: string): boolean {
  return filter.from === `${year}-01-01` && filter.to === `${year}-12-31`;
}

/** The filter with the dates of a year, or with no dates if it had those. */
export function yearToggled(filter: Filter, year: string): Filter {
  return isYearChosen(filter, year)
    ? { ...filter, from: null, to: null }
    : { ...filter, from: `${year}-01-01`, to: `${year}-12-31` };
}

function isSame(a: string, b: string): boolean {
  return a.toLocaleLowerCase() === b.toLocaleLowerCase();
}
