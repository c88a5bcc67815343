import type { ModelProcess, RequestOptions } from './worker-process.ts';

// One in work and one waiting in the child, so that it never idles while an answer travels.
const IN_FLIGHT = 2;

/** Hands requests, first come first served, to a fixed number of processes. */
export class ProcessPool {
  readonly #processes: readonly ModelProcess[];
  readonly #queue: (() => void)[] = [];

  /** @param size 1 or more */
  constructor(size: number, create: () => ModelProcess) {
    this.#processes = Array.from({ length: size }, create);
  }

  /** @throws as `ModelProcess.request` */
  async request<Answer>(payload: unknown, options: RequestOptions = {}): Promise<Answer> {
    const process = this.#free() ?? (await this.#turn());
    try {
      return await process.request<Answer>(payload, options);
    } finally {
      this.#queue.shift()?.();
    }
  }

  /** Sends the same request to every process, which starts those that have not started yet. */
  async requestFromEach(payload: unknown): Promise<void> {
    await Promise.all(this.#processes.map((process) => process.request(payload)));
  }

  async close(): Promise<void> {
    await Promise.all(this.#processes.map((process) => process.close()));
  }

  async #turn(): Promise<ModelProcess> {
    let process: ModelProcess | undefined;
    while (!process) {
      await new Promise<void>((resolve) => this.#queue.push(resolve));
      process = this.#free();
    }
    return process;
  }

  #free(): ModelProcess | undefined {
    const [idlest] = this.#processes.toSorted((a, b) => a.inFlight - b.inFlight);
    return idlest && idlest.inFlight < IN_FLIGHT ? idlest : undefined;
  }
}
