import { type ChildProcess, fork } from 'node:child_process';
import { createRequire } from 'node:module';
import type { Socket } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { Limit } from './limit-exceeded-error.ts';
import type { ProcessAnswer, ProcessMessage, ProcessProgress, ProcessRequest } from './process-messages.ts';

export interface ChildOptions {
  readonly entry: URL;
  readonly start: unknown;
  /** None when undefined. */
  readonly memoryMb: number | undefined;
  readonly onAnswer: (answer: ProcessAnswer) => void;
  readonly onProgress: (progress: ProcessProgress) => void;
  readonly onEnd: (end: ChildEnd) => void;
}

/** How a child came to its end. */
export interface ChildEnd {
  /** The request that it was at; undefined when it was idle. */
  readonly requestId: number | undefined;
  readonly exceeded: Limit | null;
  /** It had answered nothing before. */
  readonly wasFresh: boolean;
  readonly cause: Error;
}

/** By the clock, a request may take so many times its processor time, since others run too, and as long to start. */
const CLOCK_FACTOR = 10;
const START_TIMEOUT_MS = 120_000;
const NOT_STARTED = `no start within ${START_TIMEOUT_MS / 1000} seconds`;

/** How much of what a process wrote before it ended is told. */
const TOLD_CHARACTERS = 300;

/** A child process from its start to its end. Idle, it does not keep the parent running. */
export class RunningChild {
  readonly #options: ChildOptions;
  readonly #process: ChildProcess;
  readonly #exited: Promise<void>;
  /** Requests without an answer; the child is at the first. */
  readonly #inHand: ProcessRequest[] = [];
  #clock: NodeJS.Timeout | undefined;
  #isStarted = false;
  #isOverdue = false;
  #isFresh = true;
  #written = '';

  constructor(options: ChildOptions) {
    this.#options = options;
    const { entry, start, memoryMb } = options;
    const launcher = createRequire(import.meta.url).resolve('@footnote/launcher/run');
    this.#process = fork(launcher, [fileURLToPath(entry)], {
      execArgv: memoryMb === undefined ? [] : [`--max-old-space-size=${memoryMb}`],
      serialization: 'advanced',
      // V8 writes a page about itself when it reaches its limit: what a process with limits writes is told in its error.
      stdio: ['ignore', 'ignore', memoryMb === undefined ? 'inherit' : 'pipe', 'ipc'],
    });
    this.#process.stderr?.on('data', (data: Buffer) => {
      this.#written = (this.#written + data.toString()).slice(-10_000);
    });
    this.#process.on('message', (message: ProcessMessage) => this.#receive(message));
    this.#exited = new Promise((resolve) => {
      this.#process.once('exit', (code, signal) => resolve(this.#end(this.#howItExited(code, signal))));
      this.#process.once('error', (cause) => {
        // Without an id it never ran, and there is no exit to come.
        if (this.#process.pid === undefined) resolve(this.#end({ exceeded: null, cause }));
      });
    });
    this.#say({ kind: 'start', payload: start, memoryMb });
  }

  get pid(): number | undefined {
    return this.#process.pid;
  }

  send(request: ProcessRequest): void {
    this.#say(request);
    this.#inHand.push(request);
    if (this.#inHand.length === 1) this.#begin();
  }

  async close(): Promise<void> {
    // Whoever waits for the exit must not run out of work before it.
    this.#keepParent(true);
    this.#process.kill('SIGKILL');
    await this.#exited;
  }

  #say(message: ProcessMessage): void {
    this.#process.send(message, () => {
      // A failed send means that the child is gone: its exit, which follows, decides what happens.
    });
  }

  #receive(message: ProcessMessage): void {
    if (message.kind === 'started') {
      this.#isStarted = true;
      this.#begin();
    }
    if (message.kind === 'progress') this.#options.onProgress(message);
    if (message.kind === 'answer' || message.kind === 'failure') {
      this.#isFresh = false;
      this.#inHand.shift();
      this.#begin();
      this.#options.onAnswer(message);
    }
  }

  /** Starts the clock of the first request in hand, if there is one. */
  #begin(): void {
    const [request] = this.#inHand;
    clearTimeout(this.#clock);
    this.#keepParent(request !== undefined);
    if (request?.processorMs === undefined) return;
    const clockMs = this.#isStarted ? request.processorMs * CLOCK_FACTOR : START_TIMEOUT_MS;
    this.#clock = setTimeout(() => {
      this.#isOverdue = true;
      this.#process.kill('SIGKILL');
    }, clockMs);
  }

  #end(how: Pick<ChildEnd, 'exceeded' | 'cause'>): void {
    clearTimeout(this.#clock);
    this.#options.onEnd({ ...how, requestId: this.#inHand[0]?.id, wasFresh: this.#isFresh });
  }

  /** V8 aborts at its own limit of memory; the process ends itself at ours. */
  #howItExited(code: number | null, signal: NodeJS.Signals | null): Pick<ChildEnd, 'exceeded' | 'cause'> {
    const told = this.#written.trim().slice(-TOLD_CHARACTERS);
    const cause = new Error(`${signal ?? `exit status ${code}`}${told === '' ? '' : `: ${told}`}`);
    if (this.#isOverdue && !this.#isStarted) return { exceeded: null, cause: new Error(NOT_STARTED) };
    if (this.#isOverdue || signal === 'SIGVTALRM') return { exceeded: 'processor time', cause };
    const isOutOfMemory = signal === 'SIGKILL' || signal === 'SIGABRT' || code === 134;
    return { exceeded: this.#options.memoryMb !== undefined && isOutOfMemory ? 'memory' : null, cause };
  }

  #keepParent(keep: boolean): void {
    const handles = [this.#process, this.#process.channel, this.#process.stderr as Socket | null];
    for (const handle of handles) {
      if (keep) handle?.ref();
      else handle?.unref();
    }
  }
}
