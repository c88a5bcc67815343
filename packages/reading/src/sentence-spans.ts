import type { TextSpan } from '@footnote/documents';

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
  readonly answer: TextSpan;
  /** Logits of the span's start and end, less those of "not here". */
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
    const best = bestSpanWithin(logits, sentence);
    return best === null ? [] : [{ sentence, ...best }];
  });
}

function bestSpanWithin(logits: WordLogits, sentence: TextSpan): Omit<SentenceSpan, 'sentence'> | null {
  const { words, starts, ends, nothing } = logits;
  const first = words.findIndex((word) => word.start >= sentence.start);
  let best: Omit<SentenceSpan, 'sentence'> | null = null;
  for (let i = first; i >= 0 && i < words.length && (words[i] as TextSpan).end <= sentence.end; i++) {
    for (let j = i; j < words.length && j < i + LONGEST_ANSWER; j++) {
      const [from, to] = [words[i] as TextSpan, words[j] as TextSpan];
      if (to.end > sentence.end) break;
      const margin = (starts[i] as number) + (ends[j] as number) - nothing;
      if (best === null || margin > best.margin)
        best = { answer: { start: from.start, end: to.end }, margin };
    }
  }
  return best;
}
