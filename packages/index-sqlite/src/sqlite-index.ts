import { resolve } from 'node:path';
import type { IndexEngine } from '@footnote/index';
import { FollowingReader } from './reader/following-reader.ts';
import { SqliteIndexReader } from './reader/sqlite-index-reader.ts';
import { uploadsFolder } from './storage/index-directory.ts';
import { verifyIndex } from './verify/verify-index.ts';
import { openSqliteIndexWriter } from './writer/sqlite-index-writer.ts';

/** The index in a directory of this machine. Nothing is opened, nor made, before it is asked for. */
export function sqliteIndex(directory: string): IndexEngine {
  const location = resolve(directory);
  return {
    location,
    uploadsFolder: uploadsFolder(location),
    openReader: async ({ follow, ...options } = {}) =>
      follow ? new FollowingReader(location, options) : new SqliteIndexReader(location, options),
    openWriter: (options) => openSqliteIndexWriter(location, options),
    verify: async () => verifyIndex(location),
  };
}
