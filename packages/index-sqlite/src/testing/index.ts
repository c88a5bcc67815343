/** What tests and measurements of other rooms look at inside an index directory. */
export { SqliteIndexReader } from '../reader/sqlite-index-reader.ts';
export { openForReading } from '../storage/database.ts';
export { readManifest } from '../storage/manifest.ts';
export { acquireWriterLock } from '../storage/writer-lock.ts';
