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
  RemovalReport,
  SearchHit,
} from './documents.ts';
export {
  createFootnoteClient,
  type FootnoteClient,
  type FootnoteClientOptions,
  type QuotedPlace,
  type SearchOptions,
  type SearchPage,
} from './footnote-client.ts';
export { graphql } from './graphql.ts';
