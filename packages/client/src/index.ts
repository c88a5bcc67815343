export type { ResultOf, TadaDocumentNode, VariablesOf } from 'gql.tada';
export type { AddArticlesOptions, ArticleFile } from './add-articles.ts';
export { type ApiProblem, FootnoteApiError } from './api-error.ts';
export { type Article, articleFields } from './article-fields.ts';
export type { AskOptions } from './ask.ts';
export {
  type Answer,
  type AskResult,
  type AskStage,
  type Citation,
  type CitationCheck,
  type IndexProgress,
  type IndexReport,
  type NoAnswer,
  type Passage,
  type Prose,
  type RemovalReport,
  type SearchHit,
  type Writer,
  writerDocument,
} from './documents.ts';
export type { Endpoint } from './endpoint.ts';
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
export { type Operation, postOperation } from './post-operation.ts';
export { type Subscription, subscribe } from './subscribe.ts';
