export { openFollowingReader, openIndexReader } from './reader/following-reader.ts';
export type { ReaderOptions } from './reader/sqlite-index-reader.ts';
export { ArticleCatalog } from './storage/article-catalog.ts';
export {
  type ArticleContents,
  type ArticleRow,
  articleContents,
  hasRightChecksum,
  parseArticleRow,
  type RawArticleRow,
} from './storage/article-rows.ts';
export { type Database, openForReading, openForWriting } from './storage/database.ts';
export { databasePath, graphFileName, isIndexDirectory, listGraphFiles } from './storage/index-directory.ts';
export { DAMAGED_INDEX_CODES, indexNotFound, translateIndexError } from './storage/index-errors.ts';
export { type IndexRoot, readIndexRoots } from './storage/index-roots.ts';
export { type Manifest, readManifest } from './storage/manifest.ts';
export { assertSameModel } from './storage/model-match.ts';
export { acquireWriterLock } from './storage/writer-lock.ts';
export {
  type IndexPart,
  type IndexProblem,
  type ProblemCode,
  type Verification,
  verifyIndex,
} from './verify/verify-index.ts';
export { type ArticleWriter, createArticleWriter, type SourceFileRecord } from './writer/article-writer.ts';
export { type IndexStore, withIndexStore } from './writer/index-store.ts';
export {
  countArticles,
  type SalvagedArticle,
  salvageArticles,
  salvageSourceFiles,
} from './writer/salvage.ts';
