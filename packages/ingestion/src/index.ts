export { type Chunker, type ChunkerOptions, createChunker } from './chunker.ts';
export type { IndexProgress, IndexReport } from './index-report.ts';
export { type RemovalReport, type RemoveArticlesOptions, removeArticles } from './remove-articles.ts';
export { type RepairOptions, repairIndex } from './repair-index.ts';
export { type UpdateIndexOptions, updateIndex } from './update-index.ts';
export { type WatchOptions, watchIndex } from './watch-index.ts';
