import type { ArticleRow } from './article-rows.ts';

/**
 * What a reader keeps in memory of every article: all but texts and vectors. Finds an article by key, id or passage,
 * and orders passages by article key, then start.
 */
export class ArticleCatalog {
  readonly #byId = new Map<number, ArticleRow>();
  readonly #byKey = new Map<string, ArticleRow>();
  /** In order of id, which is that of first passages too: numbers only grow. */
  #inOrder: ArticleRow[] = [];
  #passages = 0;
  #revision = 0;

  get articles(): number {
    return this.#byId.size;
  }

  get passages(): number {
    return this.#passages;
  }

  /** Highest article id; 0 when empty. */
  get lastId(): number {
    return this.#inOrder.at(-1)?.id ?? 0;
  }

  /** Rows in order of id. */
  get rows(): readonly ArticleRow[] {
    return this.#inOrder;
  }

  byId(id: number): ArticleRow | undefined {
    return this.#byId.get(id);
  }

  byKey(key: string): ArticleRow | undefined {
    return this.#byKey.get(key);
  }

  /** The article that the passage belongs to. */
  ofPassage(passageId: number): ArticleRow | undefined {
    let low = 0;
    let high = this.#inOrder.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#inOrder[middle]!.firstPassage <= passageId) low = middle + 1;
      else high = middle;
    }
    const row = this.#inOrder[low - 1];
    return row && passageId < row.firstPassage + row.passages.length ? row : undefined;
  }

  /** Grows with each change: what was made of the rows holds while it stays. */
  get revision(): number {
    return this.#revision;
  }

  /** Negative when passage `a` comes before `b`: by article key, then place in the article. */
  comparePassages(a: number, b: number): number {
    const keyA = this.ofPassage(a)?.key ?? '';
    const keyB = this.ofPassage(b)?.key ?? '';
    if (keyA === keyB) return a - b;
    return keyA < keyB ? -1 : 1;
  }

  /** @param row with an id above all before it, or one that is known, which it replaces */
  add(row: ArticleRow): void {
    const known = this.#byId.get(row.id);
    if (known) this.#inOrder[this.#inOrder.indexOf(known)] = row;
    else this.#inOrder.push(row);
    this.#passages += row.passages.length - (known?.passages.length ?? 0);
    this.#byId.set(row.id, row);
    this.#byKey.set(row.key, row);
    this.#revision += 1;
  }

  remove(ids: ReadonlySet<number>): ArticleRow[] {
    const removed = this.#inOrder.filter((row) => ids.has(row.id));
    this.#inOrder = this.#inOrder.filter((row) => !ids.has(row.id));
    for (const row of removed) {
      this.#byId.delete(row.id);
      if (this.#byKey.get(row.key)?.id === row.id) this.#byKey.delete(row.key);
      this.#passages -= row.passages.length;
    }
    this.#revision += 1;
    return removed;
  }
}
