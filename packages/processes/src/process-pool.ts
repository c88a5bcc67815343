import { type RequestOptions, WorkerProcess, type WorkerProcessOptions } from './worker-process.ts';

export interface ProcessPoolOptions<Request> extends WorkerProcessOptions<Request> {
  /** How many processes there are at most, 1 or more; each starts when no other is idle. */
  readonly size: number;
  /**
   * Requests that a process has at a time: 2 unless told, one in work and one waiting in the child, so that it never
   * idles while an answer travels.
   */
  readonly inFlight?: number | undefined;
}

/** Hands requests, first come first served, to a fixed number of processes. */
export class ProcessPool<Request, Answer> {
  readonly #inFlight: number;
  readonly #processes: readonly WorkerProcess<Request, Answer>[];
  readonly #queue: (() => void)[] = [];

  constructor({ size, inFlight = 2, ...options }: ProcessPoolOptions<Request>) {
    this.#inFlight = inFlight;
    this.#processes = Array.from({ length: size }, () => new WorkerProcess<Request, Answer>(options));
  }

  /** @throws as `WorkerProcess.request` */
  async request(request: Request, options: RequestOptions = {}): Promise<Answer> {
    const process = this.#free() ?? (await this.#turn());
    try {
      return await process.request(request, options);
    } finally {
      this.#queue.shift()?.();
    }
  }

  /** Sends the same request to every process, which starts those that have not started yet. */
  async requestFromEach(request: Request): Promise<void> {
    await Promise.all(this.#processes.map((process) => process.request(request)));
  }

  async close(): Promise<void> {
    await Promise.all(this.#processes.map((process) => process.close()));
  }

  async #turn(): Promise<WorkerProcess<Request, Answer>> {
    let process: WorkerProcess<Request, Answer> | undefined;
    while (!process) {
      await new Promise<void>((resolve) => this.#queue.push(resolve));
      process = this.#free();
    }
    return process;
  }

  #free(): WorkerProcess<Request, Answer> | undefined {
    const [idlest] = this.#processes.toSorted((a, b) => a.inFlight - b.inFlight);
    return idlest && idlest.inFlight < this.#inFlight ? idlest : undefined;
  }
}
