import { Worker } from 'node:worker_threads';

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

/** Ends the process it is in when that holds too much memory, or is at one piece of work for too long. */
export class LimitWatch {
  /** Processor time, in milliseconds since the process began. */
  readonly #deadline = new Float64Array(new SharedArrayBuffer(8)).fill(Number.POSITIVE_INFINITY);

  constructor(memoryMb: number) {
    const workerData = { deadline: this.#deadline.buffer, maxBytes: memoryMb * 1024 * 1024 };
    new Worker(WATCH, { eval: true, workerData, execArgv: [] }).unref();
  }

  /** Work that may take so much processor time, which a busy machine does not shorten as it does time by the clock. */
  async within<Result>(processorMs: number, work: () => Promise<Result>): Promise<Result> {
    const { user, system } = process.cpuUsage();
    this.#deadline[0] = (user + system) / 1000 + processorMs;
    try {
      return await work();
    } finally {
      this.#deadline[0] = Number.POSITIVE_INFINITY;
    }
  }
}
