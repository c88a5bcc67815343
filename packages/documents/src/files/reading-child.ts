import { type ChildProcess, fork } from 'node:child_process';
import { createRequire } from 'node:module';
import type { Socket } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { DocumentInput } from '../document.ts';
import type { ReadingAnswer, ReadingTask } from './reading-process.ts';

export interface ReadingChildLimits {
  /** Milliseconds of processor time that one file may take, and a sixth more for each of its megabytes. */
  readonly timeoutMs: number;
  /** Megabytes that the process may hold. */
  readonly memoryMb: number;
}

export type ReadingOutcome = ReadingAnswer | { readonly exceeded: 'time' | 'memory' };

/** By the clock, a process may take so many times its processor time, since others run too, and as long to start. */
const CLOCK_FACTOR = 10;
const START_TIMEOUT_MS = 120_000;

/** How much of what a process wrote before it ended is told. */
const TOLD_CHARACTERS = 300;

/** One child process, which reads one document at a time. Idle, it does not keep the parent running. */
export class ReadingChild {
  readonly #limits: ReadingChildLimits;
  readonly #process: ChildProcess;
  readonly #exited: Promise<void>;
  #settle: ((outcome: ReadingOutcome) => void) | null = null;
  #timer: NodeJS.Timeout | undefined;
  #isReady = false;
  #ranOutOfTime = false;
  #processorMs = 0;
  #written = '';
  #reads = 0;

  constructor(limits: ReadingChildLimits) {
    this.#limits = limits;
    const launcher = createRequire(import.meta.url).resolve('@footnote/launcher/run');
    const entry = fileURLToPath(new URL('./reading-process.ts', import.meta.url));
    this.#process = fork(launcher, [entry, `${limits.memoryMb}`], {
      execArgv: [`--max-old-space-size=${limits.memoryMb}`],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    this.#process.on('message', (message: ReadingAnswer | 'ready') => this.#take(message));
    this.#process.stderr?.on('data', (data: Buffer) => {
      this.#written = (this.#written + data.toString()).slice(-10_000);
    });
    this.#exited = new Promise((resolve) => {
      this.#process.on('exit', (code, signal) => {
        this.#finish(this.#outcomeOfExit(code, signal));
        resolve();
      });
      this.#process.on('error', (error) => {
        this.#finish({ reason: `The reading process failed: ${error.message}.` });
        if (this.#process.pid === undefined) resolve();
      });
    });
  }

  /** How many documents the process has read before. */
  get reads(): number {
    return this.#reads;
  }

  get isAlive(): boolean {
    return this.#process.exitCode === null && this.#process.signalCode === null && this.#process.connected;
  }

  read(input: DocumentInput): Promise<ReadingOutcome> {
    return new Promise((resolve) => {
      this.#settle = resolve;
      this.#keepParent(true);
      this.#processorMs = this.#limits.timeoutMs * (1 + input.bytes.length / 6 / 1024 / 1024);
      this.#startTimer();
      const task: ReadingTask = { input, processorMs: this.#processorMs };
      this.#process.send(task, (error) => {
        if (error !== null && this.isAlive)
          this.#finish({ reason: `The reading process failed: ${error.message}.` });
      });
    });
  }

  async close(): Promise<void> {
    // Whoever waits for the exit must not run out of work before it.
    this.#keepParent(true);
    this.#process.kill('SIGKILL');
    await this.#exited;
  }

  #take(message: ReadingAnswer | 'ready'): void {
    if (message === 'ready') {
      this.#isReady = true;
      if (this.#settle !== null) this.#startTimer();
    } else {
      this.#finish(message);
    }
  }

  #startTimer(): void {
    clearTimeout(this.#timer);
    const limit = this.#isReady ? this.#processorMs * CLOCK_FACTOR : START_TIMEOUT_MS;
    this.#timer = setTimeout(() => {
      this.#ranOutOfTime = true;
      this.#process.kill('SIGKILL');
    }, limit);
  }

  #finish(outcome: ReadingOutcome): void {
    clearTimeout(this.#timer);
    this.#reads += 1;
    this.#keepParent(false);
    this.#settle?.(outcome);
    this.#settle = null;
  }

  /** V8 aborts at its own limit of memory; the process ends itself at ours. */
  #outcomeOfExit(code: number | null, signal: NodeJS.Signals | null): ReadingOutcome {
    if (signal === 'SIGVTALRM' || (this.#ranOutOfTime && this.#isReady)) return { exceeded: 'time' };
    if (signal === 'SIGKILL' || signal === 'SIGABRT' || code === 134) return { exceeded: 'memory' };
    const told = this.#written.trim().slice(-TOLD_CHARACTERS);
    return { reason: `The reading process ended (${signal ?? code})${told === '' ? '' : `: ${told}`}.` };
  }

  #keepParent(keep: boolean): void {
    const handles = [this.#process, this.#process.channel, this.#process.stderr as Socket | null];
    for (const handle of handles) {
      if (keep) handle?.ref();
      else handle?.unref();
    }
  }
}
