import type { EmbeddingModelIdentity } from '@footnote/inference';
import type { Searcher } from './searcher.ts';

export interface IndexStatus {
  readonly articles: number;
  readonly passages: number;
  /** Null while nothing was ever indexed. */
  readonly model: EmbeddingModelIdentity | null;
  /** Size of the index on disk; null where the engine does not tell. */
  readonly bytes: number | null;
  /** ISO 8601 instant of the last commit; null while nothing was ever indexed. */
  readonly updatedAt: string | null;
}

/** Reads an index, and follows what writers commit. */
export interface IndexReader {
  /**
   * Whether a searcher sees a frozen state of the whole index. Where it does not (an engine of several machines has
   * none), each article that it reads is whole, and a passage and its article are of one version all the same.
   */
  readonly isSnapshot: boolean;
  status(): Promise<IndexStatus>;
  /**
   * Gives `use` a searcher. Its first call takes the newest version, which is held until `use` is done: be brief, as a
   * writer's commits are seen only once nobody holds an older version.
   */
  withSearcher<T>(use: (searcher: Searcher) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}
