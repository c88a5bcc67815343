import type { Article } from '@footnote/core';

/** An article as the index holds it. */
export interface StoredArticle extends Article {
  /** Keys of the near-identical articles of the same story, in order of key; empty for most. */
  readonly duplicates: readonly string[];
}

/** What names a passage, in any engine and in any version of an index. */
export interface PassagePlace {
  readonly articleKey: string;
  /** Offset into the article's text, UTF-16 code units. */
  readonly start: number;
}

/**
 * A run of whole sentences of one article, with that article as it was in the same version of the index:
 * `article.text.slice(start, end) === text`.
 */
export interface StoredPassage extends PassagePlace {
  readonly end: number;
  readonly text: string;
  readonly article: StoredArticle;
}
