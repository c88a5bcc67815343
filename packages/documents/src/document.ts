import type { ArticleFields } from '@footnote/core';
import { FootnoteError } from '@footnote/core';

/** One file's bytes, to be read. */
export interface DocumentInput {
  readonly bytes: Uint8Array;
  /** `/`-separated path that the article's key is made of. */
  readonly keyPath: string;
}

/** A piece of text that a rule took out of what the file holds. */
export interface Removal {
  /** Name of the rule. */
  readonly rule: string;
  readonly text: string;
}

/** A line that gave no article. */
export interface SkippedLine {
  /** Counts from 1. */
  readonly line: number;
  readonly reason: string;
  /** Key of the article that it would give; null when that cannot be told. */
  readonly key: string | null;
}

/** What a file gave: usually one article, for JSONL one a line. */
export interface DocumentReading {
  readonly articles: readonly ArticleFields[];
  readonly skipped: readonly SkippedLine[];
  readonly warnings: readonly string[];
  readonly removals: readonly Removal[];
}

/** The error of a file that gives no article; the message is the reason that a person reads. */
export function unreadable(reason: string, cause?: unknown): FootnoteError {
  return new FootnoteError('UNREADABLE_DOCUMENT', reason, cause === undefined ? {} : { cause });
}
