import type { Citation } from '../graphql/ask-fields.ts';

/** The sentences on both sides of a quote; null where the article begins or ends, or they are not known. */
export interface QuoteContext {
  readonly before: string | null;
  readonly after: string | null;
}

/** More of a sentence than this, in UTF-16 code units, is cut: it is there to place the quote, not to be read first. */
const LONGEST = 280;

/** The sentence before a quote and the one after, from the passage that it stands in. */
export function quoteContext({
  passage,
  start,
  end,
}: Pick<Citation, 'passage' | 'start' | 'end'>): QuoteContext {
  const before = sentences(passage.text.slice(0, start - passage.start)).at(-1);
  const after = sentences(passage.text.slice(end - passage.start))[0];
  return {
    before: before === undefined ? null : endOf(before),
    after: after === undefined ? null : beginningOf(after),
  };
}

function sentences(text: string): string[] {
  const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });
  return [...segmenter.segment(text)].map(({ segment }) => segment.trim()).filter(Boolean);
}

function endOf(sentence: string): string {
  return sentence.length <= LONGEST ? sentence : `…${sentence.slice(-LONGEST).replace(/^\S*\s/, '')}`;
}

function beginningOf(sentence: string): string {
  return sentence.length <= LONGEST ? sentence : `${sentence.slice(0, LONGEST).replace(/\s\S*$/, '')}…`;
}
