import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sqliteIndex } from '@footnote/index-sqlite';
import type { EmbeddingModel } from '@footnote/inference';
import { type IndexProgress, updateIndex } from '@footnote/ingestion';
import type { LabelledDocument } from './labelled-set.ts';

export interface TemporaryIndexOptions {
  readonly model: EmbeddingModel;
  readonly onProgress: (progress: IndexProgress) => void;
  readonly signal: AbortSignal;
}

/** Indexes documents under their ids, gives the index to `use`, and takes it away. */
export async function withTemporaryIndex<T>(
  documents: readonly LabelledDocument[],
  options: TemporaryIndexOptions,
  use: (directory: string) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'footnote-eval-'));
  try {
    const corpus = join(folder, 'corpus.jsonl');
    await writeFile(corpus, documents.map((document) => `${JSON.stringify(document)}\n`).join(''));
    const directory = join(folder, 'index');
    await updateIndex({ index: sqliteIndex(directory), paths: [corpus], ...options });
    options.signal.throwIfAborted();
    return await use(directory);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
