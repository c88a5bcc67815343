import { availableParallelism } from 'node:os';
import { FootnoteError } from '@footnote/core';
import { createFileReader, type FileReader, type SourceFile } from '@footnote/documents';
import type { IndexChange, IndexEngine, IndexEntry, IndexWriter } from '@footnote/index';
import {
  createEmbedder,
  type Embedder,
  type EmbeddingModel,
  resolveEmbeddingModel,
} from '@footnote/inference';
import type { IndexProgress, IndexReport } from '../index-report.ts';
import { IndexRun } from '../index-run.ts';
import { CollectingWriter } from './collecting-writer.ts';
import { type Upload, UploadBatch } from './upload-batch.ts';
import { checkUploadNames } from './upload-names.ts';
import { uploadedName } from './uploaded-origin.ts';

export interface AddArticlesOptions {
  readonly index: IndexEngine;
  readonly files: readonly Upload[];
  /** As `updateIndex` takes it. */
  readonly model?: EmbeddingModel | undefined;
  /** Processes that embed, one thread each; one a core by default. */
  readonly workers?: number | undefined;
  /** Wait for another writer to finish instead of failing. */
  readonly wait?: boolean | undefined;
  /** Gives it up: nothing is added then. */
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: IndexProgress) => void) | undefined;
  /** Embeds with the model, and is left open. */
  readonly embedder?: Embedder | undefined;
}

/**
 * Adds the articles of files that are given rather than found, and keeps copies of the files with the index, to be read
 * again as other files are. All that can be read is added at once, in the end; what is skipped is told as by
 * `updateIndex`, with the names in place of paths, and is not kept. A file of a name that was uploaded before takes its
 * place, unless nothing of it can be read.
 * @throws FootnoteError `INVALID_FILE_NAME`, `NOT_WRITABLE`, and as `updateIndex`; the signal's reason. Nothing has
 * changed then.
 */
export async function addArticles(options: AddArticlesOptions): Promise<IndexReport> {
  const { index, wait, signal } = options;
  const names = checkUploadNames(options.files.map(({ name }) => name));
  const files = options.files.map(({ bytes }, n) => ({ name: names[n]!, bytes }));
  const uploads = uploadsFolderOf(index);
  const model = options.model ?? (await resolveEmbeddingModel());
  const writer = await index.openWriter({ model: model.identity, wait, signal });
  try {
    await UploadBatch.settleAll(uploads, writer);
    const batch = await UploadBatch.stage(uploads, { added: files });
    try {
      return await addBatch(batch, { ...options, model, writer });
    } finally {
      if (!batch.isCommitted) await batch.discard();
    }
  } finally {
    await writer.close();
  }
}

/** @throws FootnoteError `NOT_WRITABLE` */
export function uploadsFolderOf({ uploadsFolder, location }: IndexEngine): string {
  if (uploadsFolder !== undefined) return uploadsFolder;
  throw new FootnoteError(
    'NOT_WRITABLE',
    `The index at ${location} is in no folder that could keep uploaded files. Add articles with "footnote index PATH".`,
  );
}

interface OpenAddition extends AddArticlesOptions {
  readonly model: EmbeddingModel;
  readonly writer: IndexWriter;
}

async function addBatch(batch: UploadBatch, options: OpenAddition): Promise<IndexReport> {
  const { model, writer, signal, onProgress, workers = availableParallelism() } = options;
  const entries = await writer.entries();
  const found = await batch.find();
  const embedder = options.embedder ?? (await createEmbedder({ model, workers }));
  const fileReader = noteReadings(createFileReader());
  const warnings: string[] = [];
  const commit = async (changes: readonly IndexChange[]): Promise<void> => {
    await batch.keepOnly(namesToKeep(found.files, { readings: fileReader.keys, entries, changes }));
    const warning = await batch.commit(writer, changes);
    if (warning !== null) warnings.push(warning);
  };
  try {
    const report = await new IndexRun({
      writer: new CollectingWriter(writer, commit),
      entries,
      found,
      isGone: () => false,
      model,
      embedder,
      fileReader,
      signal,
      onProgress,
    }).complete();
    if (!batch.isCommitted) signal?.throwIfAborted();
    return {
      ...report,
      skipped: report.skipped.map(({ path, reason }) => ({ path: uploadedName(path), reason })),
      warnings: [...report.warnings, ...warnings],
    };
  } finally {
    await Promise.all([options.embedder ? undefined : embedder.close(), fileReader.close()]);
  }
}

interface ReadingNotes extends FileReader {
  /** Keys of the articles of each file that was read, by path. */
  readonly keys: ReadonlyMap<string, readonly string[]>;
}

/** Of a file that gives no article nothing is taken from an earlier one of its name. */
function noteReadings(reader: FileReader): ReadingNotes {
  const keys = new Map<string, readonly string[]>();
  return {
    keys,
    read: async (file) => {
      const reading = await reader.read(file);
      keys.set(
        file.path,
        reading.articles.map(({ key }) => key),
      );
      return reading.articles.length > 0 ? reading : { ...reading, unreadKeys: null };
    },
    close: () => reader.close(),
  };
}

interface Outcome {
  readonly readings: ReadonlyMap<string, readonly string[]>;
  readonly entries: readonly IndexEntry[];
  readonly changes: readonly IndexChange[];
}

/** Names of the files that hold an article of the index; a file that was not read is in it already, to the byte. */
function namesToKeep(files: readonly SourceFile[], { readings, entries, changes }: Outcome): Set<string> {
  const paths = new Map(entries.map(({ key, path }) => [key, path]));
  for (const change of changes) {
    if (change.kind === 'put') paths.set(change.article.article.key, change.article.path);
  }
  const isKept = (path: string): boolean =>
    readings.get(path)?.some((key) => paths.get(key) === path) ?? true;
  return new Set(files.filter(({ path }) => isKept(path)).map(({ keyPath }) => keyPath));
}
