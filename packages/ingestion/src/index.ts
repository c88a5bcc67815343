export { createPassageCutter, type PassageCutter, type PassageCutterOptions } from './passage-cutter.ts';
export { type RemovalReport, type RemoveArticlesOptions, removeArticles } from './remove-articles.ts';
export { type RepairOptions, type RepairReport, repairIndex } from './repair-index.ts';
export { type UpdateIndexOptions, updateIndex } from './update-index.ts';
export { type WatchOptions, watchIndex } from './watch-index.ts';
