import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { CandidateQuery, IndexReader, IndexStatus, Searcher } from '@footnote/index';
import { fromSentError } from '@footnote/processes';
import { type CandidateColumns, fromColumns } from './candidate-columns.ts';
import type { SearcherMethod, ThreadAnswer, ThreadRequest, ThreadStart } from './thread-messages.ts';

const ENTRY = fileURLToPath(new URL('./reader-thread.ts', import.meta.url));

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
}

type WithoutId<Request> = Request extends { id: number } ? Omit<Request, 'id'> : never;

/**
 * Reads an index in a thread of its own, so that whoever asks, a server above all, stays free for others while
 * passages are scored. A thread that dies is replaced by the next search.
 */
export class ThreadedReader implements IndexReader {
  readonly isSnapshot = true;
  readonly #start: ThreadStart;
  readonly #waiting = new Map<number, Waiting>();
  #worker: Worker | null = null;
  #nextNumber = 0;

  private constructor(start: ThreadStart) {
    this.#start = start;
  }

  /** @throws FootnoteError as `IndexEngine.openReader` */
  static async open(start: ThreadStart): Promise<ThreadedReader> {
    const reader = new ThreadedReader(start);
    try {
      await reader.#ask({ kind: 'open' });
      return reader;
    } catch (error) {
      await reader.#worker?.terminate();
      throw error;
    }
  }

  async status(): Promise<IndexStatus> {
    return (await this.#ask({ kind: 'status' })) as IndexStatus;
  }

  async withSearcher<T>(use: (searcher: Searcher) => Promise<T>): Promise<T> {
    const hold = this.#nextNumber++;
    try {
      return await use(this.#searcher(hold));
    } finally {
      this.#send({ kind: 'release', hold });
    }
  }

  async close(): Promise<void> {
    if (!this.#worker) return;
    await this.#ask({ kind: 'close' });
    await this.#worker.terminate();
  }

  #searcher(hold: number): Searcher {
    const call =
      <Method extends SearcherMethod>(method: Method) =>
      (...parameters: Parameters<Searcher[Method]>) =>
        this.#ask({ kind: 'search', hold, method, parameters }) as ReturnType<Searcher[Method]>;
    return {
      version: call('version'),
      candidates: async (query) => fromColumns(await this.#candidates(hold, query)),
      passagesAt: call('passagesAt'),
      articlesByKey: call('articlesByKey'),
      articles: call('articles'),
      countArticles: call('countArticles'),
      facets: call('facets'),
      passages: call('passages'),
      vectorsAt: call('vectorsAt'),
      wordCounts: call('wordCounts'),
      calibration: call('calibration'),
    };
  }

  async #candidates(hold: number, query: CandidateQuery): Promise<CandidateColumns> {
    const request = { kind: 'search', hold, method: 'candidates', parameters: [query] } as const;
    return (await this.#ask(request)) as CandidateColumns;
  }

  #ask(request: WithoutId<ThreadRequest>): Promise<unknown> {
    const id = this.#nextNumber++;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#send({ ...request, id });
    });
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
    const waiting = this.#waiting.get(answer.id);
    this.#waiting.delete(answer.id);
    if ('failure' in answer) waiting?.reject(fromSentError(answer.failure));
    else waiting?.resolve(answer.value);
  }

  #died(worker: Worker, cause: Error | undefined): void {
    if (this.#worker !== worker) return;
    this.#worker = null;
    const error = new Error('The thread that reads the index ended in the middle of its work.', { cause });
    for (const waiting of this.#waiting.values()) waiting.reject(error);
    this.#waiting.clear();
  }
}
