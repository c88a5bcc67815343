import { existsSync } from 'node:fs';
import { FootnoteError } from '@footnote/core';
import type { IndexEngine } from '@footnote/index';
import { WorkerProcess } from '@footnote/processes';
import type { IndexProgress, IndexReport } from '../index-report.ts';
import type { RemovalReport } from '../remove-articles.ts';
import { uploadsFolderOf } from './add-articles.ts';
import type { Upload } from './upload-batch.ts';
import { checkUploadNames } from './upload-names.ts';
import type { UploadsAnswer, UploadsProcessStart, UploadsRequest } from './uploads-process.ts';

export interface UploadsOptions {
  readonly index: IndexEngine;
  /** Embedding model: a folder or a hub id; the weights that ship when absent. */
  readonly model?: string | undefined;
  readonly pooling?: string | undefined;
}

export interface AddOptions {
  /** Gives it up: nothing is added then. */
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: IndexProgress) => void) | undefined;
}

/** What a server changes in its index, one thing at a time, each in a process that ends with it. */
export interface Uploads {
  /** @throws FootnoteError as `addArticles`, `INDEX_BUSY` while anything else changes the index; the signal's reason */
  add(files: readonly Upload[], options?: AddOptions): Promise<IndexReport>;
  /** Takes out what was uploaded. @throws FootnoteError as `removeArticles`, `INDEX_BUSY` */
  remove(keys: readonly string[]): Promise<RemovalReport>;
  /**
   * Puts in order what a killed server left, and reads again what a newer Footnote reads in another way; nothing where
   * nothing was uploaded yet. @throws FootnoteError as `updateIndex`, `INDEX_BUSY`
   */
  review(): Promise<void>;
  /** Ends what is going on: it is done whole, or not at all. */
  close(): Promise<void>;
}

/** @throws FootnoteError `NOT_WRITABLE` when the index is in no folder */
export function openUploads({ index, model, pooling }: UploadsOptions): Uploads {
  const folder = uploadsFolderOf(index);
  let current: WorkerProcess<UploadsRequest, UploadsAnswer> | null = null;

  async function run<Answer extends UploadsAnswer>(
    request: UploadsRequest,
    { signal, onProgress }: AddOptions = {},
  ): Promise<Answer> {
    if (current) throw indexBusy();
    const start: UploadsProcessStart = { index: index.location, model, pooling };
    const entry = new URL('./uploads-process.ts', import.meta.url);
    const process = new WorkerProcess<UploadsRequest, UploadsAnswer>({
      entry,
      start,
      name: 'adding process',
    });
    current = process;
    try {
      const tell = onProgress && ((progress: unknown) => onProgress(progress as IndexProgress));
      return (await process.request(request, { signal, onProgress: tell })) as Answer;
    } catch (error) {
      const isBusy = error instanceof FootnoteError && error.code === 'INDEX_LOCKED';
      throw isBusy ? indexBusy(error) : error;
    } finally {
      await process.close();
      current = null;
    }
  }

  return {
    add: async (files, options) => {
      checkUploadNames(files.map(({ name }) => name));
      return run({ kind: 'add', files }, options);
    },
    remove: (keys) => run({ kind: 'remove', keys }),
    review: async () => {
      if (existsSync(folder)) await run({ kind: 'review' });
    },
    close: async () => current?.close(),
  };
}

function indexBusy(cause?: unknown): FootnoteError {
  const message =
    'Something else changes the index now: another upload, or "footnote index". Nothing was changed: try again when it is done.';
  return new FootnoteError('INDEX_BUSY', message, { cause });
}
