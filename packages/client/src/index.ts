export type { AddArticlesOptions, ArticleFile } from './add-articles.ts';
export { FootnoteApiError } from './api-error.ts';
export type { AskOptions } from './ask.ts';
export type {
  Answer,
  Article,
  AskResult,
  AskStage,
  Citation,
  CitationCheck,
  IndexProgress,
  IndexReport,
  NoAnswer,
  Passage,
  Prose,
  RemovalReport,
  SearchHit,
  Writer,
} from './documents.ts';
export {
  createFootnoteClient,
  type FootnoteClient,
  type FootnoteClientOptions,
  type ProseOptions,
  type QuotedPlace,
  type SearchOptions,
  type SearchPage,
} from './footnote-client.ts';
export { graphql } from './graphql.ts';
