import { resolve } from 'node:path';
import type { IndexEngine } from '@footnote/index';
import { openReaderHere } from './reader/open-reader-here.ts';
import { ThreadedReader } from './reader/thread/threaded-reader.ts';
import { uploadsFolder } from './storage/index-directory.ts';
import { openSqliteIndexWriter } from './writer/sqlite-index-writer.ts';

/** The index in a directory of this machine. Nothing is opened, nor made, before it is asked for. */
export function sqliteIndex(directory: string): IndexEngine {
  const location = resolve(directory);
  return {
    location,
    uploadsFolder: uploadsFolder(location),
    openReader: async ({ follow = false, ownThread, ...options } = {}) =>
      ownThread
        ? await ThreadedReader.open({ location, follow, options })
        : openReaderHere(location, { follow, ...options }),
    openWriter: (options) => openSqliteIndexWriter(location, options),
  };
}
