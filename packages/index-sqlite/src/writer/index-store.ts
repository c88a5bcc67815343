import { minHashSignature, searchTermsVersion, tellSameStory } from '@footnote/core';
import { assertSameModel, type NewArticle, type SourceFileRecord } from '@footnote/index';
import type { EmbeddingModelIdentity } from '@footnote/inference';
import type { Statement } from 'better-sqlite3';
import { ArticleCatalog } from '../storage/article-catalog.ts';
import {
  type ArticleContents,
  type ArticleRow,
  articleContents,
  hasRightChecksum,
  parseArticleRow,
  type RawArticleRow,
  type RawSourceFile,
} from '../storage/article-rows.ts';
import { type Database, openForWriting } from '../storage/database.ts';
import { readManifest } from '../storage/manifest.ts';
import { syncGraph } from '../vectors/graph-builder.ts';
import { type ArticleWriter, createArticleWriter } from './article-writer.ts';
import { DuplicateFinder } from './duplicate-finder.ts';

/** A reader holds a version for a few milliseconds. */
const CHECKPOINT_WAIT_MS = 250;

export interface IndexStoreOptions {
  readonly directory: string;
  readonly model: EmbeddingModelIdentity;
}

/**
 * Opens an index for its one writer, who holds the lock, and closes it whatever becomes of `use`.
 * @throws FootnoteError `INDEX_OTHER_MODEL`, and as `openForWriting`; errors of SQLite and of `use` as they are
 */
export async function withIndexStore<Result>(
  options: IndexStoreOptions,
  use: (store: IndexStore) => Result | Promise<Result>,
): Promise<Result> {
  const store = new IndexStore(options);
  let result: Result;
  try {
    result = await use(store);
  } catch (error) {
    store.database.close();
    throw error;
  }
  store.close();
  return result;
}

/** An index as its one writer sees it. */
export class IndexStore {
  readonly database: Database;
  readonly writer: ArticleWriter;
  readonly catalog = new ArticleCatalog();
  readonly contents: ArticleContents;
  readonly #directory: string;
  readonly #findFile: Statement<unknown[]>;
  #duplicates: DuplicateFinder | undefined;

  constructor({ directory, model }: IndexStoreOptions) {
    this.#directory = directory;
    this.database = openForWriting(directory);
    try {
      const manifest = readManifest(this.database, directory);
      if (manifest) assertSameModel(manifest.model, model, directory);
      this.writer = createArticleWriter(this.database, { directory, model });
      this.contents = articleContents(this.database, directory);
      this.#findFile = this.database.prepare('SELECT * FROM source_file WHERE root = ? AND path = ?');
      const rows = this.database.prepare('SELECT * FROM article ORDER BY id').iterate();
      for (const row of rows) this.catalog.add(parseArticleRow(row as RawArticleRow, directory));
      if (manifest && manifest.searchTerms !== searchTermsVersion()) this.#renewTerms();
    } catch (error) {
      this.database.close();
      throw error;
    }
  }

  /** Adds an article, or puts it in the place of the one of its key. Within `writer.commit`. */
  put(added: NewArticle): void {
    const before = this.catalog.byKey(added.article.key);
    if (before) this.#takeOut(before);
    if (before && before.path !== added.path) this.writer.forgetPath(before.path);
    const { text } = added.article;
    const signature = minHashSignature(text);
    const duplicates = this.#finder()
      .find(signature)
      .filter((other) => tellSameStory(text, this.contents.text(other)))
      .map(({ id }) => id);
    const row = this.writer.add({ ...added, signature, duplicates });
    this.catalog.add(row);
    this.#finder().add(row);
  }

  /** Its file is read again by the next run over its path. Within `writer.commit`. */
  remove(row: ArticleRow): void {
    this.#takeOut(row);
    this.writer.forgetPath(row.path);
  }

  /** Within `writer.commit`. */
  move(row: ArticleRow, to: { root: string; path: string }): void {
    this.catalog.add(this.writer.move(row, to));
    if (row.path !== to.path) this.writer.forgetPath(row.path);
  }

  /** Brings the graph file in line with the database. Returns a warning when that failed. */
  saveGraph(signal?: AbortSignal): string | null {
    return syncGraph({
      directory: this.#directory,
      writer: this.writer,
      rows: this.catalog.rows,
      readVectors: (row) => this.contents.vectors(row),
      signal,
    });
  }

  /** Whether there is a whole record of the file that equals this one. */
  isIndexed(record: SourceFileRecord): boolean {
    const row = this.#findFile.get(record.root, record.path) as RawSourceFile | undefined;
    return (
      row !== undefined &&
      hasRightChecksum(row) &&
      row.sha256 === record.sha256 &&
      row.reading_version === record.readingVersion &&
      row.cutting_version === record.chunkingVersion
    );
  }

  /**
   * Readers go on with the log; what they do not need is taken out of it, so that the index is one file, unless a reader
   * holds it for longer than a moment. The database is closed whatever becomes of that.
   */
  close(): void {
    try {
      this.database.pragma(`busy_timeout = ${CHECKPOINT_WAIT_MS}`);
      this.database.pragma('wal_checkpoint(TRUNCATE)');
    } finally {
      this.database.close();
    }
  }

  /** What was embedded stays: only the terms are made again. */
  #renewTerms(): void {
    this.writer.commit(() =>
      this.writer.rewriteLexicalIndex(this.catalog.rows, (row) => this.contents.text(row)),
    );
  }

  #takeOut(row: ArticleRow): void {
    this.writer.remove(row);
    this.catalog.remove(new Set([row.id]));
    this.#duplicates?.remove(row);
  }

  #finder(): DuplicateFinder {
    if (!this.#duplicates) {
      this.#duplicates = new DuplicateFinder();
      for (const row of this.catalog.rows) this.#duplicates.add(row);
    }
    return this.#duplicates;
  }
}
