import { FootnoteError } from '@footnote/core';
import type {
  IndexChange,
  IndexEntry,
  IndexWriter,
  OpenWriterOptions,
  SourceFileRecord,
} from '@footnote/index';
import type { EmbeddingModelIdentity } from '@footnote/inference';
import type { ArticleRow } from '../storage/article-rows.ts';
import { openForReading } from '../storage/database.ts';
import { indexNotFound, translateIndexError, withIndexErrors } from '../storage/index-errors.ts';
import { readManifest } from '../storage/manifest.ts';
import { acquireWriterLock, type WriterLock } from '../storage/writer-lock.ts';
import { IndexStore } from './index-store.ts';

/**
 * Takes the lock of an index directory, which is made where a model is given and there is none, and opens it.
 * @throws FootnoteError as `IndexEngine.openWriter`
 */
export async function openSqliteIndexWriter(
  directory: string,
  options: OpenWriterOptions = {},
): Promise<IndexWriter> {
  if (options.share) throw noShares(directory);
  const model = options.model ?? modelOf(directory);
  const lock = await acquireWriterLock(directory, options);
  try {
    return new SqliteIndexWriter(new IndexStore({ directory, model }), { directory, lock });
  } catch (error) {
    lock.release();
    throw translateIndexError(directory, error);
  }
}

/** Writes one index directory; each `apply` is one transaction. */
class SqliteIndexWriter implements IndexWriter {
  readonly #store: IndexStore;
  readonly #directory: string;
  readonly #lock: WriterLock;

  constructor(store: IndexStore, { directory, lock }: { directory: string; lock: WriterLock }) {
    this.#store = store;
    this.#directory = directory;
    this.#lock = lock;
  }

  async entries(keys?: readonly string[]): Promise<readonly IndexEntry[]> {
    const { catalog } = this.#store;
    return keys ? keys.flatMap((key) => catalog.byKey(key) ?? []) : catalog.rows;
  }

  takes(): boolean {
    return true;
  }

  async isIndexed(record: SourceFileRecord): Promise<boolean> {
    return withIndexErrors(this.#directory, () => this.#store.isIndexed(record));
  }

  async apply(changes: readonly IndexChange[]): Promise<void> {
    if (changes.length === 0) return;
    withIndexErrors(this.#directory, () =>
      this.#store.writer.commit(() => {
        for (const change of changes) this.#make(change);
      }),
    );
  }

  async counts(): Promise<{ readonly articles: number; readonly passages: number }> {
    const { articles, passages } = this.#store.catalog;
    return { articles, passages };
  }

  async finish(signal?: AbortSignal): Promise<string | null> {
    return withIndexErrors(this.#directory, () => this.#store.saveGraph(signal));
  }

  async close(): Promise<void> {
    try {
      withIndexErrors(this.#directory, () => this.#store.close());
    } finally {
      this.#lock.release();
    }
  }

  #make(change: IndexChange): void {
    const store = this.#store;
    if (change.kind === 'put') store.put(change.article);
    else if (change.kind === 'saveFile') store.writer.saveFile(change.file);
    else if (change.kind === 'forgetFile') store.writer.forgetPath(change.path);
    else if (change.kind === 'calibrate') store.writer.saveCalibration(change.calibration);
    else if (change.kind === 'remove') store.remove(this.#row(change.key));
    else store.move(this.#row(change.key), change.to);
  }

  #row(key: string): ArticleRow {
    const row = this.#store.catalog.byKey(key);
    if (!row) throw new RangeError(`The index holds no article "${key}".`);
    return row;
  }
}

function noShares(directory: string): FootnoteError {
  const message = `The index in ${directory} is a folder, which one run at a time writes: it has no shares. Leave --share out, or name an index in a cluster (weaviate://…) with --index.`;
  return new FootnoteError('INDEX_UNSUPPORTED', message);
}

function modelOf(directory: string): EmbeddingModelIdentity {
  const database = openForReading(directory);
  try {
    const manifest = readManifest(database, directory);
    if (!manifest) throw indexNotFound(directory);
    return manifest.model;
  } finally {
    database.close();
  }
}
