export { type ArticleFacets, countFacets, type FacetCount } from './article-facets.ts';
export type { ArticleFilter } from './article-filter.ts';
export {
  type ArticleListPage,
  type ArticleListRequest,
  type ArticleOrder,
  compareListPositions,
  cutListPage,
  type ListPosition,
  listedText,
  listedTextPredicate,
  listPosition,
} from './article-list.ts';
export type { Calibration } from './calibration.ts';
export type { IndexEngine, OpenReaderOptions, OpenWriterOptions } from './index-engine.ts';
export type { IndexReader, IndexStatus } from './index-reader.ts';
export type {
  ArticleOrigin,
  IndexChange,
  IndexEntry,
  IndexWriter,
  NewArticle,
  SourceFileRecord,
} from './index-writer.ts';
export type { Page, PageOf } from './page.ts';
export type { Candidate, CandidateQuery, Searcher, WordCounts } from './searcher.ts';
export type { PassagePlace, StoredArticle, StoredPassage } from './stored-article.ts';
