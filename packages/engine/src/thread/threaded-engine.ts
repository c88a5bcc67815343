import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { AskOptions } from '@footnote/answering';
import { fromSentError } from '@footnote/processes';
import type { Engine } from '../engine.ts';
import type { EngineOptions } from '../open-engine.ts';
import { writing } from '../writing.ts';
import type {
  EngineMethod,
  ThreadAnswer,
  ThreadCall,
  ThreadRequest,
  ThreadStart,
} from './thread-messages.ts';

const ENTRY = fileURLToPath(new URL('./engine-thread.ts', import.meta.url));

/**
 * Opens the engine in a thread of its own, so that whoever asks, a server above all, stays free for others while
 * passages are ranked and answers weighed. A thread that dies fails what it was asked, and the next call has another.
 * @throws FootnoteError as `openEngine`
 */
export async function openThreadedEngine({ onDownload, writer, ...options }: EngineOptions): Promise<Engine> {
  const written = writing(writer);
  const thread = new EngineThread({ options }, onDownload);
  try {
    await thread.call('open', []);
  } catch (error) {
    await thread.terminate();
    throw error;
  }
  const method =
    <Method extends EngineMethod>(name: Method) =>
    (...parameters: Parameters<Engine[Method]>) =>
      thread.call(name, parameters) as ReturnType<Engine[Method]>;
  return {
    ...written,
    search: (request, followed) => thread.call('search', [request], followed) as ReturnType<Engine['search']>,
    ask: (request, followed) => thread.call('ask', [request], followed) as ReturnType<Engine['ask']>,
    articlesByKey: method('articlesByKey'),
    articles: method('articles'),
    facets: method('facets'),
    passages: method('passages'),
    passagesAt: method('passagesAt'),
    similarPassages: method('similarPassages'),
    checkCitations: method('checkCitations'),
    status: method('status'),
    version: method('version'),
    keepThreshold: method('keepThreshold'),
    warmUp: method('warmUp'),
    close: async () => {
      try {
        await thread.call('close', []);
      } finally {
        await thread.terminate();
      }
    },
  };
}

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (reason: unknown) => void;
  readonly onProgress: AskOptions['onProgress'];
}

class EngineThread {
  readonly #start: ThreadStart;
  readonly #onDownload: EngineOptions['onDownload'];
  readonly #waiting = new Map<number, Waiting>();
  #worker: Worker | null = null;
  #nextId = 0;

  constructor(start: ThreadStart, onDownload: EngineOptions['onDownload']) {
    this.#start = start;
    this.#onDownload = onDownload;
  }

  async call(
    method: ThreadCall['method'],
    parameters: readonly unknown[],
    { signal, onProgress, ...options }: AskOptions = {},
  ): Promise<unknown> {
    signal?.throwIfAborted();
    const id = this.#nextId++;
    const abort = () => {
      this.#settle(id)?.reject(signal?.reason);
      this.#send({ kind: 'abort', id });
    };
    signal?.addEventListener('abort', abort, { once: true });
    try {
      return await new Promise((resolve, reject) => {
        this.#waiting.set(id, { resolve, reject, onProgress });
        const [canAbort, wantsProgress] = [signal !== undefined, onProgress !== undefined];
        this.#send({ kind: 'call', id, method, parameters, options, canAbort, wantsProgress });
      });
    } finally {
      signal?.removeEventListener('abort', abort);
    }
  }

  async terminate(): Promise<void> {
    await this.#worker?.terminate();
  }

  #send(request: ThreadRequest): void {
    this.#worker ??= this.#startWorker();
    this.#worker.postMessage(request);
  }

  #startWorker(): Worker {
    const launcher = createRequire(import.meta.url).resolve('@footnote/launcher/run');
    const worker = new Worker(launcher, { argv: [ENTRY], workerData: this.#start });
    // A process that has nothing else to do may end.
    worker.unref();
    let cause: Error | undefined;
    worker.on('message', (answer: ThreadAnswer) => this.#receive(answer));
    worker.on('error', (error: Error) => {
      cause = error;
    });
    worker.on('exit', () => this.#died(worker, cause));
    return worker;
  }

  #receive(answer: ThreadAnswer): void {
    if (answer.kind === 'download') this.#onDownload?.(answer.file);
    else if (answer.kind === 'progress') this.#waiting.get(answer.id)?.onProgress?.(answer.progress);
    else if (answer.kind === 'failure') this.#settle(answer.id)?.reject(fromSentError(answer.failure));
    else this.#settle(answer.id)?.resolve(answer.value);
  }

  #settle(id: number): Waiting | undefined {
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    return waiting;
  }

  #died(worker: Worker, cause: Error | undefined): void {
    if (this.#worker !== worker) return;
    this.#worker = null;
    const error = new Error('The thread that answers ended in the middle of its work.', { cause });
    for (const id of [...this.#waiting.keys()]) this.#settle(id)?.reject(error);
  }
}
