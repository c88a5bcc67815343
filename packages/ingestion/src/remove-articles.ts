import { resolve } from 'node:path';
import {
  acquireWriterLock,
  type IndexStore,
  indexNotFound,
  openForReading,
  readManifest,
  translateIndexError,
  withIndexStore,
} from '@footnote/index-sqlite';

export interface RemoveArticlesOptions {
  readonly directory: string;
  readonly keys: readonly string[];
  /** Wait for another writer to finish instead of failing. */
  readonly wait?: boolean | undefined;
}

export interface RemovalReport {
  /** Keys of articles that were taken out. */
  readonly removed: readonly string[];
  /** Keys that no article has. */
  readonly missing: readonly string[];
  /** What else a person should know. */
  readonly warnings: readonly string[];
}

/**
 * Takes articles out of an index. An index run over their paths brings them back.
 * @throws FootnoteError `INDEX_NOT_FOUND`, `INDEX_LOCKED`, `INDEX_DAMAGED`, `INDEX_NOT_WRITABLE`, `INDEX_DISK_FULL`
 */
export async function removeArticles(options: RemoveArticlesOptions): Promise<RemovalReport> {
  const directory = resolve(options.directory);
  const { model } = existingManifest(directory);
  const lock = await acquireWriterLock(directory, { wait: options.wait });
  try {
    return await withIndexStore({ directory, model }, (store) => {
      const removed = removeKeys(store, options.keys);
      const missing = [...new Set(options.keys)].filter((key) => !removed.includes(key));
      const warning = removed.length > 0 ? store.saveGraph() : null;
      return { removed, missing, warnings: warning ? [warning] : [] };
    });
  } catch (error) {
    throw translateIndexError(directory, error);
  } finally {
    lock.release();
  }
}

function removeKeys(store: IndexStore, keys: readonly string[]): string[] {
  const removed: string[] = [];
  for (const key of keys) {
    const row = store.catalog.byKey(key);
    if (!row) continue;
    store.writer.commit(() => store.remove(row));
    removed.push(key);
  }
  return removed;
}

function existingManifest(directory: string) {
  const database = openForReading(directory);
  try {
    const manifest = readManifest(database, directory);
    if (!manifest) throw indexNotFound(directory);
    return manifest;
  } finally {
    database.close();
  }
}
