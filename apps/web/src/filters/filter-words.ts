import type { Filter } from '../address/filter.ts';
import { dateInWords } from '../article/publication-date.ts';

/** Which articles a filter lets pass, in words: "articles of The Gazette, by A. Writer, of 2022". */
export function filterWords({ sources, authors, from, to }: Filter): string {
  const dates = datesInWords(from, to);
  const parts = [
    sources.length === 0 ? null : `of ${sources.join(' or ')}`,
    authors.length === 0 ? null : `by ${authors.join(' or ')}`,
    dates !== null && /^\d{4}$/.test(dates) ? `of ${dates}` : dates,
  ];
  return `articles ${parts.filter((part) => part !== null).join(', ')}`;
}

/** A year, "from 1 May 2022 to 3 June 2022", or one of the two; null where no date is asked for. */
export function datesInWords(from: string | null, to: string | null): string | null {
  const year = from?.slice(0, 4);
  if (year !== undefined && from === `${year}-01-01` && to === `${year}-12-31`) {
    return year;
  }
  if (from !== null && from === to) {
    return `of ${dateInWords(from)}`;
  }
  const parts = [from && `from ${dateInWords(from)}`, to && `to ${dateInWords(to)}`].filter(Boolean);
  return parts.length === 0 ? null : parts.join(' ');
}
