export type { ArticleFilter } from './article-filter.ts';
export { openFollowingReader, openIndexReader } from './following-reader.ts';
export { isIndexDirectory } from './index-directory.ts';
export { DAMAGED_INDEX_CODES } from './index-errors.ts';
export type {
  IndexReader,
  IndexStatus,
  Page,
  PageOf,
  PassageScore,
  ScoreOptions,
  StoredArticle,
  StoredPassage,
} from './index-reader.ts';
export type { IndexProgress, IndexReport } from './index-report.ts';
export { type IndexRoot, readIndexRoots } from './index-roots.ts';
export { createPassageCutter, type PassageCutter, type PassageCutterOptions } from './passage-cutter.ts';
export { type RemovalReport, type RemoveArticlesOptions, removeArticles } from './remove-articles.ts';
export { type RepairOptions, type RepairReport, repairIndex } from './repair-index.ts';
export type { ReaderOptions } from './sqlite-index-reader.ts';
export { type UpdateIndexOptions, updateIndex } from './update-index.ts';
export {
  type IndexPart,
  type IndexProblem,
  type ProblemCode,
  type Verification,
  verifyIndex,
} from './verify-index.ts';
export { type WatchOptions, watchIndex } from './watch-index.ts';
