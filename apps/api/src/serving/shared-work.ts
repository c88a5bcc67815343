/** What goes on for one who waits for it. */
interface Work<Event, Result> {
  readonly onEvent: (event: Event) => void;
  /** Aborted when nobody waits for the result any more. */
  readonly signal: AbortSignal;
  readonly result: Promise<Result>;
}

interface Waiting<Event> {
  readonly onEvent?: ((event: Event) => void) | undefined;
  /** Whoever aborts leaves; the work goes on for the others. */
  readonly signal?: AbortSignal | undefined;
}

/** Work that several wait for: it is done once, and given up when the last of them has left. */
export class SharedWork<Event, Result> {
  readonly result: Promise<Result>;
  /** What was told so far: whoever comes later is told it at once. */
  readonly events: Event[] = [];
  readonly #listeners = new Set<(event: Event) => void>();
  readonly #abandoned = new AbortController();
  #waiting = 0;
  #isDone = false;

  constructor(run: (work: Omit<Work<Event, Result>, 'result'>) => Promise<Result>) {
    this.result = run({ signal: this.#abandoned.signal, onEvent: (event) => this.#tell(event) });
    const end = () => {
      this.#isDone = true;
    };
    // Each who waits is told of a failure; after the last has left there is nobody to tell.
    this.result.then(end, end);
  }

  get isAbandoned(): boolean {
    return this.#abandoned.signal.aborted;
  }

  /** The result, unless `signal` is aborted before. */
  async wait({ onEvent = () => {}, signal }: Waiting<Event>): Promise<Result> {
    signal?.throwIfAborted();
    // Another function for each, so that two who pass the same one are both told.
    const listener = (event: Event) => onEvent(event);
    for (const event of this.events) listener(event);
    this.#listeners.add(listener);
    this.#waiting += 1;
    let leave = () => {};
    const left = new Promise<never>((_, reject) => {
      leave = () => reject(signal?.reason);
      signal?.addEventListener('abort', leave, { once: true });
    });
    try {
      return await Promise.race([this.result, left]);
    } finally {
      signal?.removeEventListener('abort', leave);
      this.#listeners.delete(listener);
      this.#waiting -= 1;
      if (this.#waiting === 0 && !this.#isDone) this.#abandoned.abort();
    }
  }

  #tell(event: Event): void {
    this.events.push(event);
    for (const listener of [...this.#listeners]) listener(event);
  }
}
