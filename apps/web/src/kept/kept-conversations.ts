import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import {
  type ConversationRecord,
  type ConversationSummary,
  mergeTurns,
  summaryOf,
} from './conversation-record.ts';

/** Grows when the shape of what is kept changes; `upgrade` then carries over what an earlier version kept. */
const VERSION = 1;

interface Schema extends DBSchema {
  conversations: { key: string; value: ConversationRecord };
  summaries: { key: string; value: ConversationSummary };
}

/** Why a conversation was not kept. */
export type KeepingProblem = 'full' | 'unavailable';

/** Thrown where the browser keeps nothing (more). */
export class NotKeptError extends Error {
  readonly reason: KeepingProblem;

  constructor(cause: unknown) {
    const isFull = cause instanceof DOMException && cause.name === 'QuotaExceededError';
    super(isFull ? "The browser's storage is full." : 'The browser keeps nothing for this page.', { cause });
    this.name = 'NotKeptError';
    this.reason = isFull ? 'full' : 'unavailable';
  }
}

/** The conversations that this browser keeps, the same in all its tabs. */
export class KeptConversations {
  #database: Promise<IDBPDatabase<Schema>> | undefined;
  #channel: BroadcastChannel | undefined;
  readonly #listeners = new Set<() => void>();

  /** Calls `listener` whenever a conversation was kept, renamed or deleted, in this tab or another. */
  subscribe(listener: () => void): () => void {
    if (this.#channel === undefined) {
      this.#channel = new BroadcastChannel('footnote.conversations');
      this.#channel.onmessage = () => this.#tellListeners();
    }
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** @throws NotKeptError */
  list(): Promise<readonly ConversationSummary[]> {
    return this.#run((database) => database.getAll('summaries'));
  }

  /** @throws NotKeptError */
  read(id: string): Promise<ConversationRecord | undefined> {
    return this.#run((database) => database.get('conversations', id));
  }

  /** @throws NotKeptError */
  readAll(): Promise<readonly ConversationRecord[]> {
    return this.#run((database) => database.getAll('conversations'));
  }

  /**
   * Keeps a conversation, beside the turns that another tab added to it.
   * @throws NotKeptError
   */
  async keep({ id, turns }: Omit<ConversationRecord, 'name'>): Promise<void> {
    await this.#change(id, (kept) => ({
      id,
      name: kept?.name ?? null,
      turns: mergeTurns(kept?.turns ?? [], turns),
    }));
  }

  /**
   * Names a conversation; a blank name gives it the name of its first question again.
   * @throws NotKeptError
   */
  async rename(id: string, name: string): Promise<void> {
    await this.#change(id, (kept) => kept && { ...kept, name: name.trim() || null });
  }

  /** @throws NotKeptError */
  async remove(id: string): Promise<void> {
    await this.#change(id, () => undefined);
  }

  /** @throws NotKeptError */
  async clear(): Promise<void> {
    await this.#run(async (database) => {
      const transaction = database.transaction(['conversations', 'summaries'], 'readwrite');
      await Promise.all([
        transaction.objectStore('conversations').clear(),
        transaction.objectStore('summaries').clear(),
        transaction.done,
      ]);
    });
    this.#announce();
  }

  /** One transaction, so that no change of another tab falls in between. */
  async #change(
    id: string,
    change: (kept: ConversationRecord | undefined) => ConversationRecord | undefined,
  ): Promise<void> {
    await this.#run(async (database) => {
      const transaction = database.transaction(['conversations', 'summaries'], 'readwrite');
      const conversations = transaction.objectStore('conversations');
      const summaries = transaction.objectStore('summaries');
      const changed = change(await conversations.get(id));
      if (changed === undefined) {
        await Promise.all([conversations.delete(id), summaries.delete(id), transaction.done]);
      } else {
        await Promise.all([
          conversations.put(changed, id),
          summaries.put(summaryOf(changed), id),
          transaction.done,
        ]);
      }
    });
    this.#announce();
  }

  async #run<Result>(work: (database: IDBPDatabase<Schema>) => Promise<Result>): Promise<Result> {
    try {
      this.#database ??= openDB<Schema>('footnote', VERSION, {
        upgrade: (database) => {
          database.createObjectStore('conversations');
          database.createObjectStore('summaries');
        },
      });
      return await work(await this.#database);
    } catch (cause) {
      throw new NotKeptError(cause);
    }
  }

  #announce(): void {
    this.#channel?.postMessage(null);
    this.#tellListeners();
  }

  #tellListeners(): void {
    for (const listener of this.#listeners) listener();
  }
}
