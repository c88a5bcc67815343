import type { Filter } from '../address/filter.ts';
import { dateInWords } from '../article/publication-date.ts';

/** Which articles a filter lets pass, in words: "articles of The Gazette, by A. Writer, from 1 May 2022 to 3 June 2022". */
export function filterWords({ sources, authors, from, to }: Filter): string {
  const parts = [
    sources.length === 0 ? null : `of ${sources.join(' or ')}`,
    authors.length === 0 ? null : `by ${authors.join(' or ')}`,
    from === null ? null : `from ${dateInWords(from)}`,
    to === null ? null : `to ${dateInWords(to)}`,
  ];
  return `articles ${parts.filter((part) => part !== null).join(', ')}`;
}
