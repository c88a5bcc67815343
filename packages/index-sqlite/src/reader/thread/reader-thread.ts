import { parentPort, workerData } from 'node:worker_threads';
import type { Candidate, IndexReader, Searcher } from '@footnote/index';
import { toSentError } from '@footnote/processes';
import { openReaderHere } from '../open-reader-here.ts';
import { toColumns } from './candidate-columns.ts';
import type { ThreadAnswer, ThreadRequest, ThreadStart } from './thread-messages.ts';

// The thread's own side: it opens the index and does what it is asked.

type AnsweredRequest = Extract<ThreadRequest, { readonly id: number }>;

interface Hold {
  readonly searcher: Promise<Searcher>;
  readonly release: () => void;
}

const { location, follow, options } = workerData as ThreadStart;
const holds = new Map<number, Hold>();
let opening: Promise<IndexReader> | undefined;

parentPort?.on('message', (request: ThreadRequest) => {
  if (request.kind === 'release') endHold(request.hold);
  else void answer(request);
});

async function answer(request: AnsweredRequest): Promise<void> {
  const { id } = request;
  try {
    parentPort?.postMessage({ id, value: await carryOut(request) } satisfies ThreadAnswer);
  } catch (error) {
    parentPort?.postMessage({ id, failure: toSentError(error) } satisfies ThreadAnswer);
  }
}

async function carryOut(request: AnsweredRequest): Promise<unknown> {
  if (request.kind === 'search') {
    const searcher = await holdOf(request.hold).searcher;
    const method = searcher[request.method] as (...parameters: readonly unknown[]) => Promise<unknown>;
    const found = await method.apply(searcher, [...request.parameters]);
    return request.method === 'candidates' ? toColumns(found as readonly Candidate[]) : found;
  }
  const reader = await open();
  if (request.kind === 'status') return reader.status();
  if (request.kind === 'close') await reader.close();
  return null;
}

function open(): Promise<IndexReader> {
  opening ??= (async () => openReaderHere(location, { follow, ...options }))();
  return opening;
}

function holdOf(number: number): Hold {
  const known = holds.get(number);
  if (known) return known;
  const hold = startHold();
  holds.set(number, hold);
  return hold;
}

function startHold(): Hold {
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  const searcher = new Promise<Searcher>((resolve, reject) => {
    open()
      .then((reader) =>
        reader.withSearcher((held) => {
          resolve(held);
          return released;
        }),
      )
      .catch(reject);
  });
  // Whoever calls is told; a hold that nobody calls upon may fail unseen.
  searcher.catch(() => {});
  return { searcher, release };
}

function endHold(hold: number): void {
  holds.get(hold)?.release();
  holds.delete(hold);
}
