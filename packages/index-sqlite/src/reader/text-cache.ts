import type { ArticleRow } from '../storage/article-rows.ts';

/** UTF-16 code units kept: 32 MB. */
const CAPACITY = 16 * 1024 * 1024;

/** The texts of the articles that were asked for last. An article's text never changes: a changed one has a new id. */
export class TextCache {
  readonly #read: (row: ArticleRow) => string;
  readonly #texts = new Map<number, string>();
  #size = 0;

  constructor(read: (row: ArticleRow) => string) {
    this.#read = read;
  }

  get(row: ArticleRow): string {
    const known = this.#texts.get(row.id);
    const text = known ?? this.#read(row);
    // A Map keeps the order of insertion: what was used last goes to its end.
    if (known !== undefined) this.#texts.delete(row.id);
    else this.#size += text.length;
    this.#texts.set(row.id, text);
    for (const [id, { length }] of this.#texts) {
      if (this.#size <= CAPACITY || id === row.id) break;
      this.#texts.delete(id);
      this.#size -= length;
    }
    return text;
  }
}
