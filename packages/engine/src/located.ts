import type { Answer, Citation, NoAnswer } from '@footnote/answering';
import type { StoredArticle, StoredPassage } from '@footnote/index';
import type { SearchHit } from '@footnote/retrieval';

/** A passage together with the very text that its offsets refer to: `article.text.slice(start, end) === text`. */
export interface LocatedPassage extends StoredPassage {
  readonly article: StoredArticle;
}

export interface LocatedHit extends Omit<SearchHit, 'passage'> {
  readonly passage: LocatedPassage;
}

export interface LocatedSearchPage {
  readonly edges: readonly { readonly cursor: string; readonly node: LocatedHit }[];
  readonly hasNextPage: boolean;
}

export interface LocatedCitation extends Omit<Citation, 'passage'> {
  readonly passage: LocatedPassage;
  readonly article: StoredArticle;
}

export interface LocatedAnswer extends Omit<Answer, 'citations' | 'evidence'> {
  readonly citations: readonly LocatedCitation[];
  readonly evidence: readonly LocatedHit[];
}

export interface LocatedNoAnswer extends Omit<NoAnswer, 'nearest'> {
  readonly nearest: readonly LocatedHit[];
}

export type LocatedAskResult = LocatedAnswer | LocatedNoAnswer;
