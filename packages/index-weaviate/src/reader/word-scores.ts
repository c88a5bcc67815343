import weaviate from 'weaviate-client';
import type { ObjectStore } from '../storage/object-store.ts';

const K1 = 0.6;
const B = 0.75;
/** What a word weighs that half of all passages have. */
const LEAST_WEIGHT = 1e-6;
/** Passages that the average length is taken of: their ids are as good as drawn by lot. */
const SAMPLE = 1000;
const AVERAGE_MS = 60_000;

/** What BM25 needs to know of all passages. */
interface WordStatistics {
  readonly passages: number;
  readonly averageLength: number;
  /** By stem. */
  readonly passagesWith: ReadonlyMap<string, number>;
}

/**
 * BM25 as the contract has it, of passages that the cluster found. It ranks by counts of its shards, each its own, and
 * weighs common words otherwise: scored again by counts of the whole, passages rank as they do in any other engine.
 */
export class WordScores {
  readonly #store: ObjectStore;
  #averageLength: Promise<number> | null = null;
  #averageUntil = 0;

  constructor(store: ObjectStore) {
    this.#store = store;
  }

  /** Gives the score of the passage that has these stems. */
  async scorer(stems: readonly string[]): Promise<(passageStems: string) => number> {
    const wanted = [...new Set(stems)];
    const count = (stem: string) =>
      this.#store.count('passages', weaviate.filter.byProperty('stems').equal(stem));
    const [passages, averageLength, counts] = await Promise.all([
      this.#store.count('passages'),
      this.#average(),
      Promise.all(wanted.map(count)),
    ]);
    const passagesWith = new Map(wanted.map((stem, index) => [stem, counts[index]!]));
    return (passageStems) => bm25(passageStems.split(' '), { passages, averageLength, passagesWith });
  }

  #average(): Promise<number> {
    const now = performance.now();
    if (!this.#averageLength || now > this.#averageUntil) {
      this.#averageLength = this.#sampleLength();
      this.#averageUntil = now + AVERAGE_MS;
      this.#averageLength.catch(() => {
        this.#averageLength = null;
      });
    }
    return this.#averageLength;
  }

  async #sampleLength(): Promise<number> {
    const sample = await this.#store.fetch('passages', { limit: SAMPLE, after: '', properties: ['stems'] });
    const total = sample.reduce((sum, { properties }) => sum + properties.stems.split(' ').length, 0);
    return total / Math.max(1, sample.length);
  }
}

/** As SQLite's FTS5 defines it (https://sqlite.org/fts5.html, "The bm25() function"), but for k1. */
function bm25(stems: readonly string[], { passages, averageLength, passagesWith }: WordStatistics): number {
  const frequencies = new Map<string, number>();
  for (const stem of stems) {
    if (passagesWith.has(stem)) frequencies.set(stem, (frequencies.get(stem) ?? 0) + 1);
  }
  const penalty = K1 * (1 - B + (B * stems.length) / averageLength);
  let score = 0;
  for (const [stem, frequency] of frequencies) {
    const holding = passagesWith.get(stem)!;
    const rarity = Math.max(Math.log((passages - holding + 0.5) / (holding + 0.5)), LEAST_WEIGHT);
    score += (rarity * frequency * (K1 + 1)) / (frequency + penalty);
  }
  return score;
}
