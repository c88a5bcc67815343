import type { Answer, AskOptions, AskRequest, AskResult } from '@footnote/answering';
import type {
  ArticleFacets,
  ArticleFilter,
  ArticleListPage,
  ArticleListRequest,
  IndexStatus,
  Page,
  PageOf,
  PassagePlace,
  StoredArticle,
  StoredPassage,
} from '@footnote/index';
import type { SearchHit, SearchPage, SearchRequest } from '@footnote/retrieval';
import type { Prose, WriterIdentity } from '@footnote/writer';
import type { CitationClaim, CitationVerdict } from './check-citation.ts';

/** A quote that is said to stand in an article. */
export interface ArticleCitationClaim extends CitationClaim {
  readonly articleKey: string;
}

/**
 * Everything that answers: what every door (command line, API, tools) asks, and all that it needs. What one call gives
 * is of one version of the index: a quote and its article always fit.
 */
export interface Engine {
  /** @throws FootnoteError `BLANK_QUERY`, `QUERY_TOO_LONG`, `INVALID_FIRST`, `INVALID_CURSOR` */
  search(request: SearchRequest, options?: { signal?: AbortSignal | undefined }): Promise<SearchPage>;
  /** @throws FootnoteError `BLANK_QUESTION`, `QUESTION_TOO_LONG` */
  ask(request: AskRequest, options?: AskOptions): Promise<AskResult>;
  /** Who is sent the question and the quotes of an answer when its prose is asked for; null when nobody is. */
  writer(): Promise<WriterIdentity | null>;
  /** An answer as prose by the writer, beside its quotes; null without a writer. What the writer does wrong is in its `reason`. */
  prose(answer: Answer, options?: { signal?: AbortSignal | undefined }): Promise<Prose | null>;
  /** The articles of these keys, in the order given; null where the index does not hold one. */
  articlesByKey(keys: readonly string[]): Promise<readonly (StoredArticle | null)[]>;
  /** @throws FootnoteError `INVALID_FIRST`, `QUERY_TOO_LONG`, `INVALID_CURSOR` */
  articles(request: ArticleListRequest): Promise<ArticleListPage>;
  /** What the articles that pass the filter could be filtered by. */
  facets(filter?: ArticleFilter): Promise<ArticleFacets>;
  /**
   * The same page of the passages of each article, in the order of its text; null when the index does not hold it.
   * @throws FootnoteError `INVALID_CURSOR`
   */
  passages(articleKeys: readonly string[], page: Page): Promise<readonly (PageOf<StoredPassage> | null)[]>;
  /** The passages that begin at these places, in the order given; null where the index does not hold one. */
  passagesAt(places: readonly PassagePlace[]): Promise<readonly (StoredPassage | null)[]>;
  /**
   * The passages nearest in meaning to the one that begins there, without itself, best first; its copies last. Null
   * when the index does not hold it.
   * @throws FootnoteError `INVALID_FIRST`
   */
  similarPassages(
    place: PassagePlace,
    options?: { first?: number | undefined },
  ): Promise<readonly SearchHit[] | null>;
  /** Checks quotes against the texts of their articles, character by character, all in one version of the index. */
  checkCitations(claims: readonly ArticleCitationClaim[]): Promise<readonly CitationVerdict[]>;
  status(): Promise<IndexStatus>;
  /** Names what the index holds: another name after each commit. Null where it cannot be told. */
  version(): Promise<string | null>;
  /**
   * Keeps a threshold in the index, for all who ask it with the same models and set none themselves. Waits for another
   * writer to finish.
   * @throws FootnoteError as `IndexEngine.openWriter`
   */
  keepThreshold(threshold: number): Promise<void>;
  /** Starts the models' processes, which start with their first text, so that no question waits for them. */
  warmUp(): Promise<void>;
  /** Ends the models' processes and lets the index go. */
  close(): Promise<void>;
}
