import { type ChildProcess, fork } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { FootnoteError } from '@footnote/core';
import type { ModelProcessMessage, SentError } from './process-messages.ts';

export interface ModelProcessOptions {
  /** The child's module (a file URL): it calls `serveRequests`. */
  readonly entry: URL;
  /** Given to the child before its first request; structured-cloneable. */
  readonly start: unknown;
  /** How the process is called in messages to people, such as `embedding process`. */
  readonly name: string;
}

export interface RequestOptions {
  readonly signal?: AbortSignal | undefined;
}

interface Waiting {
  readonly payload: unknown;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
  /** How many processes died with this request in hand. */
  deaths: number;
}

/**
 * A child process that answers requests in order, started by the first of them. Weights run in processes of their
 * own because `run()` of onnxruntime-node 1.14 blocks its event loop behind its promise, and worker threads break
 * it. One that dies is replaced and its requests are sent once more; a request that two processes died of fails.
 */
export class ModelProcess {
  readonly #options: ModelProcessOptions;
  readonly #waiting = new Map<number, Waiting>();
  #child: ChildProcess | undefined;
  #nextId = 0;
  #closed = false;

  constructor(options: ModelProcessOptions) {
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
   * Sends one request and waits for its answer. An aborted request is no longer waited for; the child still
   * works it off.
   * @throws FootnoteError `MODEL_PROCESS_DIED`, `MODEL_PROCESS_CLOSED`, and what the child throws
   */
  async request<Answer>(payload: unknown, options: RequestOptions = {}): Promise<Answer> {
    options.signal?.throwIfAborted();
    if (this.#closed) throw this.#closedError();
    const id = this.#nextId++;
    const answer = new Promise<unknown>((resolve, reject) => {
      this.#waiting.set(id, { payload, resolve, reject, deaths: 0 });
    });
    const abort = () => this.#settle(id)?.reject(options.signal?.reason);
    options.signal?.addEventListener('abort', abort, { once: true });
    this.#send(id, payload);
    try {
      return (await answer) as Answer;
    } finally {
      options.signal?.removeEventListener('abort', abort);
    }
  }

  /** Ends the child; requests without an answer are rejected. */
  async close(): Promise<void> {
    this.#closed = true;
    const child = this.#child;
    this.#child = undefined;
    this.#rejectAll(this.#closedError());
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const exited = new Promise((resolve) => child.once('exit', resolve));
    child.kill();
    await exited;
  }

  #send(id: number, payload: unknown): void {
    this.#child ??= this.#start();
    this.#child.send({ kind: 'request', id, payload } satisfies ModelProcessMessage, () => {
      // A failed send means that the child is gone: its exit, which follows, decides what happens.
    });
  }

  #start(): ChildProcess {
    const launcher = createRequire(import.meta.url).resolve('@footnote/launcher/run');
    const child = fork(launcher, [fileURLToPath(this.#options.entry)], {
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    child.on('message', (message) => this.#receive(message as ModelProcessMessage));
    child.once('error', (cause) => this.#died(child, cause));
    child.once('exit', (code, signal) => this.#died(child, new Error(signal ?? `exit status ${code}`)));
    child.send({ kind: 'start', payload: this.#options.start } satisfies ModelProcessMessage, () => {});
    return child;
  }

  #receive(message: ModelProcessMessage): void {
    if (message.kind === 'answer') this.#settle(message.id)?.resolve(message.payload);
    if (message.kind === 'failure') this.#settle(message.id)?.reject(received(message.error));
    if (message.kind === 'unusable') this.#rejectAll(received(message.error));
  }

  #died(child: ChildProcess, cause: Error): void {
    if (this.#child !== child) return;
    this.#child = undefined;
    for (const [id, waiting] of [...this.#waiting]) {
      waiting.deaths += 1;
      if (waiting.deaths > 1) this.#settle(id)?.reject(this.#diedError(cause));
      else this.#send(id, waiting.payload);
    }
  }

  #settle(id: number): Waiting | undefined {
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    return waiting;
  }

  #rejectAll(error: Error): void {
    for (const id of [...this.#waiting.keys()]) this.#settle(id)?.reject(error);
  }

  #diedError(cause: Error): FootnoteError {
    return new FootnoteError(
      'MODEL_PROCESS_DIED',
      `The ${this.#options.name} died twice at the same work (${cause.message}). The system may have stopped it for want of memory: close other programs, or use fewer workers, and try again.`,
      { cause },
    );
  }

  #closedError(): FootnoteError {
    return new FootnoteError('MODEL_PROCESS_CLOSED', `The ${this.#options.name} was closed.`);
  }
}

function received({ code, error }: SentError): Error {
  return code === undefined ? error : new FootnoteError(code, error.message, { cause: error });
}
