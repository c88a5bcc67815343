import { bandKeys, nearDuplicate } from '@footnote/core';
import type { ArticleRow } from '../storage/article-rows.ts';

type Signed = Pick<ArticleRow, 'id' | 'signature'>;

/** Finds, among the articles it was given, those that are near-identical to a text, without comparing all. */
export class DuplicateFinder {
  readonly #byBand = new Map<number, Set<Signed>>();

  add(article: Signed): void {
    for (const band of bandKeys(article.signature)) {
      const articles = this.#byBand.get(band);
      if (articles) articles.add(article);
      else this.#byBand.set(band, new Set([article]));
    }
  }

  remove({ signature, id }: Signed): void {
    for (const band of bandKeys(signature)) {
      for (const article of this.#byBand.get(band) ?? []) {
        if (article.id === id) this.#byBand.get(band)?.delete(article);
      }
    }
  }

  /** Ids, ascending. */
  find(signature: Uint32Array): number[] {
    const candidates = new Set(bandKeys(signature).flatMap((band) => [...(this.#byBand.get(band) ?? [])]));
    const found = [...candidates].filter((candidate) => nearDuplicate(candidate.signature, signature));
    return found.map(({ id }) => id).sort((a, b) => a - b);
  }
}
