/** A sentence of prose: what it says is cut from the quotes that it numbers, but for words that join or attribute. */
export interface ProseSentence {
  readonly text: string;
  /** Of the citations whose quotes it is made of, in the order in which it says them. */
  readonly citationNumbers: readonly number[];
}

/**
 * Why there is no prose. NOTHING_TO_REWRITE: the quotes are one sentence that cannot be shortened, and the writer was
 * not asked. NOTHING_HELD: no sentence of the writer's holds. WRITER_UNREACHABLE: there was no connection, or it broke
 * off. WRITER_REFUSED: it answered with an error, or sent elsewhere. WRITER_TIMED_OUT: it took too long.
 * WRITER_REPLY_INVALID: what it sent is no answer in the form that it was asked for, or too long.
 */
export type NoProseReason =
  | 'NOTHING_TO_REWRITE'
  | 'NOTHING_HELD'
  | 'WRITER_UNREACHABLE'
  | 'WRITER_REFUSED'
  | 'WRITER_TIMED_OUT'
  | 'WRITER_REPLY_INVALID';

/** An answer as prose, to stand beside its quotes. */
export interface Prose {
  /** The sentences joined by a space; null where there is none. */
  readonly text: string | null;
  readonly sentences: readonly ProseSentence[];
  /** Sentences of the writer's that were left out: their quotes do not hold them, or they tell one side of a disagreement. */
  readonly dropped: number;
  /** Null where there is prose. */
  readonly reason: NoProseReason | null;
  readonly writer: WriterIdentity;
}

/** Who is sent questions and quotes. */
export interface WriterIdentity {
  /** Host and port of the endpoint. */
  readonly host: string;
  readonly model: string;
}
