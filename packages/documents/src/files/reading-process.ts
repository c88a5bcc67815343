/**
 * The child process that reads what may hang or blow up: it says that it is ready, then answers each input. It ends
 * with its parent, or when it holds more memory than it may (megabytes, its one argument).
 */
import { Worker } from 'node:worker_threads';
import { FootnoteError } from '../footnote-error.ts';
import type { DocumentInput, DocumentReading } from '../formats/document-reading.ts';
import { readDocument } from '../formats/read-document.ts';

export type ReadingAnswer = { readonly reading: DocumentReading } | { readonly reason: string };

/**
 * V8's own limit does not count what buffers hold (an inflated PDF stream, say), so a thread of its own, which
 * looks even while the main one is busy, ends the process.
 */
const MEMORY_WATCH = `
  const { workerData } = require('node:worker_threads');
  setInterval(() => {
    if (process.memoryUsage.rss() > workerData.maxBytes) process.kill(process.pid, 'SIGKILL');
  }, 20);
`;

const maxBytes = Number(process.argv[2]) * 1024 * 1024;
new Worker(MEMORY_WATCH, { eval: true, workerData: { maxBytes }, execArgv: [] }).unref();

process.on('message', async (input: DocumentInput) => {
  process.send?.(await answer(input));
});
process.on('disconnect', () => process.exit());
process.send?.('ready');

async function answer(input: DocumentInput): Promise<ReadingAnswer> {
  try {
    return { reading: await readDocument(input) };
  } catch (error) {
    return { reason: reasonOf(error) };
  }
}

function reasonOf(error: unknown): string {
  if (error instanceof FootnoteError) return error.message;
  if (error instanceof RangeError) return 'Its parts are nested too deeply, or it is too long, to be read.';
  return `The file cannot be read: ${error instanceof Error ? error.message : String(error)}.`;
}
