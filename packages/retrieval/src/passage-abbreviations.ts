import type { PassagePlace, Searcher } from '@footnote/index';
import { LRUCache } from 'lru-cache';
import { type Abbreviation, abbreviationsIn } from './abbreviations.ts';

/** Passages of which it is kept what they explain: a few megabytes, as most explain nothing. */
const MOST_KEPT = 20_000;

/** The abbreviations that passages and their titles explain. Of one version of an index, each is read once. */
export class PassageAbbreviations {
  readonly #kept = new LRUCache<string, readonly Abbreviation[]>({ max: MOST_KEPT });

  async of(searcher: Searcher, places: readonly PassagePlace[]): Promise<readonly Abbreviation[]> {
    const version = await searcher.version();
    if (version === null) return (await read(searcher, places)).flat();
    const keys = places.map(({ articleKey, start }) => `${version} ${start} ${articleKey}`);
    const known = keys.map((key) => this.#kept.get(key));
    const unread = places.filter((_, index) => !known[index]);
    const found = await read(searcher, unread);
    return keys.flatMap((key, index) => {
      const abbreviations = known[index] ?? found[unread.indexOf(places[index]!)]!;
      this.#kept.set(key, abbreviations);
      return abbreviations;
    });
  }
}

/** Of each place, what its passage explains; nothing where an engine has lost it. */
async function read(searcher: Searcher, places: readonly PassagePlace[]): Promise<Abbreviation[][]> {
  const passages = places.length > 0 ? await searcher.passagesAt(places) : [];
  return passages.map((passage) =>
    passage ? abbreviationsIn(`${passage.article.title ?? ''}\n${passage.text}`) : [],
  );
}
