import { FootnoteError } from '@footnote/core';
import type { IndexReader, IndexStatus, Searcher } from '@footnote/index';
import type { Statement } from 'better-sqlite3';
import { directorySize } from '../storage/index-directory.ts';
import { translateIndexError, withIndexErrors } from '../storage/index-errors.ts';
import { IndexState, type IndexStateOptions } from './index-state.ts';
import { SqliteSearcher } from './sqlite-searcher.ts';

/** Between two looks at the database for new commits, so that questions find the new vectors in memory. */
const FOLLOW_MS = 250;
/** Of which so many may go into linking passages to the graph. */
const FOLD_MS = 20;
/** A version held for longer is given to nobody else, so that each commit is seen soon however many ask. */
const SHARED_MS = 100;

/** Reads one index database. Whoever searches holds a read transaction, which several at once share. */
export class SqliteIndexReader implements IndexReader {
  readonly isSnapshot = true;
  readonly #state: IndexState;
  readonly #searcher: Searcher;
  readonly #beginning: Statement;
  readonly #committing: Statement;
  readonly #timer: NodeJS.Timeout;
  #holders = 0;
  #heldSince = 0;
  readonly #waiting: (() => void)[] = [];
  #closed = false;

  /** @throws FootnoteError as `IndexEngine.openReader` */
  constructor(directory: string, options: IndexStateOptions = {}) {
    this.#state = new IndexState(directory, options);
    this.#searcher = new SqliteSearcher(this.#state);
    this.#beginning = this.#state.database.prepare('BEGIN');
    this.#committing = this.#state.database.prepare('COMMIT');
    try {
      this.#begin();
      this.#end();
    } catch (error) {
      this.#state.database.close();
      throw error;
    }
    this.#timer = setInterval(() => this.#followQuietly(), FOLLOW_MS).unref();
  }

  async status(): Promise<IndexStatus> {
    return this.withSearcher(async () => {
      const { catalog, manifest, directory } = this.#state;
      return {
        articles: catalog.articles,
        passages: catalog.passages,
        model: manifest?.model ?? null,
        bytes: directorySize(directory),
        updatedAt: manifest?.updatedAt ?? null,
      };
    });
  }

  async withSearcher<T>(use: (searcher: Searcher) => Promise<T>): Promise<T> {
    while (this.#holders > 0 && performance.now() - this.#heldSince > SHARED_MS) await this.#allReleased();
    try {
      if (this.#holders === 0) this.#begin();
      this.#holders += 1;
      try {
        return await use(this.#searcher);
      } finally {
        this.#release();
      }
    } catch (error) {
      throw translateIndexError(this.#state.directory, error);
    }
  }

  /** Waits for those who search. */
  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    clearInterval(this.#timer);
    while (this.#holders > 0) await this.#allReleased();
    this.#state.database.close();
  }

  #begin(): void {
    withIndexErrors(this.#state.directory, () => {
      this.#beginning.run();
      try {
        this.#state.follow();
      } catch (error) {
        this.#end();
        throw error;
      }
      this.#heldSince = performance.now();
    });
  }

  #end(): void {
    this.#committing.run();
  }

  #release(): void {
    this.#holders -= 1;
    if (this.#holders > 0) return;
    this.#end();
    for (const resume of this.#waiting.splice(0)) resume();
  }

  #allReleased(): Promise<void> {
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  #followQuietly(): void {
    if (this.#holders > 0) return;
    try {
      this.#begin();
      this.#end();
      this.#state.fold(FOLD_MS);
    } catch (error) {
      // The next search meets the same error, and has someone to tell it to.
      if (!(error instanceof FootnoteError)) throw error;
    }
  }
}
