import type { IndexChange, IndexEntry, IndexWriter, SourceFileRecord } from '@footnote/index';
import { finishCommitted } from '../finish-committed.ts';

/** Lets an index run go on as ever, and makes all of its changes at its end, or none. */
export class CollectingWriter implements IndexWriter {
  readonly #writer: IndexWriter;
  readonly #commit: (changes: readonly IndexChange[]) => Promise<void>;
  readonly #changes: IndexChange[] = [];

  /** @param commit makes the changes; called once, when the run is through */
  constructor(writer: IndexWriter, commit: (changes: readonly IndexChange[]) => Promise<void>) {
    this.#writer = writer;
    this.#commit = commit;
  }

  entries(keys?: readonly string[]): Promise<readonly IndexEntry[]> {
    return this.#writer.entries(keys);
  }

  takes(key: string): boolean {
    return this.#writer.takes(key);
  }

  isIndexed(record: SourceFileRecord): Promise<boolean> {
    return this.#writer.isIndexed(record);
  }

  async apply(changes: readonly IndexChange[]): Promise<void> {
    this.#changes.push(...changes);
  }

  counts(): ReturnType<IndexWriter['counts']> {
    return this.#writer.counts();
  }

  async finish(): Promise<string | null> {
    await this.#commit(this.#changes);
    // What is committed is done: nothing stops it any more.
    return finishCommitted(this.#writer);
  }

  /** The writer is closed by whoever opened it. */
  async close(): Promise<void> {}
}
