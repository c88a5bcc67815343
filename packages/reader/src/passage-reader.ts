import type { TextSpan } from '@footnote/core';
import type { StoredPassage } from '@footnote/index';

/** A sentence of a passage and the words in it that most probably answer. Offsets into the article's text. */
export interface ReadSentence extends TextSpan {
  /**
   * How much more the model believes that the answer lies in this sentence than that the passage does not hold it:
   * log odds of the answer's start, plus those of its end. Above 0, it takes it to be here. Comparable between
   * passages.
   */
  readonly margin: number;
  readonly answerSpan: TextSpan;
}

/** A passage as read for one question: its sentences in the order of the text. */
export interface PassageReading {
  readonly passage: StoredPassage;
  readonly sentences: readonly ReadSentence[];
}

/** Reads passages for the words that answer a question, outside the caller's event loop. */
export interface PassageReader {
  /** Name as people know it, and SHA-256 (hex) of the weights. */
  readonly model: { readonly id: string; readonly sha256: string };
  read(question: string, passage: StoredPassage, options?: { signal?: AbortSignal }): Promise<PassageReading>;
  close(): Promise<void>;
}
