import { articleHeading, searchTerms } from '@footnote/core';
import { stemmer } from 'stemmer';

/**
 * What the cluster's BM25 ranks a passage by: the porter stems of the terms of its article's heading and its text, parted by spaces. It
 * does not stem, so stems are what it gets, in a property of their own that it cuts at white space.
 */
export function searchText(article: Parameters<typeof articleHeading>[0], text: string): string {
  return [...stemsIn(articleHeading(article)), ...stemsIn(text)].join(' ');
}

/** The stems of a query's terms; what is no word of its own is left out, as no passage could hold it. */
export function queryStems(terms: readonly string[]): string[] {
  return terms
    .filter((term) => /[\p{L}\p{N}]/u.test(term))
    .map(stemsIn)
    .flatMap((stems) => (stems.length === 1 ? stems : []));
}

function stemsIn(text: string): string[] {
  return searchTerms(text).map(({ term }) => stemmer(term));
}
