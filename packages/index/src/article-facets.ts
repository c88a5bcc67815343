import type { StoredArticle } from './stored-article.ts';

/** A value, and how many articles have it. */
export interface FacetCount {
  readonly value: string;
  readonly count: number;
}

/** What could be filtered by. Sources and authors: most frequent first, then by value; years: newest first. */
export interface ArticleFacets {
  readonly sources: readonly FacetCount[];
  readonly authors: readonly FacetCount[];
  /** Four digits. */
  readonly years: readonly FacetCount[];
}

type FacetFields = Pick<StoredArticle, 'source' | 'authors' | 'publishedAt'>;

/** Spellings that differ in case only count as one value, as they do for a filter; the most frequent is named. */
export function countFacets(articles: Iterable<FacetFields>): ArticleFacets {
  const sources = new SpellingCounts();
  const authors = new SpellingCounts();
  const years = new Map<string, number>();
  for (const { source, authors: names, publishedAt } of articles) {
    sources.add(source === null ? [] : [source]);
    authors.add(names);
    const year = publishedAt?.slice(0, 4);
    if (year !== undefined) increment(years, year);
  }
  return {
    sources: sources.mostFrequentFirst(),
    authors: authors.mostFrequentFirst(),
    years: [...years]
      .map(([value, count]) => ({ value, count }))
      .sort((a, b) => (a.value < b.value ? 1 : -1)),
  };
}

/** Counts of spellings as counts of values: those that differ in case only are one, named as most have it. */
export function joinSpellings(spellings: readonly FacetCount[]): FacetCount[] {
  const counts = new SpellingCounts();
  for (const { value, count } of spellings) counts.add([value], count);
  return counts.mostFrequentFirst();
}

/** Values of articles, their spellings counted apart and together. */
class SpellingCounts {
  readonly #folded = new Map<string, string>();
  readonly #articles = new Map<string, number>();
  readonly #spellings = new Map<string, number>();

  /** @param values of one article (or of several alike), which counts once for each */
  add(values: readonly string[], articles = 1): void {
    const folded = values.map((value) => this.#fold(value));
    folded.forEach((value, index) => {
      if (folded.indexOf(value) === index) increment(this.#articles, value, articles);
    });
    for (const value of values) increment(this.#spellings, value, articles);
  }

  mostFrequentFirst(): FacetCount[] {
    const named = new Map<string, string>();
    for (const { value } of sorted(this.#spellings)) {
      const folded = this.#fold(value);
      if (!named.has(folded)) named.set(folded, value);
    }
    return sorted(this.#articles).map(({ value, count }) => ({ value: named.get(value)!, count }));
  }

  #fold(value: string): string {
    let folded = this.#folded.get(value);
    if (folded === undefined) {
      folded = value.normalize('NFC').toLowerCase();
      this.#folded.set(value, folded);
    }
    return folded;
  }
}

function increment(counts: Map<string, number>, value: string, by = 1): void {
  counts.set(value, (counts.get(value) ?? 0) + by);
}

function sorted(counts: ReadonlyMap<string, number>): FacetCount[] {
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
}
