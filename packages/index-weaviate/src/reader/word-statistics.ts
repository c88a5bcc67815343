import type { WordCounts } from '@footnote/index';
import weaviate from 'weaviate-client';
import type { ObjectStore } from '../storage/object-store.ts';
import type { WordMatch } from '../storage/word-match.ts';

const K1 = 0.6;
const B = 0.75;
/** What a word weighs that half of all passages have. */
const LEAST_WEIGHT = 1e-6;
/** Passages that the average length is taken of: their ids are as good as drawn by lot. */
const SAMPLE = 1000;
/** The average length is taken anew when the number of passages has changed by so large a part. */
const CHANGE = 0.1;
/** What was counted is taken for so as long as there are as many passages, and not for longer than this. */
const COUNTED_MS = 60_000;

/** What was counted while there was this number of passages. */
interface Counted {
  readonly passages: number;
  /** On the clock of `performance.now`. */
  readonly until: number;
  readonly passagesWith: Map<string, Promise<number>>;
}

interface AverageLength {
  readonly passages: number;
  readonly until: number;
  readonly length: Promise<number>;
}

/**
 * Counts words over all passages, and scores by BM25 as the contract has it what the cluster found. That ranks by counts of
 * its shards, each its own, and weighs common words otherwise: scored again by counts of the whole, passages rank as they
 * do in any other engine.
 */
export class WordStatistics {
  readonly #store: ObjectStore;
  #counted: Counted = { passages: 0, until: 0, passagesWith: new Map() };
  #average: AverageLength | null = null;

  constructor(store: ObjectStore) {
    this.#store = store;
  }

  /** In how many passages each stem stands. */
  async count(stems: readonly string[]): Promise<WordCounts> {
    const { passages, passagesWith } = await this.#current();
    const counts = stems.map((stem) => {
      const known = passagesWith.get(stem);
      if (known) return known;
      const counting = this.#store.count('passages', weaviate.filter.byProperty('stems').equal(stem));
      passagesWith.set(stem, counting);
      counting.catch(() => passagesWith.delete(stem));
      return counting;
    });
    return { passages, passagesWith: await Promise.all(counts) };
  }

  /** Gives the score of a passage that was found by any of these stems. */
  async scorer(stems: readonly string[]): Promise<(match: WordMatch) => number> {
    const { passages, passagesWith } = await this.count(stems);
    const weights = new Map(stems.map((stem, index) => [stem, rarity(passages, passagesWith[index]!)]));
    const averageLength = await this.#averageLength(passages);
    return (match) => bm25(match, { weights, averageLength });
  }

  async #current(): Promise<Counted> {
    const passages = await this.#store.count('passages');
    const now = performance.now();
    if (passages !== this.#counted.passages || now > this.#counted.until) {
      this.#counted = { passages, until: now + COUNTED_MS, passagesWith: new Map() };
    }
    return this.#counted;
  }

  #averageLength(passages: number): Promise<number> {
    const now = performance.now();
    const known = this.#average;
    const isKnown =
      known && now < known.until && Math.abs(passages - known.passages) < known.passages * CHANGE;
    if (isKnown) return known.length;
    const length = this.#sampleLength();
    this.#average = { passages, until: now + COUNTED_MS, length };
    length.catch(() => {
      this.#average = null;
    });
    return length;
  }

  async #sampleLength(): Promise<number> {
    const sample = await this.#store.fetch('passages', { limit: SAMPLE, after: '', properties: ['stems'] });
    const total = sample.reduce((sum, { properties }) => sum + properties.stems.split(' ').length, 0);
    return total / Math.max(1, sample.length);
  }
}

/** What a word weighs that stands in so many of all passages. */
function rarity(passages: number, passagesWith: number): number {
  return Math.max(Math.log((passages - passagesWith + 0.5) / (passagesWith + 0.5)), LEAST_WEIGHT);
}

interface Weighing {
  /** By stem. */
  readonly weights: ReadonlyMap<string, number>;
  readonly averageLength: number;
}

/** As SQLite's FTS5 defines it (https://sqlite.org/fts5.html, "The bm25() function"), but for k1. */
function bm25({ length, frequencies }: WordMatch, { weights, averageLength }: Weighing): number {
  const penalty = K1 * (1 - B + (B * length) / averageLength);
  let score = 0;
  // Always in one order: passages that hold the same then tie to the last digit.
  for (const [stem, weight] of weights) {
    const frequency = frequencies.get(stem) ?? 0;
    score += (weight * frequency * (K1 + 1)) / (frequency + penalty);
  }
  return score;
}
