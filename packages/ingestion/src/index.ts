export { type Chunker, type ChunkerOptions, createChunker } from './chunker.ts';
export type { IndexProgress, IndexReport } from './index-report.ts';
export { type RemovalReport, type RemoveArticlesOptions, removeArticles } from './remove-articles.ts';
export { type RepairOptions, repairIndex } from './repair-index.ts';
export { type UpdateIndexOptions, updateIndex } from './update-index.ts';
export { type AddArticlesOptions, addArticles } from './uploads/add-articles.ts';
export { type AddOptions, openUploads, type Uploads, type UploadsOptions } from './uploads/open-uploads.ts';
export type { Upload } from './uploads/upload-batch.ts';
export { type WatchOptions, watchIndex } from './watch-index.ts';
