import type { IndexChange } from '@footnote/index';

/** Changes to the index that come later. */
export interface PendingChanges {
  readonly changes: Promise<readonly IndexChange[]>;
  /** Passages that they hold in memory. */
  readonly size: number;
}

export interface CommitQueueOptions {
  /** Passages that may be pending. */
  readonly limit: number;
  /** Applies changes, all or none. */
  readonly apply: (changes: readonly IndexChange[]) => Promise<void>;
}

interface Pending extends PendingChanges {
  readonly joined: IndexChange[];
  readonly onApplied: (() => void)[];
}

/** Applies changes in the order of pushing, and holds up who pushes while too much is pending. */
export class CommitQueue {
  readonly #options: CommitQueueOptions;
  readonly #pending: Pending[] = [];
  #size = 0;

  constructor(options: CommitQueueOptions) {
    this.#options = options;
  }

  async push({ changes, size }: PendingChanges): Promise<void> {
    // It is awaited in its turn; until then a rejection is not one that nobody handles.
    changes.catch(() => {});
    this.#pending.push({ changes, size, joined: [], onApplied: [] });
    this.#size += size;
    while (this.#size > this.#options.limit) await this.#applyOldest();
  }

  /** Applies these together with what was pushed last, or at once if nothing is pending. */
  async join(changes: readonly IndexChange[], onApplied: () => void = () => {}): Promise<void> {
    const last = this.#pending.at(-1);
    if (last) {
      last.joined.push(...changes);
      last.onApplied.push(onApplied);
    } else {
      await this.#options.apply(changes);
      onApplied();
    }
  }

  async drain(): Promise<void> {
    while (this.#pending.length > 0) await this.#applyOldest();
  }

  async #applyOldest(): Promise<void> {
    const [oldest] = this.#pending;
    if (!oldest) return;
    const changes = await oldest.changes;
    this.#pending.shift();
    this.#size -= oldest.size;
    await this.#options.apply([...changes, ...oldest.joined]);
    for (const notify of oldest.onApplied) notify();
  }
}
