import { FootnoteError } from '@footnote/core';
import { LimitExceededError } from './limit-exceeded-error.ts';
import type { ProcessAnswer } from './process-messages.ts';
import { type ChildEnd, RunningChild } from './running-child.ts';
import { fromSentError } from './sent-error.ts';

export interface WorkerProcessOptions<Request> {
  /** The child's module (a file URL): it calls `serveRequests`. */
  readonly entry: URL;
  /** Given to the child before its first request; structured-cloneable. */
  readonly start?: unknown;
  /** How the process is called in messages to people, such as `embedding process`. */
  readonly name: string;
  /** None unless given. */
  readonly limits?: ProcessLimits<Request> | undefined;
}

export interface ProcessLimits<Request> {
  /** Megabytes that the process may hold. */
  readonly memoryMb: number;
  /**
   * Milliseconds of processor time that a request may take. By the clock it may take ten times as long, for one that
   * waits for what never comes.
   */
  readonly processorMs: (request: Request) => number;
}

export interface RequestOptions {
  readonly signal?: AbortSignal | undefined;
  /** Told what the child tells while it is at the request. */
  readonly onProgress?: ((progress: unknown) => void) | undefined;
}

interface Waiting<Request, Answer> {
  readonly request: Request;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: Error) => void;
  readonly onProgress: RequestOptions['onProgress'];
  /** How many processes died at this request. */
  deaths: number;
}

/**
 * A child process that answers requests in order, started by the first of them. One that dies or exceeds a limit is
 * replaced, and its requests are sent once more; the one that two processes died at fails.
 */
export class WorkerProcess<Request, Answer> {
  readonly #options: WorkerProcessOptions<Request>;
  readonly #waiting = new Map<number, Waiting<Request, Answer>>();
  #child: RunningChild | undefined;
  #nextId = 0;
  #closed = false;

  constructor(options: WorkerProcessOptions<Request>) {
    this.#options = options;
  }

  /** Requests that were sent and not answered. */
  get inFlight(): number {
    return this.#waiting.size;
  }

  /** The operating system's id of the running child; undefined while there is none. */
  get pid(): number | undefined {
    return this.#child?.pid;
  }

  /**
   * Sends one request, structured-cloned, and waits for its answer. An aborted request is no longer waited for; the
   * child still works it off.
   * @throws LimitExceededError; FootnoteError `PROCESS_DIED`, `PROCESS_CLOSED`; what the child throws
   */
  async request(request: Request, { signal, onProgress }: RequestOptions = {}): Promise<Answer> {
    signal?.throwIfAborted();
    if (this.#closed) throw this.#closedError();
    const id = this.#nextId++;
    const answer = new Promise<Answer>((resolve, reject) => {
      this.#waiting.set(id, { request, resolve, reject, onProgress, deaths: 0 });
    });
    const abort = () => this.#settle(id)?.reject(signal?.reason);
    signal?.addEventListener('abort', abort, { once: true });
    this.#send(id, request);
    try {
      return await answer;
    } finally {
      signal?.removeEventListener('abort', abort);
    }
  }

  /** Ends the child; requests without an answer are rejected. */
  async close(): Promise<void> {
    this.#closed = true;
    const child = this.#child;
    this.#child = undefined;
    for (const id of [...this.#waiting.keys()]) this.#settle(id)?.reject(this.#closedError());
    await child?.close();
  }

  #send(id: number, request: Request): void {
    this.#child ??= this.#start();
    const processorMs = this.#options.limits?.processorMs(request);
    this.#child.send({ kind: 'request', id, payload: request, processorMs });
  }

  #start(): RunningChild {
    const { entry, start, limits } = this.#options;
    const child: RunningChild = new RunningChild({
      entry,
      start,
      memoryMb: limits?.memoryMb,
      onAnswer: (answer) => this.#receive(answer),
      onProgress: ({ id, payload }) => this.#waiting.get(id)?.onProgress?.(payload),
      onEnd: (end) => this.#replace(child, end),
    });
    return child;
  }

  #receive(answer: ProcessAnswer): void {
    const waiting = this.#settle(answer.id);
    if (answer.kind === 'answer') waiting?.resolve(answer.payload as Answer);
    else waiting?.reject(fromSentError(answer.error));
  }

  #replace(child: RunningChild, end: ChildEnd): void {
    if (this.#child !== child) return;
    this.#child = undefined;
    for (const [id, waiting] of [...this.#waiting]) {
      if (id === end.requestId) waiting.deaths += 1;
      if (id === end.requestId && isAtFault(end, waiting.deaths))
        this.#settle(id)?.reject(this.#errorOf(end));
      else this.#send(id, waiting.request);
    }
  }

  #settle(id: number): Waiting<Request, Answer> | undefined {
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    return waiting;
  }

  #errorOf({ exceeded, cause }: ChildEnd): Error {
    const { name } = this.#options;
    if (exceeded !== null) return new LimitExceededError(exceeded, name);
    return new FootnoteError(
      'PROCESS_DIED',
      `The ${name} died twice at the same work (${cause.message}). The system may have stopped it for want of memory: close other programs, or use fewer workers, and try again.`,
      { cause },
    );
  }

  #closedError(): FootnoteError {
    return new FootnoteError('PROCESS_CLOSED', `The ${this.#options.name} was closed.`);
  }
}

/** What a process died of may have been chance, or what earlier requests left in memory. */
function isAtFault({ exceeded, wasFresh }: ChildEnd, deaths: number): boolean {
  if (exceeded === 'processor time') return true;
  return exceeded === 'memory' ? wasFresh : deaths > 1;
}
