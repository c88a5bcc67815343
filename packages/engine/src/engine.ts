import type { AskOptions, AskRequest, AskResult } from '@footnote/answering';
import type {
  ArticleFilter,
  IndexStatus,
  Page,
  PageOf,
  PassagePlace,
  StoredArticle,
  StoredPassage,
} from '@footnote/index';
import type { SearchPage, SearchRequest } from '@footnote/retrieval';
import type { CitationClaim, CitationVerdict } from './check-citation.ts';

/**
 * Everything that answers: what every door (command line, API, tools) asks, and all that it needs. What one call gives
 * is of one version of the index: a quote and its article always fit.
 */
export interface Engine {
  /** @throws FootnoteError `BLANK_QUERY`, `QUERY_TOO_LONG`, `INVALID_FIRST`, `INVALID_CURSOR` */
  search(request: SearchRequest, options?: { signal?: AbortSignal | undefined }): Promise<SearchPage>;
  /** @throws FootnoteError `BLANK_QUESTION`, `QUESTION_TOO_LONG` */
  ask(request: AskRequest, options?: AskOptions): Promise<AskResult>;
  /** Null when the index does not hold it. */
  article(key: string): Promise<StoredArticle | null>;
  /** In the order of the keys; null where the index does not hold one. */
  articlesByKey(keys: readonly string[]): Promise<readonly (StoredArticle | null)[]>;
  /** In order of key. */
  articles(page: Page & { readonly filter?: ArticleFilter | undefined }): Promise<PageOf<StoredArticle>>;
  /**
   * The passages of one article, in the order of the text; null when the index does not hold it.
   * @throws FootnoteError `INVALID_CURSOR`
   */
  passages(articleKey: string, page: Page): Promise<PageOf<StoredPassage> | null>;
  /** The passage that begins there; null when the index does not hold it. */
  passage(place: PassagePlace): Promise<StoredPassage | null>;
  /** Checks a quote against the text of the article, character by character. */
  checkCitation(claim: CitationClaim & { readonly articleKey: string }): Promise<CitationVerdict>;
  status(): Promise<IndexStatus>;
  /** Starts the models' processes, which start with their first text, so that no question waits for them. */
  warmUp(): Promise<void>;
  /** Ends the models' processes and lets the index go. */
  close(): Promise<void>;
}
