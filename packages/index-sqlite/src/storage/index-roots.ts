import { type Database, openForReading } from './database.ts';
import { ifIndexFound } from './index-errors.ts';

/** A path that articles were indexed from, and the keys of those that came from it. */
export interface IndexRoot {
  /** Absolute, as it was given. */
  readonly path: string;
  readonly keys: readonly string[];
}

/**
 * Where an index took its articles from, in order of path; empty without an index.
 * @throws FootnoteError as `openForReading`, but for `INDEX_NOT_FOUND`
 */
export function readIndexRoots(directory: string): IndexRoot[] {
  return ifIndexFound(() => readRoots(openForReading(directory)), []);
}

function readRoots(database: Database): IndexRoot[] {
  try {
    const rows = database.prepare('SELECT root, key FROM article ORDER BY root, key').all();
    const keys = new Map<string, string[]>();
    for (const { root, key } of rows as { root: string; key: string }[]) {
      const rooted = keys.get(root);
      if (rooted) rooted.push(key);
      else keys.set(root, [key]);
    }
    return [...keys].map(([path, rooted]) => ({ path, keys: rooted }));
  } finally {
    database.close();
  }
}
