import type { Citation } from '../graphql/ask-fields.ts';

/** The sentences on both sides of a quote; null where the article begins or ends. */
export interface QuoteContext {
  readonly before: string | null;
  readonly after: string | null;
}

/** More of a sentence than this, in UTF-16 code units, is cut: it is there to place the quote, not to be read first. */
const LONGEST = 280;

/** The sentence before a quote and the one after, cut where they are long. */
export function quoteContext({ contextBefore, contextAfter }: Citation): QuoteContext {
  return {
    before: contextBefore === null ? null : endOf(contextBefore),
    after: contextAfter === null ? null : beginningOf(contextAfter),
  };
}

function endOf(sentence: string): string {
  return sentence.length <= LONGEST ? sentence : `…${sentence.slice(-LONGEST).replace(/^\S*\s/, '')}`;
}

function beginningOf(sentence: string): string {
  return sentence.length <= LONGEST ? sentence : `${sentence.slice(0, LONGEST).replace(/\s\S*$/, '')}…`;
}
