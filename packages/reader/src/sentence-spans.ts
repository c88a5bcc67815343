import type { TextSpan } from '@footnote/core';

/** What the model says of a passage, word by word: logits of an answer that begins or ends there. */
export interface WordLogits {
  readonly words: readonly TextSpan[];
  /** Logit of each word's first token as the start of the answer. */
  readonly starts: readonly number[];
  /** Logit of each word's last token as the end of the answer. */
  readonly ends: readonly number[];
  /** Start and end logit of "the passage does not hold it", added up. */
  readonly nothing: number;
}

export interface SentenceSpan {
  /** The sentence, as it was given. */
  readonly sentence: TextSpan;
  /** Of the spans within it, the one whose start and end logit add up to the most. */
  readonly answer: TextSpan;
  /**
   * Log odds that the answer starts anywhere in the sentence rather than at "not here", plus the same for its end. The
   * probabilities of all places in the sentence are added up before the logarithm, so that several overlapping spans
   * that are each fairly likely count together.
   */
  readonly margin: number;
}

/** Longest answer, in words. */
const LONGEST_ANSWER = 30;

/**
 * The best span of each sentence, in offsets of the text that words and sentences were found in. A sentence none of
 * whose words were read is left out.
 */
export function bestSpans(logits: WordLogits, sentences: readonly TextSpan[]): SentenceSpan[] {
  return sentences.flatMap((sentence) => {
    const within = wordsWithin(logits, sentence);
    if (within.words.length === 0) return [];
    const margin = logSumExp(within.starts) + logSumExp(within.ends) - logits.nothing;
    return [{ sentence, answer: bestSpan(within), margin }];
  });
}

function wordsWithin({ words, starts, ends, nothing }: WordLogits, { start, end }: TextSpan): WordLogits {
  const first = words.findIndex((word) => word.start >= start);
  if (first < 0) return { words: [], starts: [], ends: [], nothing };
  const after = words.findIndex((word) => word.end > end);
  const range = [first, after < 0 ? words.length : after] as const;
  return {
    words: words.slice(...range),
    starts: starts.slice(...range),
    ends: ends.slice(...range),
    nothing,
  };
}

function bestSpan({ words, starts, ends }: WordLogits): TextSpan {
  let best = { sum: Number.NEGATIVE_INFINITY, first: 0, last: 0 };
  for (let first = 0; first < words.length; first++) {
    for (let last = first; last < Math.min(words.length, first + LONGEST_ANSWER); last++) {
      const sum = (starts[first] as number) + (ends[last] as number);
      if (sum > best.sum) best = { sum, first, last };
    }
  }
  return { start: (words[best.first] as TextSpan).start, end: (words[best.last] as TextSpan).end };
}

/** log Σ exp(value), the largest taken out first so that nothing overflows. */
function logSumExp(values: readonly number[]): number {
  const largest = Math.max(...values);
  return largest + Math.log(values.reduce((sum, value) => sum + Math.exp(value - largest), 0));
}
