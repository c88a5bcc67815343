import type { TextSpan } from '@footnote/core';
import type { ArticleFilter, StoredPassage } from '@footnote/index';

import type { Respelling } from './respelling.ts';

export type SearchMode = 'HYBRID' | 'SEMANTIC' | 'LEXICAL';

/** One addend of a score. */
export interface ScorePart {
  readonly name: string;
  readonly value: number;
}

/** Why a passage has its score: `parts` add up to it. */
export interface ScoreExplanation {
  /** BM25, larger is better; null in semantic mode, and for a passage not among the best by words. */
  readonly lexical: number | null;
  /** Cosine similarity, -1 to 1; null in lexical mode. */
  readonly semantic: number | null;
  readonly parts: readonly ScorePart[];
}

export interface SearchHit {
  readonly passage: StoredPassage;
  /** Comparable within one result only: 0 to 1 in hybrid mode, BM25 or cosine in the others. */
  readonly score: number;
  readonly explanation: ScoreExplanation;
  /** The words of the query, or of the passage it resembles, where they stand in the passage, as offsets into the article's text. */
  readonly highlights: readonly TextSpan[];
}

export interface SearchRequest {
  readonly query: string;
  readonly mode?: SearchMode;
  /** 1 to 50. */
  readonly first?: number;
  /** `endCursor` of the page before. */
  readonly after?: string | undefined;
  readonly filter?: ArticleFilter | undefined;
}

export interface SearchPage {
  /** `cursor` is opaque; it marks the hit itself. */
  readonly edges: readonly { readonly cursor: string; readonly node: SearchHit }[];
  readonly hasNextPage: boolean;
  /** Words of the query that no article has, for which others were searched by words. */
  readonly respellings: readonly Respelling[];
}
