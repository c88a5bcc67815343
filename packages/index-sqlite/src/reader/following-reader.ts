import { statSync } from 'node:fs';
import type { IndexReader } from '@footnote/index';
import { databasePath } from '../storage/index-directory.ts';
import { ifIndexFound, withIndexErrors } from '../storage/index-errors.ts';
import { EmptyIndexReader } from './empty-index-reader.ts';
import { type ReaderOptions, SqliteIndexReader } from './sqlite-index-reader.ts';

/** Between two looks at whether the database is still the same file. */
const LOOK_MS = 250;

/**
 * Opens an index for reading. The reader sees what writers commit from then on.
 * @throws FootnoteError `INDEX_NOT_FOUND`, `INDEX_PATH_INVALID`, `INDEX_UNREADABLE`, `INDEX_DAMAGED`,
 * `INDEX_FORMAT_TOO_NEW`, `INDEX_OTHER_MODEL`; its methods throw the last four too
 */
export function openIndexReader(directory: string, options: ReaderOptions = {}): IndexReader {
  return new SqliteIndexReader(directory, options);
}

/**
 * Opens an index for reading that need not be there: the reader is empty as long as there is none, reads one when
 * it appears, and another that takes its place.
 * @throws FootnoteError as `openIndexReader`, but for `INDEX_NOT_FOUND`
 */
export function openFollowingReader(directory: string, options: ReaderOptions = {}): IndexReader {
  const follower = new Follower(directory, options);
  follower.current();
  return {
    status: () => follower.current().status(),
    snapshot: (read) => follower.snapshot(read),
    article: (key) => follower.current().article(key),
    articles: (page) => follower.current().articles(page),
    countArticles: (filter) => follower.current().countArticles(filter),
    passages: (key, page) => follower.current().passages(key, page),
    passage: (id) => follower.current().passage(id),
    passageAt: (key, start) => follower.current().passageAt(key, start),
    lexicalScores: (terms, scoring) => follower.current().lexicalScores(terms, scoring),
    semanticScores: (vector, scoring) => follower.current().semanticScores(vector, scoring),
    similarities: (vector, ids) => follower.current().similarities(vector, ids),
    documentFrequency: (word) => follower.current().documentFrequency(word),
    close: () => follower.close(),
  };
}

class Follower {
  readonly #directory: string;
  readonly #options: ReaderOptions;
  #reader: IndexReader = new EmptyIndexReader();
  /** Device and inode of the database that is open. */
  #identity: string | null = null;
  #lookedAt = Number.NEGATIVE_INFINITY;
  #snapshots = 0;

  constructor(directory: string, options: ReaderOptions) {
    this.#directory = directory;
    this.#options = options;
  }

  current(): IndexReader {
    if (this.#snapshots === 0 && performance.now() - this.#lookedAt > LOOK_MS) this.#look();
    return this.#reader;
  }

  /** Within one, the reader stays the same. */
  snapshot<T>(read: () => T): T {
    const reader = this.current();
    this.#snapshots += 1;
    try {
      return reader.snapshot(read);
    } finally {
      this.#snapshots -= 1;
    }
  }

  close(): void {
    this.#reader.close();
  }

  #look(): void {
    const path = databasePath(this.#directory);
    const identity = withIndexErrors(this.#directory, () => fileIdentity(path));
    if (identity !== this.#identity || identity === null) this.#open(identity);
    this.#lookedAt = performance.now();
  }

  #open(identity: string | null): void {
    const next = this.#openReader();
    this.#reader.close();
    this.#reader = next;
    this.#identity = next instanceof EmptyIndexReader ? null : identity;
  }

  #openReader(): IndexReader {
    const open = () => new SqliteIndexReader(this.#directory, this.#options);
    return ifIndexFound<IndexReader>(open, new EmptyIndexReader());
  }
}

function fileIdentity(path: string): string | null {
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats ? `${stats.dev}:${stats.ino}` : null;
}
