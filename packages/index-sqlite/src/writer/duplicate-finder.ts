import { bandKeys, nearDuplicate } from '@footnote/core';
import type { ArticleRow } from '../storage/article-rows.ts';

/** Finds, among the articles it was given, those that are near-identical to a text, without comparing all. */
export class DuplicateFinder {
  readonly #byBand = new Map<number, Set<ArticleRow>>();

  add(article: ArticleRow): void {
    for (const band of bandKeys(article.signature)) {
      const articles = this.#byBand.get(band);
      if (articles) articles.add(article);
      else this.#byBand.set(band, new Set([article]));
    }
  }

  remove({ signature, id }: ArticleRow): void {
    for (const band of bandKeys(signature)) {
      for (const article of this.#byBand.get(band) ?? []) {
        if (article.id === id) this.#byBand.get(band)?.delete(article);
      }
    }
  }

  /** In the order in which they were indexed. */
  find(signature: Uint32Array): ArticleRow[] {
    const candidates = new Set(bandKeys(signature).flatMap((band) => [...(this.#byBand.get(band) ?? [])]));
    const found = [...candidates].filter((candidate) => nearDuplicate(candidate.signature, signature));
    return found.sort((a, b) => a.id - b.id);
  }
}
