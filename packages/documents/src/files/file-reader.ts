import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import type { Article } from '../article.ts';
import { FootnoteError } from '../footnote-error.ts';
import { type DocumentReading, unreadable } from '../formats/document-reading.ts';
import { readDocument } from '../formats/read-document.ts';
import { makeArticle } from '../make-article.ts';
import type { SkippedFile, SourceFile } from './source-file.ts';

/** What one file gave. */
export interface FileReading {
  readonly articles: readonly Article[];
  /** The file itself, or lines of it (`path#line`), with the reason. */
  readonly skipped: readonly SkippedFile[];
  /** What was dropped of articles that were kept. */
  readonly warnings: readonly string[];
}

export interface FileReader {
  /** Reads one file. Whatever the file holds, this does not reject. */
  read(file: SourceFile): Promise<FileReading>;
  close(): Promise<void>;
}

export interface FileReaderOptions {
  /** Milliseconds that one file may take. */
  readonly timeoutMs?: number;
  /** Megabytes that reading one file may take. */
  readonly memoryMb?: number;
}

/** Files up to this size are read. */
export const MAX_FILE_BYTES = 10 * 1024 * 1024;

/** A reader for any number of files. Close it when done. */
export function createFileReader(_options: FileReaderOptions = {}): FileReader {
  return {
    async read(file) {
      try {
        const bytes = await readBytes(file.path);
        return fileReading(file, await readDocument({ bytes, keyPath: file.keyPath }));
      } catch (error) {
        return { articles: [], skipped: [{ path: file.path, reason: reasonOf(error) }], warnings: [] };
      }
    },
    async close() {},
  };
}

function fileReading(file: SourceFile, reading: DocumentReading): FileReading {
  return {
    articles: reading.articles.map(makeArticle),
    skipped: reading.skipped.map(({ line, reason }) => ({ path: `${file.path}#${line}`, reason })),
    warnings: reading.warnings,
  };
}

/** Opened without waiting, for what was a file when it was found may be a pipe by now. */
async function readBytes(path: string): Promise<Uint8Array> {
  const handle = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    return await readWhole(handle);
  } finally {
    await handle.close();
  }
}

async function readWhole(handle: FileHandle): Promise<Uint8Array> {
  const stats = await handle.stat();
  if (!stats.isFile()) throw unreadable('Not a regular file.');
  if (stats.size > MAX_FILE_BYTES)
    throw unreadable(`Larger than ${MAX_FILE_BYTES / 1024 / 1024} MB. Split it.`);
  return handle.readFile();
}

function reasonOf(error: unknown): string {
  if (error instanceof FootnoteError) return error.message;
  return `The file cannot be read: ${(error as Error).message}.`;
}
