import type { Article, TextSpan } from '@footnote/core';
import type { Calibration } from './calibration.ts';

/** Where an article came from. */
export interface ArticleOrigin {
  /** The path that was given to be indexed. */
  readonly root: string;
  /** The file, links resolved. */
  readonly path: string;
}

/** What a writer knows of an article without reading its text. */
export interface IndexEntry extends ArticleOrigin {
  readonly key: string;
  readonly contentHash: string;
  /** Of the chunker that cut it into passages. */
  readonly chunkingVersion: number;
}

/** An article, cut and embedded. */
export interface NewArticle extends ArticleOrigin {
  readonly article: Article;
  readonly chunkingVersion: number;
  /** In order; between them is only white space. */
  readonly passages: readonly TextSpan[];
  /** One unit vector a passage, in order. */
  readonly vectors: readonly Float32Array[];
}

/** A file whose articles are all in the index, as they were when it had this hash. */
export interface SourceFileRecord extends ArticleOrigin {
  /** SHA-256 (hex) of the file. */
  readonly sha256: string;
  readonly readingVersion: number;
  readonly chunkingVersion: number;
}

/**
 * One change to an index. `put` adds an article or replaces the one of its key; `move` says that an unchanged article
 * now comes from elsewhere. When an article leaves a file (it is replaced from another, moved or removed), that
 * file's record is forgotten, so that the next run reads it again. A calibration takes the place of the one before.
 */
export type IndexChange =
  | { readonly kind: 'put'; readonly article: NewArticle }
  | { readonly kind: 'remove'; readonly key: string }
  | { readonly kind: 'move'; readonly key: string; readonly to: ArticleOrigin }
  | { readonly kind: 'saveFile'; readonly file: SourceFileRecord }
  | { readonly kind: 'forgetFile'; readonly path: string }
  | { readonly kind: 'calibrate'; readonly calibration: Calibration };

/** The one writer of an index; others wait or are refused. */
export interface IndexWriter {
  /** What the index holds now of the writer's share, in no order; of these keys only when they are given. */
  entries(keys?: readonly string[]): Promise<readonly IndexEntry[]>;
  /** Whether an article of this key belongs to the writer's share: without a share, every one does. */
  takes(key: string): boolean;
  /** Whether everything the file says is in the index: there is a record of it that equals this one. */
  isIndexed(record: SourceFileRecord): Promise<boolean>;
  /**
   * Makes the changes, in order. Each article is whole for readers at every moment, and what was applied stays
   * applied however the run ends; an engine with transactions makes all of them in one.
   */
  apply(changes: readonly IndexChange[]): Promise<void>;
  counts(): Promise<{ readonly articles: number; readonly passages: number }>;
  /**
   * Brings what is derived from the articles (a vector graph, say) in line with them. An index that lags behind
   * answers as well, only slower: the warning says what could not be done; null when all was.
   */
  finish(signal?: AbortSignal): Promise<string | null>;
  close(): Promise<void>;
}
