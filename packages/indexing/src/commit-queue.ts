/** Work whose result comes later, and what to do with it then. */
export interface PendingCommit {
  readonly ready: Promise<unknown>;
  /** Passages that it holds in memory. */
  readonly size: number;
  /** Called once `ready` is fulfilled, after the commits of all that was pushed before. */
  readonly commit: () => void;
}

/** Commits in the order of pushing, and holds up who pushes while too much is pending. */
export class CommitQueue {
  readonly #limit: number;
  readonly #pending: PendingCommit[] = [];
  #size = 0;

  /** @param limit passages that may be pending */
  constructor(limit: number) {
    this.#limit = limit;
  }

  async push(pending: PendingCommit): Promise<void> {
    // It is awaited in its turn; until then a rejection is not one that nobody handles.
    pending.ready.catch(() => {});
    this.#pending.push(pending);
    this.#size += pending.size;
    while (this.#size > this.#limit) await this.#commitOldest();
  }

  async drain(): Promise<void> {
    while (this.#pending.length > 0) await this.#commitOldest();
  }

  async #commitOldest(): Promise<void> {
    const oldest = this.#pending.shift();
    if (!oldest) return;
    this.#size -= oldest.size;
    await oldest.ready;
    oldest.commit();
  }
}
