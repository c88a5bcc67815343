/**
 * The child process that reads what may hang or blow up: it says that it is ready, then answers each task. It ends
 * with its parent, when it holds more memory than it may (megabytes, its one argument), or when a task takes more
 * processor time than it may.
 */
import { Worker } from 'node:worker_threads';
import { FootnoteError } from '@footnote/core';
import type { DocumentInput, DocumentReading } from '../document.ts';
import { readDocument } from './read-document.ts';

export type ReadingAnswer = { readonly reading: DocumentReading } | { readonly reason: string };

export interface ReadingTask {
  readonly input: DocumentInput;
  /** Processor time that it may take, which a busy machine does not shorten as it does time by the clock. */
  readonly processorMs: number;
}

/**
 * A thread of its own, which looks even while the main one is busy. V8's own limit of memory does not count what
 * buffers hold (an inflated PDF stream, say). The signals tell the parent which limit it was.
 */
const WATCH = `
  const { workerData } = require('node:worker_threads');
  const deadline = new Float64Array(workerData.deadline);
  setInterval(() => {
    const { user, system } = process.cpuUsage();
    if (process.memoryUsage.rss() > workerData.maxBytes) process.kill(process.pid, 'SIGKILL');
    if ((user + system) / 1000 > deadline[0]) process.kill(process.pid, 'SIGVTALRM');
  }, 20);
`;

const deadline = new Float64Array(new SharedArrayBuffer(8)).fill(Number.POSITIVE_INFINITY);
const workerData = { deadline: deadline.buffer, maxBytes: Number(process.argv[2]) * 1024 * 1024 };
new Worker(WATCH, { eval: true, workerData, execArgv: [] }).unref();

process.on('message', async ({ input, processorMs }: ReadingTask) => {
  const { user, system } = process.cpuUsage();
  deadline[0] = (user + system) / 1000 + processorMs;
  const answered = await answer(input);
  deadline[0] = Number.POSITIVE_INFINITY;
  process.send?.(answered);
});
process.on('disconnect', () => process.exit());
// Ctrl-C in a terminal reaches the whole group: the parent finishes the file in hand, and then ends this process.
process.on('SIGINT', () => {});
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
