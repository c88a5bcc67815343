import { segmentSentences } from '@footnote/core';

/** A sentence of an article with what a reader of the article knows when he comes to it. */
export interface QuoteInContext {
  readonly quote: string;
  /** The sentences before it that it leans on ("It", "The structure"), in order; empty when it stands alone. */
  readonly referents: readonly string[];
  /** The passage it stands in, and what comes right before that. */
  readonly surroundings: string;
  /** The article's title and first sentence. */
  readonly head: string;
  /** YYYY-MM-DD, null where it is not known. */
  readonly publishedAt: string | null;
  /** The words that answer; null without a reader. */
  readonly answer: string | null;
}

const LEANING =
  /^["“‘'(]*(?:it|he|she|they|this|that|these|those|its|his|her|their|there|both|one|another|such|him|them)\b/iu;
const POSSESSIVE = /^(?:[\p{L}\p{M}]+ ){0,4}(?:its|his|her|their|it|he|she|they|them|him)\b/iu;
/** "The structure is …": a thing named by its kind only. */
const KIND_ONLY =
  /^["“]?the (?:\p{Ll}+ )?\p{Ll}+ (?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|also|then|now|\p{Ll}+ed|\p{Ll}+s)\b/iu;
/** How many sentences back what a sentence leans on is looked for. */
const MOST_REFERENTS = 3;

export function opensWithPronoun(sentence: string): boolean {
  return LEANING.test(sentence);
}

/** Whether a sentence says only with those before it what it is about. */
export function leansOnAnother(sentence: string): boolean {
  return LEANING.test(sentence) || KIND_ONLY.test(sentence) || POSSESSIVE.test(sentence);
}

/**
 * The sentences before one that say what it is about: back to the first that stands alone, within its paragraph, and
 * no further than three.
 */
export function referentsOf(text: string, start: number): { start: number; end: number }[] {
  const paragraphStart = Math.max(0, lastBlankLine(text, start));
  const before = segmentSentences(text.slice(paragraphStart, start)).map((span) => ({
    start: paragraphStart + span.start,
    end: paragraphStart + span.end,
  }));
  const referents: { start: number; end: number }[] = [];
  let sentence = text.slice(start);
  while (referents.length < MOST_REFERENTS && leansOnAnother(sentence)) {
    const previous = before.pop();
    if (previous === undefined) break;
    referents.unshift(previous);
    sentence = text.slice(previous.start, previous.end);
  }
  return referents;
}

function lastBlankLine(text: string, start: number): number {
  const breaks = [...text.slice(0, start).matchAll(/\n\s*\n/gu)];
  const last = breaks.at(-1);
  return last === undefined ? 0 : last.index + last[0].length;
}
