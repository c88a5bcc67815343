import type { ArticleFacets } from './article-facets.ts';
import type { ArticleFilter } from './article-filter.ts';
import type { ArticleListPage, ArticleListRequest } from './article-list.ts';
import type { Calibration } from './calibration.ts';
import type { Page, PageOf } from './page.ts';
import type { PassagePlace, StoredArticle, StoredPassage } from './stored-article.ts';

/**
 * What ranks the passages of an index: by words, by meaning, or both. One of the two at least is given.
 */
export interface CandidateQuery {
  /** Words as core's `searchTerms` makes them; null leaves the ranking by words out. */
  readonly terms: readonly string[] | null;
  /** A unit vector of the index's dimensions; null leaves the ranking by meaning out. */
  readonly vector: Float32Array | null;
  /** How deep each ranking is read. */
  readonly limit: number;
  /** Applied before ranking. */
  readonly filter?: ArticleFilter | undefined;
}

/** A passage among the best of a ranking, with all that ranking needs of it; its text is loaded for what is shown. */
export interface Candidate extends PassagePlace {
  /**
   * BM25 (k1 0.6, b 0.75) over the terms (`searchTerms`) of the article's heading (`articleHeading`) and the passage,
   * porter stems, larger is better; null when not among the best by words.
   */
  readonly lexical: number | null;
  /** Cosine, -1 to 1, given for every candidate of a query with a vector. */
  readonly semantic: number | null;
  /** Keys of the near-identical articles of the passage's article. */
  readonly duplicates: readonly string[];
}

/**
 * Reads one version of an index for as long as it is held: what one call names, the next one finds, word for word.
 */
export interface Searcher {
  /**
   * Names what is read: another name after each commit, and never one that was used before. Null where an engine
   * cannot tell.
   */
  version(): Promise<string | null>;
  /** The best of each ranking, in no order: a passage that both hold comes once. Ties: by article key, then start. */
  candidates(query: CandidateQuery): Promise<readonly Candidate[]>;
  /** The passages that begin at these places, in the order given; null where none does. */
  passagesAt(places: readonly PassagePlace[]): Promise<readonly (StoredPassage | null)[]>;
  /** The articles of these keys, in the order given; null where there is none. */
  articlesByKey(keys: readonly string[]): Promise<readonly (StoredArticle | null)[]>;
  /** @throws FootnoteError `INVALID_CURSOR` */
  articles(request: ArticleListRequest): Promise<ArticleListPage>;
  /** Number of articles that pass the filter. */
  countArticles(filter?: ArticleFilter): Promise<number>;
  /** What the articles that pass the filter could be filtered by. */
  facets(filter?: ArticleFilter): Promise<ArticleFacets>;
  /**
   * The same page of the passages of each article, in the order of its text; null where there is no such article.
   * @throws FootnoteError `INVALID_CURSOR`
   */
  passages(articleKeys: readonly string[], page: Page): Promise<readonly (PageOf<StoredPassage> | null)[]>;
  /** The unit vectors of the passages that begin at these places, in the order given; null where none does. */
  vectorsAt(places: readonly PassagePlace[]): Promise<readonly (Float32Array | null)[]>;
  /** In how many passages each word (its porter stem) stands, and how many passages there are. */
  wordCounts(words: readonly string[]): Promise<WordCounts>;
  /**
   * The word of the index, as its stem, that a word which no passage has is most likely misspelt from (`nearestSpelling`).
   * Null where a passage has the word or none is like it, and from an engine that cannot list its words.
   */
  nearestWord(word: string): Promise<string | null>;
  /** The threshold that was last fitted to this index; null where none was. */
  calibration(): Promise<Calibration | null>;
}

export interface WordCounts {
  readonly passages: number;
  /** One a word, in the order given. */
  readonly passagesWith: readonly number[];
}
