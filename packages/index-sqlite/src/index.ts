export { sqliteIndex } from './sqlite-index.ts';
export { databasePath, graphFileName, isIndexDirectory, listGraphFiles } from './storage/index-directory.ts';
export { type IndexRoot, readIndexRoots } from './storage/index-roots.ts';
export {
  type PassageEmbedding,
  type RepairOptions,
  type RepairReport,
  repairIndex,
} from './verify/repair-index.ts';
export { verifyIndex } from './verify/verify-index.ts';
