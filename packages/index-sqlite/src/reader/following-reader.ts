import { statSync } from 'node:fs';
import { EMPTY_SEARCHER, type IndexReader, type IndexStatus, type Searcher } from '@footnote/index';
import { databasePath } from '../storage/index-directory.ts';
import { ifIndexFound, withIndexErrors } from '../storage/index-errors.ts';
import type { IndexStateOptions } from './index-state.ts';
import { SqliteIndexReader } from './sqlite-index-reader.ts';

/** Between two looks at whether the database is still the same file. */
const LOOK_MS = 250;

/**
 * Reads an index that need not be there: it is empty as long as there is none, reads one when it appears, and another
 * that takes its place.
 */
export class FollowingReader implements IndexReader {
  readonly isSnapshot = true;
  readonly #directory: string;
  readonly #options: IndexStateOptions;
  #reader: SqliteIndexReader | null = null;
  /** Device and inode of the database that is open. */
  #identity: string | null = null;
  #lookedAt = Number.NEGATIVE_INFINITY;
  #closing: Promise<unknown> = Promise.resolve();

  /** @throws FootnoteError as `IndexEngine.openReader` */
  constructor(directory: string, options: IndexStateOptions = {}) {
    this.#directory = directory;
    this.#options = options;
    this.#current();
  }

  async status(): Promise<IndexStatus> {
    const reader = this.#current();
    return reader?.status() ?? { articles: 0, passages: 0, model: null, bytes: 0, updatedAt: null };
  }

  async withSearcher<T>(use: (searcher: Searcher) => Promise<T>): Promise<T> {
    const reader = this.#current();
    return reader ? await reader.withSearcher(use) : await use(EMPTY_SEARCHER);
  }

  async close(): Promise<void> {
    await Promise.all([this.#closing, this.#reader?.close()]);
  }

  #current(): SqliteIndexReader | null {
    if (performance.now() - this.#lookedAt > LOOK_MS) this.#look();
    return this.#reader;
  }

  #look(): void {
    const path = databasePath(this.#directory);
    const identity = withIndexErrors(this.#directory, () => fileIdentity(path));
    if (identity !== this.#identity || identity === null) this.#open(identity);
    this.#lookedAt = performance.now();
  }

  #open(identity: string | null): void {
    const open = () => new SqliteIndexReader(this.#directory, this.#options);
    const next = ifIndexFound<SqliteIndexReader | null>(open, null);
    // Whoever still searches the one before holds it.
    this.#closing = Promise.all([this.#closing, this.#reader?.close()]);
    this.#reader = next;
    this.#identity = next ? identity : null;
  }
}

function fileIdentity(path: string): string | null {
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats ? `${stats.dev}:${stats.ino}` : null;
}
