/** A change to the index whose contents come later. */
export interface PendingChange {
  readonly ready: Promise<unknown>;
  /** Passages that it holds in memory. */
  readonly size: number;
  /** Called within a transaction once `ready` is fulfilled, after all that was pushed before. */
  readonly change: () => void;
}

export interface CommitQueueOptions {
  /** Passages that may be pending. */
  readonly limit: number;
  /** Runs changes in one transaction. */
  readonly commit: (change: () => void) => void;
}

interface Pending {
  readonly ready: Promise<unknown>;
  readonly size: number;
  readonly changes: (() => void)[];
}

/** Commits in the order of pushing, and holds up who pushes while too much is pending. */
export class CommitQueue {
  readonly #options: CommitQueueOptions;
  readonly #pending: Pending[] = [];
  #size = 0;

  constructor(options: CommitQueueOptions) {
    this.#options = options;
  }

  /** Makes the change in a transaction of its own. */
  async push({ ready, size, change }: PendingChange): Promise<void> {
    // It is awaited in its turn; until then a rejection is not one that nobody handles.
    ready.catch(() => {});
    this.#pending.push({ ready, size, changes: [change] });
    this.#size += size;
    while (this.#size > this.#options.limit) await this.#commitOldest();
  }

  /** Makes the change in the transaction of what was pushed last, if that is still pending. */
  join(change: () => void): void {
    const last = this.#pending.at(-1);
    if (last) last.changes.push(change);
    else this.#options.commit(change);
  }

  async drain(): Promise<void> {
    while (this.#pending.length > 0) await this.#commitOldest();
  }

  async #commitOldest(): Promise<void> {
    const [oldest] = this.#pending;
    if (!oldest) return;
    await oldest.ready;
    this.#pending.shift();
    this.#size -= oldest.size;
    this.#options.commit(() => {
      for (const change of oldest.changes) change();
    });
  }
}
