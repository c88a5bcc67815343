import type { ArticleCatalog, ArticleRow } from '@footnote/index-sqlite';

export interface KeyClaimsOptions {
  readonly catalog: ArticleCatalog;
  /** Whether the file of an article is gone. */
  readonly isGone: (row: ArticleRow) => boolean;
}

/** Whether a key is the file's that asked for it, and if not, of which file, and whether that may still change. */
export type Claim =
  | { readonly state: 'granted' }
  | { readonly state: 'open' | 'refused'; readonly holder: string };

/** Whose each key is while a run looks at one file after the other: an article may have moved from any to any. */
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
  markRead(path: string, lost: readonly ArticleRow[]): void {
    this.#unread.delete(path);
    for (const row of lost) this.#freed.add(row.key);
  }

  /** Says that the articles stay those of their files. */
  keep(rows: readonly ArticleRow[]): void {
    for (const row of rows) this.#holders.set(row.key, row.path);
  }

  /** Asks for a key in the name of the file at the path, which may ask for each only once. */
  claim(key: string, path: string): Claim {
    const holder = this.#holders.get(key) ?? this.#otherHolder(key, path);
    if (holder !== undefined) return { state: this.#unread.has(holder) ? 'open' : 'refused', holder };
    this.#holders.set(key, path);
    return { state: 'granted' };
  }

  /** Whether no file has the article any more. */
  isFree(row: ArticleRow): boolean {
    return this.#options.isGone(row) || (this.#freed.has(row.key) && !this.#holders.has(row.key));
  }

  #otherHolder(key: string, path: string): string | undefined {
    const row = this.#options.catalog.byKey(key);
    return row && row.path !== path && !this.isFree(row) ? row.path : undefined;
  }
}
