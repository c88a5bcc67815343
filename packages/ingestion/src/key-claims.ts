import type { IndexEntry } from '@footnote/index';

export interface KeyClaimsOptions {
  /** The article of that key in the index, as far as it was written. */
  readonly holderOf: (key: string) => IndexEntry | undefined;
  /** Whether the file of an article is gone. */
  readonly isGone: (entry: IndexEntry) => boolean;
}

/** Whether a key is the file's that asked for it, and if not, of which file, and whether that may still change. */
export type Claim =
  | { readonly state: 'granted' }
  | { readonly state: 'open' | 'refused'; readonly holder: string };

/**
 * Which file each article key belongs to while a run goes through the files one by one. An article may have moved
 * from any file to any other, so a key that another file had in the last run stays open until that file was read too.
 */
export class KeyClaims {
  readonly #options: KeyClaimsOptions;
  /** Keys of this run, and the paths of their files. */
  readonly #holders = new Map<string, string>();
  /** Keys that their files have lost. */
  readonly #freed = new Set<string>();
  /** Paths of files that will say which of their articles they still have. */
  readonly #unread = new Set<string>();

  constructor(options: KeyClaimsOptions) {
    this.#options = options;
  }

  /** Says that a file is going to be read: until then it may turn out to have lost any of its articles. */
  expect(path: string): void {
    this.#unread.add(path);
  }

  /** Says that a file was read, and which of its articles it no longer has. */
  markRead(path: string, lost: readonly IndexEntry[]): void {
    this.#unread.delete(path);
    for (const { key } of lost) this.#freed.add(key);
  }

  /** Says that the articles stay those of their files. */
  keep(entries: readonly IndexEntry[]): void {
    for (const { key, path } of entries) this.#holders.set(key, path);
  }

  /** Asks for a key in the name of the file at the path, which may ask for each only once. */
  claim(key: string, path: string): Claim {
    const holder = this.#holders.get(key) ?? this.#otherHolder(key, path);
    if (holder !== undefined) return { state: this.#unread.has(holder) ? 'open' : 'refused', holder };
    this.#holders.set(key, path);
    return { state: 'granted' };
  }

  /** Whether no file has the article any more. */
  isFree(entry: IndexEntry): boolean {
    return this.#options.isGone(entry) || (this.#freed.has(entry.key) && !this.#holders.has(entry.key));
  }

  #otherHolder(key: string, path: string): string | undefined {
    const entry = this.#options.holderOf(key);
    return entry && entry.path !== path && !this.isFree(entry) ? entry.path : undefined;
  }
}
