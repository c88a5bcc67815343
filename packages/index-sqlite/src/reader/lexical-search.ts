import Sqlite, { type Statement } from 'better-sqlite3';
import type { ArticleCatalog } from '../storage/article-catalog.ts';
import type { ArticleRow } from '../storage/article-rows.ts';
import type { Database } from '../storage/database.ts';
import { generationReader, termsVersionReader } from '../storage/manifest.ts';
import { BestScores } from '../vectors/best-scores.ts';
import type { PassageScore } from '../vectors/passage-score.ts';
import { PassageLengths } from './passage-lengths.ts';
import { Vocabulary } from './vocabulary.ts';
import { type Postings, WordPostings } from './word-postings.ts';

/** FTS5 has 1.2. Passages are short, so that a word that comes again says less of one. */
const K1 = 0.6;
const B = 0.75;
/** What FTS5 weighs a word with that half of all passages have. */
const LEAST_WEIGHT = 1e-6;

/** What BM25 needs to know of all passages, in one state of the index. */
interface Collection {
  readonly generation: string | null;
  readonly termsVersion: string | null;
  readonly passages: number;
  /** Of each passage, by its number: what is added to a word's count for the passage's length; NaN where there is no such. */
  readonly penalties: Float64Array;
}

/**
 * BM25 over the passages' headings and texts, as FTS5's bm25() has it but for one constant
 * (https://www.sqlite.org/fts5.html#the_bm25_function). FTS5 looks up the length of every passage that holds any of
 * the words, which takes a hundred milliseconds where they are common; here lengths are in memory, words' places are
 * read from its index, and adding up all of them, in the order and with the arithmetic of FTS5, is what remains.
 */
export class LexicalSearch {
  readonly #catalog: ArticleCatalog;
  readonly #postings: WordPostings;
  readonly #vocabulary: Vocabulary;
  readonly #lengths: PassageLengths;
  readonly #frequency: Statement<unknown[]>;
  readonly #readGeneration: () => string | null;
  readonly #readTermsVersion: () => string | null;
  readonly #k1: number;
  #collection: Collection | undefined;
  /** By passage; all 0 between searches. */
  #sums = new Float64Array(0);

  constructor(database: Database, catalog: ArticleCatalog, k1 = K1) {
    this.#catalog = catalog;
    this.#k1 = k1;
    this.#postings = new WordPostings(database);
    this.#vocabulary = new Vocabulary(database);
    this.#lengths = new PassageLengths(database);
    this.#readGeneration = generationReader(database);
    this.#readTermsVersion = termsVersionReader(database);
    this.#frequency = database
      .prepare('SELECT count(*) FROM passage_text WHERE passage_text MATCH ?')
      .pluck();
  }

  /** Best first, ties by article key, then place. `passes` null: every article. */
  scores(
    terms: readonly string[],
    options: { limit: number; passes: ((row: ArticleRow) => boolean) | null },
  ): PassageScore[] {
    const collection = this.#currentCollection();
    const words = terms.map((term) => this.#postings.of(term));
    const allowed = options.passes && this.#allowedPassages(options.passes);
    const best = new BestScores(options.limit, (a, b) => this.#catalog.comparePassages(a, b));
    for (const word of words) this.#add(word, collection);
    for (const { passages } of words) this.#offer(passages, { allowed, best });
    return best.sorted();
  }

  documentFrequency(word: string): number {
    return /[\p{L}\p{N}]/u.test(word) ? (this.#frequency.get(quoted(word)) as number) : 0;
  }

  /** The stem of the word that one which no passage has is spelled most like; null where a passage has it. */
  nearestWord(word: string): string | null {
    this.#currentCollection();
    const stem = this.#postings.stemOf(word);
    if (stem === null || this.#postings.of(word).passages.length > 0) return null;
    const nearest = this.#vocabulary.nearest(stem);
    // It is looked for by its stem, which must be its own.
    return nearest !== null && this.#postings.stemOf(nearest) === nearest ? nearest : null;
  }

  #add({ passages, counts }: Postings, { passages: total, penalties }: Collection): void {
    const sums = this.#sums;
    const k1 = this.#k1;
    const rarity = Math.log((total - passages.length + 0.5) / (passages.length + 0.5));
    const weight = rarity > 0 ? rarity : LEAST_WEIGHT;
    for (let index = 0; index < passages.length; index += 1) {
      const count = counts[index]!;
      const passage = passages[index]!;
      sums[passage]! += weight * ((count * (k1 + 1)) / (count + penalties[passage]!));
    }
  }

  /** Takes each sum back to 0, so that a passage is offered with its first word only. */
  #offer(passages: Uint32Array, { allowed, best }: { allowed: Uint8Array | null; best: BestScores }): void {
    const sums = this.#sums;
    for (const passage of passages) {
      const score = sums[passage] ?? Number.NaN;
      if (score === 0) continue;
      if (Number.isNaN(score)) throw this.#corrupt(passage);
      sums[passage] = 0;
      if (allowed === null || allowed[passage] === 1) best.offer(passage, score);
    }
  }

  #currentCollection(): Collection {
    const generation = this.#readGeneration();
    if (this.#collection === undefined || this.#collection.generation !== generation) {
      this.#postings.forget();
      this.#vocabulary.forget();
      const termsVersion = this.#readTermsVersion();
      if (termsVersion !== this.#collection?.termsVersion) this.#lengths.forget();
      this.#collection = { generation, termsVersion, ...this.#readCollection() };
      this.#sums = new Float64Array(this.#collection.penalties.length);
    }
    return this.#collection;
  }

  #readCollection(): Omit<Collection, 'generation' | 'termsVersion'> {
    const last = this.#catalog.rows.at(-1);
    const { passages, words, byPassage } = this.#lengths.read(
      last ? last.firstPassage + last.passages.length - 1 : -1,
    );
    const average = words / passages;
    const penalties = new Float64Array(byPassage.length);
    for (let passage = 0; passage < penalties.length; passage += 1) {
      const length = byPassage[passage]!;
      penalties[passage] = length === 0 ? Number.NaN : this.#k1 * (1 - B + (B * length) / average);
    }
    return { passages, penalties };
  }

  /** What FTS5 would report. The next search begins anew. */
  #corrupt(passage: number): Error {
    this.#collection = undefined;
    const message = `the lexical index has no size of the passage ${passage}`;
    return new Sqlite.SqliteError(message, 'SQLITE_CORRUPT_VTAB');
  }

  #allowedPassages(passes: (row: ArticleRow) => boolean): Uint8Array {
    const allowed = new Uint8Array(this.#sums.length);
    for (const row of this.#catalog.rows) {
      if (passes(row)) allowed.fill(1, row.firstPassage, row.firstPassage + row.passages.length);
    }
    return allowed;
  }
}

/** So that no word is taken for FTS5's syntax. */
function quoted(word: string): string {
  return `"${word.replaceAll('"', '""').replaceAll('\0', ' ')}"`;
}
