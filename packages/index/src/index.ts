export { type ArticleFacets, countFacets, type FacetCount, joinSpellings } from './article-facets.ts';
export type { ArticleFilter } from './article-filter.ts';
export {
  type ArticleListPage,
  type ArticleListRequest,
  type ArticleOrder,
  compareListPositions,
  cutListPage,
  type ListPosition,
  listCursor,
  listedText,
  listedTextPredicate,
  listPosition,
  listQueryWords,
  parseListCursor,
} from './article-list.ts';
export type { Calibration } from './calibration.ts';
export { DAMAGED_INDEX_CODES } from './damaged-index-codes.ts';
export { EMPTY_SEARCHER } from './empty-searcher.ts';
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
export { assertSameModel } from './model-match.ts';
export type { Page, PageOf } from './page.ts';
export { parsePassageCursor } from './passage-cursor.ts';
export { passagesFault } from './passage-faults.ts';
export type { Candidate, CandidateQuery, Searcher, WordCounts } from './searcher.ts';
export type { Share } from './share.ts';
export { type CountedWord, nearestSpelling, spellingDistance } from './spelling-distance.ts';
export type { PassagePlace, StoredArticle, StoredPassage } from './stored-article.ts';
export { checkQueryVector, vectorFault } from './vector-faults.ts';
export type { IndexProblem, ProblemCode, Verification } from './verification.ts';
