import type { Article } from '@footnote/core';
import { FootnoteError, makeArticle } from '@footnote/core';
import { LimitExceededError, ProcessPool } from '@footnote/processes';
import type { DocumentInput, DocumentReading, Removal, SkippedLine } from '../document.ts';
import { readBytes } from './read-bytes.ts';
import { documentFormat, readDocument } from './read-document.ts';
import type { SkippedFile, SourceFile } from './source-file.ts';

/** What one file gave. */
export interface FileReading {
  readonly articles: readonly Article[];
  /** The file itself, or lines of it (`path#line`), with the reason. */
  readonly skipped: readonly SkippedFile[];
  /** Keys of articles that could not be read now; null when the file may hold any. */
  readonly unreadKeys: readonly string[] | null;
  /** What was dropped of articles that were kept. */
  readonly warnings: readonly string[];
  /** What cleaning took out. */
  readonly removals: readonly Removal[];
}

export interface FileReader {
  /** Reads one file; several may be read at once. Whatever the file holds, this does not reject. */
  read(file: SourceFile): Promise<FileReading>;
  /** Ends the processes that read. */
  close(): Promise<void>;
}

export interface FileReaderOptions {
  /** Milliseconds of processor time that one file may take, a sixth more for each megabyte; 30,000 unless told. */
  readonly timeoutMs?: number;
  /** Megabytes that a process may hold while it reads; 1,024 unless told. */
  readonly memoryMb?: number;
  /** How many processes read at the same time; 2 unless told. */
  readonly processes?: number;
}

/** Text of this size is read at once; more is left to a process that has a limit. */
const IN_PROCESS_BYTES = 256 * 1024;

/**
 * A reader for any number of files. What may hang or blow up (all but JSONL and short plain text) is read in child
 * processes, so that no file takes more than its time and memory.
 */
export function createFileReader(options: FileReaderOptions = {}): FileReader {
  const { timeoutMs = 30_000, memoryMb = 1024, processes = 2 } = options;
  const pool = new ProcessPool<DocumentInput, DocumentReading>({
    entry: new URL('./reading-process.ts', import.meta.url),
    name: 'reading process',
    size: processes,
    inFlight: 1,
    limits: { memoryMb, processorMs: ({ bytes }) => timeoutMs * (1 + bytes.length / 6 / 1024 / 1024) },
  });
  return {
    async read(file) {
      try {
        const input = { bytes: await readBytes(file), keyPath: file.keyPath };
        const reading = isHarmless(input) ? await readDocument(input) : await pool.request(input);
        return fileReading(file, reading);
      } catch (error) {
        return skippedWhole(file, reasonOf(error, { timeoutMs, memoryMb }));
      }
    },
    close: () => pool.close(),
  };
}

function isHarmless(input: DocumentInput): boolean {
  const format = documentFormat(input);
  return format === 'jsonl' || (format === 'text' && input.bytes.length <= IN_PROCESS_BYTES);
}

function fileReading(file: SourceFile, reading: DocumentReading): FileReading {
  return {
    articles: reading.articles.map((fields) => makeArticle({ ...fields, key: keyOf(fields.key) })),
    skipped: reading.skipped.map(({ line, reason }) => ({ path: `${file.path}#${line}`, reason })),
    unreadKeys: unreadKeys(reading.skipped),
    warnings: reading.warnings,
    removals: reading.removals,
  };
}

function unreadKeys(skipped: readonly SkippedLine[]): string[] | null {
  const keys = skipped.map(({ key }) => key);
  return keys.every((key) => key !== null) ? keys.map(keyOf) : null;
}

/** One and the same name is written with composed marks by some systems, without by others. */
function keyOf(name: string): string {
  return name.normalize('NFC');
}

function skippedWhole(file: SourceFile, reason: string): FileReading {
  return {
    articles: [],
    skipped: [{ path: file.path, reason }],
    unreadKeys: null,
    warnings: [],
    removals: [],
  };
}

function reasonOf(error: unknown, limits: { timeoutMs: number; memoryMb: number }): string {
  if (error instanceof LimitExceededError) {
    const most = error.limit === 'memory' ? `${limits.memoryMb} MB` : `${limits.timeoutMs / 1000} seconds`;
    return `Reading it took more than ${most} of ${error.limit}.`;
  }
  if (error instanceof RangeError) return 'Its parts are nested too deeply, or it is too long, to be read.';
  if (!(error instanceof FootnoteError)) return `The file cannot be read: ${(error as Error).message}.`;
  if (error.code === 'PROCESS_CLOSED') return 'The reader was closed before the file was read.';
  if (error.code === 'PROCESS_DIED') return `The reading process ended (${(error.cause as Error).message}).`;
  return error.message;
}
