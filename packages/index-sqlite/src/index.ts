export { sqliteIndex } from './sqlite-index.ts';
export { databasePath, graphFileName, isIndexDirectory, listGraphFiles } from './storage/index-directory.ts';
export { DAMAGED_INDEX_CODES } from './storage/index-errors.ts';
export { type IndexRoot, readIndexRoots } from './storage/index-roots.ts';
export {
  type PassageEmbedding,
  type RepairOptions,
  type RepairReport,
  repairIndex,
} from './verify/repair-index.ts';
export type { IndexPart, IndexProblem, ProblemCode, Verification } from './verify/verification.ts';
export { verifyIndex } from './verify/verify-index.ts';
