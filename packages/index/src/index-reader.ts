import type { Article } from '@footnote/core';
import type { EmbeddingModelIdentity } from '@footnote/inference';
import type { ArticleFilter } from './article-filter.ts';

/** An article as the index holds it. */
export interface StoredArticle extends Article {
  /** Keys of the near-identical articles of the same story, in order of key; empty for most. */
  readonly duplicates: readonly string[];
}

/** A run of whole sentences of one article: `article.text.slice(start, end) === text`. */
export interface StoredPassage {
  /** Row id: stands for this passage within one open index only, never outside the process. */
  readonly id: number;
  readonly articleKey: string;
  /** 0 for an article's first passage. */
  readonly ordinal: number;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export interface PassageScore {
  readonly passageId: number;
  readonly score: number;
}

export interface IndexStatus {
  readonly articles: number;
  readonly passages: number;
  /** Null while nothing was ever indexed. */
  readonly model: EmbeddingModelIdentity | null;
  /** Size of the index directory. */
  readonly bytes: number;
  /** ISO 8601 instant of the last commit; null while nothing was ever indexed. */
  readonly updatedAt: string | null;
}

export interface Page {
  /** 1 to 50. */
  readonly first: number;
  /** The `cursor` of the last item of the page before. */
  readonly after?: string | undefined;
}

export interface PageOf<T> {
  readonly items: readonly { readonly cursor: string; readonly item: T }[];
  readonly hasNextPage: boolean;
}

/**
 * Reads one index directory, and follows what writers commit. Every method sees whole articles only; `snapshot`
 * makes several calls see the same state.
 */
export interface IndexReader {
  status(): IndexStatus;
  /** Runs `read` (synchronous) in one read transaction. */
  snapshot<T>(read: () => T): T;
  article(key: string): StoredArticle | null;
  /** In order of key. */
  articles(page: Page & { readonly filter?: ArticleFilter | undefined }): PageOf<StoredArticle>;
  /** Number of articles that pass the filter. */
  countArticles(filter?: ArticleFilter): number;
  /**
   * In the order of the text.
   * @throws FootnoteError `INVALID_CURSOR`
   */
  passages(articleKey: string, page: Page): PageOf<StoredPassage>;
  passage(id: number): StoredPassage | null;
  /** The passage of that article that begins at `start`. */
  passageAt(articleKey: string, start: number): StoredPassage | null;
  /**
   * BM25 (FTS5, porter stems, title and text) of the passages that hold any of the terms; larger is better. Best
   * first, ties by article key, then start. Terms are plain words, quoted here.
   */
  lexicalScores(terms: readonly string[], options: ScoreOptions): readonly PassageScore[];
  /** Cosine with a unit vector of the index's dimensions. Best first, ties by article key, then start. */
  semanticScores(vector: Float32Array, options: ScoreOptions): readonly PassageScore[];
  /** Cosine of given passages, in the order given. */
  similarities(vector: Float32Array, passageIds: readonly number[]): readonly number[];
  /** In how many passages the word (its porter stem) stands. */
  documentFrequency(word: string): number;
  close(): void;
}

export interface ScoreOptions {
  /** How many at most. */
  readonly limit: number;
  readonly filter?: ArticleFilter | undefined;
}
