import { availableParallelism } from 'node:os';
import { createFileReader, type FoundFiles, findFiles } from '@footnote/documents';
import type { ArticleOrigin, IndexEngine, IndexWriter, Share } from '@footnote/index';
import { isIndexDirectory } from '@footnote/index-sqlite';
import {
  createEmbedder,
  type Embedder,
  type EmbeddingModel,
  resolveEmbeddingModel,
} from '@footnote/inference';
import { gonePredicate } from './gone-articles.ts';
import type { IndexProgress, IndexReport } from './index-report.ts';
import { IndexRun } from './index-run.ts';
import { findUploads } from './uploads/find-uploads.ts';

export interface UpdateIndexOptions {
  readonly index: IndexEngine;
  /** Files and folders; at least one. */
  readonly paths: readonly string[];
  /**
   * Found and checked by `resolveEmbeddingModel`, by default the one that ships; loaded only when something is to be
   * embedded.
   */
  readonly model?: EmbeddingModel | undefined;
  /** Processes that embed, one thread each; one a core by default. */
  readonly workers?: number | undefined;
  /** Wait for another writer to finish instead of failing. */
  readonly wait?: boolean | undefined;
  /** Index this share of the articles only, and remove none but of it: other machines index the others. */
  readonly share?: Share | undefined;
  /** Finishes the articles in hand and stops: the report says `interrupted`. */
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: IndexProgress) => void) | undefined;
  /** Embeds with the model, and is left open; by default one is made for the run, with `workers` processes. */
  readonly embedder?: Embedder | undefined;
}

/**
 * Brings an index in line with the articles at the paths: adds new ones, replaces changed ones, removes those that
 * an earlier run took from these paths and that are gone. Each article is one transaction, and what is done stays
 * done however the run ends. Articles that an earlier run took from other paths stay as they are; the files that were
 * uploaded to the index are looked after as if their folder were among the paths.
 * @throws FootnoteError `PATH_NOT_FOUND` (the index unchanged), `INDEX_LOCKED`, `INDEX_OTHER_MODEL`,
 * `INDEX_DAMAGED`, `INDEX_FORMAT_TOO_NEW`, `INDEX_NOT_WRITABLE`, `INDEX_DISK_FULL`, `INDEX_PATH_INVALID`,
 * `INDEX_UNREACHABLE`, `INDEX_UNSUPPORTED`, and those of `Embedder`
 */
export async function updateIndex(options: UpdateIndexOptions): Promise<IndexReport> {
  const found = await findFiles(options.paths, { isIndexDirectory });
  const model = options.model ?? (await resolveEmbeddingModel());
  const { wait, signal, share } = options;
  const writer = await options.index.openWriter({ model: model.identity, wait, signal, share });
  try {
    const run = { ...options, model, writer };
    return await runOnce({ ...run, ...(await withUploads(found, run)) });
  } finally {
    await writer.close();
  }
}

async function withUploads(found: FoundFiles, options: OpenRun): Promise<Looked> {
  const isGone = gonePredicate(options.paths, found);
  const uploads = await findUploads(options.index, options.writer);
  if (uploads === null) return { found, isGone };
  return {
    found: {
      ...found,
      files: [...found.files, ...uploads.found.files],
      skipped: [...found.skipped, ...uploads.found.skipped],
    },
    isGone: (article) => isGone(article) || uploads.isGone(article),
  };
}

interface Looked {
  readonly found: FoundFiles;
  readonly isGone: (article: ArticleOrigin) => boolean;
}

interface OpenRun extends UpdateIndexOptions {
  readonly model: EmbeddingModel;
  readonly writer: IndexWriter;
}

async function runOnce(options: OpenRun & Looked): Promise<IndexReport> {
  const { model, writer, workers = availableParallelism() } = options;
  const embedder = options.embedder ?? (await createEmbedder({ model, workers }));
  const fileReader = createFileReader();
  try {
    return await new IndexRun({
      ...options,
      entries: await writer.entries(),
      embedder,
      fileReader,
    }).complete();
  } finally {
    await Promise.all([options.embedder ? undefined : embedder.close(), fileReader.close()]);
  }
}
