import type { TadaDocumentNode, VariablesOf } from 'gql.tada';
import { type AddArticlesOptions, type ArticleFile, addArticles } from './add-articles.ts';
import type { Article } from './article-fields.ts';
import { type AskOptions, ask } from './ask.ts';
import {
  type AskResult,
  articleDocument,
  type CitationCheck,
  type IndexReport,
  type Prose,
  proseDocument,
  type RemovalReport,
  removeArticlesDocument,
  type SearchHit,
  searchDocument,
  verifyDocument,
  type Writer,
  writerDocument,
} from './documents.ts';
import { endpointAt } from './endpoint.ts';
import { postOperation } from './post-operation.ts';

export interface FootnoteClientOptions {
  /** As `footnote serve` says it; that of `npm start` when absent. */
  readonly url?: string | undefined;
  /** Of a server that asks for one; sent with each request. */
  readonly token?: string | undefined;
  /** Sent with each request besides. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

export interface SearchOptions extends Omit<VariablesOf<typeof searchDocument>, 'query'> {
  readonly signal?: AbortSignal | undefined;
}

export interface ProseOptions extends Omit<VariablesOf<typeof proseDocument>, 'question'> {
  readonly signal?: AbortSignal | undefined;
}

/** A quote that is said to stand in an article: a Citation is one. */
export interface QuotedPlace {
  readonly article: { readonly id: string };
  readonly start: number;
  readonly end: number;
  readonly quote: string;
}

/** Footnote's API in a few lines. Every method throws FootnoteApiError, and the reason of a signal that is aborted. */
export interface FootnoteClient {
  /** Quotes that answer, or that the articles do not. */
  ask(question: string, options?: AskOptions): Promise<AskResult>;
  /**
   * The answer to a question as prose by a language model, to be shown beside its quotes and never instead; its reason is
   * set where there is none. After `ask` with the same question, history and filter nothing is read again. Null when the
   * server has no writer, or the articles do not answer.
   */
  prose(question: string, options?: ProseOptions): Promise<Prose | null>;
  /** Where question and quotes are sent when prose is asked for; null when nowhere. */
  writer(): Promise<Writer | null>;
  /** Passages, best first; `nextCursor`, as `after` of the same search, goes on. */
  search(query: string, options?: SearchOptions): Promise<SearchPage>;
  /** Null when the index does not hold it. */
  article(key: string): Promise<(Article & { readonly text: string }) | null>;
  /** Whether each quote stands where it is said to; 50 at most. */
  verify(citations: readonly QuotedPlace[]): Promise<readonly CitationCheck[]>;
  /**
   * Adds the articles of files, all of them or none, where the server takes any; what could not be read is told with
   * its reason. 50 files and 20 MiB at most at once.
   */
  addArticles(files: readonly ArticleFile[], options?: AddArticlesOptions): Promise<IndexReport>;
  /** Removes articles that were added; 50 at most. */
  removeArticles(keys: readonly string[]): Promise<RemovalReport>;
  /** Runs any document of `graphql()`, typed by the schema. */
  query<Result, Variables>(
    document: TadaDocumentNode<Result, Variables>,
    variables: Variables,
    signal?: AbortSignal,
  ): Promise<Result>;
}

export interface SearchPage {
  readonly hits: readonly SearchHit[];
  /** Null when there are no more. */
  readonly nextCursor: string | null;
}

export function createFootnoteClient({
  url = 'http://127.0.0.1:4000/graphql',
  token,
  headers = {},
}: FootnoteClientOptions = {}): FootnoteClient {
  // What was read of a file may end in a line break, which no header can carry.
  const authorization = token === undefined ? {} : { authorization: `Bearer ${token.trim()}` };
  const endpoint = endpointAt(url, { ...headers, ...authorization });
  const query: FootnoteClient['query'] = (document, variables, signal) =>
    postOperation(endpoint, { document, variables, signal });
  return {
    query,
    ask: (question, options = {}) => ask(endpoint, question, options),
    prose: async (question, { signal, ...options } = {}) => {
      const { ask: asked } = await query(proseDocument, { ...options, question }, signal);
      return asked.__typename === 'Answer' ? asked.prose : null;
    },
    writer: async () => (await query(writerDocument, {})).writer,
    search: async (text, { signal, ...options } = {}) => {
      const { search } = await query(searchDocument, { ...options, query: text }, signal);
      const { hasNextPage, endCursor } = search.pageInfo;
      return { hits: search.edges.map(({ node }) => node), nextCursor: hasNextPage ? endCursor : null };
    },
    addArticles: (files, options = {}) => addArticles(endpoint, files, options),
    removeArticles: async (keys) => (await query(removeArticlesDocument, { keys: [...keys] })).removeArticles,
    article: async (key) => (await query(articleDocument, { key })).article,
    verify: async (citations) => {
      const places = citations.map(({ article, start, end, quote }) => {
        return { articleId: article.id, start, end, quote };
      });
      return (await query(verifyDocument, { citations: places })).verifyCitations;
    },
  };
}
