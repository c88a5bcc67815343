import type { TextSpan } from '@footnote/core';

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

/** A stretch of an article's text that begins at `start`. */
export interface ReadablePassage {
  /** Offset into the article's text, UTF-16 code units. */
  readonly start: number;
  readonly text: string;
  /** What says what the stretch is about, as its article's title: read with it, but no answer is looked for there. */
  readonly context?: string | undefined;
}

/** A passage as read for one question: its sentences in the order of the text. */
export interface PassageReading {
  readonly sentences: readonly ReadSentence[];
}

/** Reads passages for the words that answer a question, outside the caller's event loop. */
export interface PassageReader {
  /** Name as people know it, and SHA-256 (hex) of the weights. */
  readonly model: { readonly id: string; readonly sha256: string };
  read(
    question: string,
    passage: ReadablePassage,
    options?: { signal?: AbortSignal | undefined },
  ): Promise<PassageReading>;
  /** Starts all that reads, so that no question waits for it. */
  warmUp(): Promise<void>;
  close(): Promise<void>;
}
