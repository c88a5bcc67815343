import type { Citation } from '@footnote/answering';
import type { TextSpan } from '@footnote/core';
import { omissionsOf } from './omissions.ts';
import { type Standing, standingOf } from './standing.ts';
import { type Word, wordsOf } from './words.ts';

/** A quote with all that prose may do with it. */
export interface CitableQuote extends Standing {
  readonly citation: Citation;
  readonly words: readonly Word[];
  readonly omissions: readonly Omission[];
}

/** A part that may be left out: offsets into the quote, and the words from `from` up to `to`. */
export interface Omission extends TextSpan {
  readonly from: number;
  readonly to: number;
}

/** Characters; what is longer is a table or a list that no stop ends, and no sentence to be retold. */
const LONGEST_QUOTE = 1_000;

/** The quotes that prose may be made of: those that somebody speaks who is not named in them are not. */
export function citableQuotes(citations: readonly Citation[]): CitableQuote[] {
  return citations
    .filter(({ quote }) => quote.length <= LONGEST_QUOTE)
    .map((citation) => {
      const words = wordsOf(citation.quote);
      const omissions = omissionsOf(citation.quote).map((span) => withWords(span, words));
      return { citation, words, omissions, ...standingOf(citation) };
    })
    .filter(({ isSpoken, words }) => !isSpoken && words.length > 0);
}

function withWords(span: TextSpan, words: readonly Word[]): Omission {
  const before = (place: number) => words.filter(({ start }) => start < place).length;
  return { ...span, from: before(span.start), to: before(span.end) };
}

/** Whether a quote can be said only right after another: the sentence that stands before it in its article. */
export function explains(before: Citation, { citation }: CitableQuote): boolean {
  const sameArticle = before.passage.articleKey === citation.passage.articleKey;
  return sameArticle && before.end <= citation.start && before.quote === citation.contextBefore;
}
