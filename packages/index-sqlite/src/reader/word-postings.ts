import type { Statement } from 'better-sqlite3';
import type { Database } from '../storage/database.ts';

/** The passages that a word stands in, in order of their numbers, and how often in each. */
export interface Postings {
  readonly passages: Uint32Array;
  readonly counts: Uint32Array;
}

/** Passages kept for the words that were asked for last: 16 MB. */
const CAPACITY = 2_000_000;

/** What a word costs besides, in passages: most words that anybody can make up stand in none. */
const WORD = 50;

/** A word (FTS5 calls what it makes of one a token) at one place. */
interface Place {
  readonly doc: number;
  readonly col: number;
  readonly offset: number;
}

/** Reads from the lexical index where words stand, and remembers it until `forget`. */
export class WordPostings {
  readonly #database: Database;
  readonly #known = new Map<string, Postings>();
  #statements: Statements | undefined;
  #size = 0;

  constructor(database: Database) {
    this.#database = database;
    // No transaction may have begun.
    database.pragma('temp_store = MEMORY');
  }

  /** What FTS5 makes several tokens of is a phrase, as in a query of FTS5. */
  of(word: string): Postings {
    const known = this.#known.get(word);
    const postings = known ?? this.#read(word);
    // A Map keeps the order of insertion: what was used last goes to its end.
    if (known) this.#known.delete(word);
    else this.#size += sizeOf(postings);
    this.#known.set(word, postings);
    for (const [oldest, itsPostings] of this.#known) {
      if (this.#size <= CAPACITY || oldest === word) break;
      this.#known.delete(oldest);
      this.#size -= sizeOf(itsPostings);
    }
    return postings;
  }

  /** As the lexical index stems it; null for what it makes several words of, or none. */
  stemOf(word: string): string | null {
    this.#statements ??= prepare(this.#database);
    const [stem = null, ...rest] = this.#statements.tokensOf(word);
    return rest.length === 0 ? stem : null;
  }

  /** To be called when the index has changed. */
  forget(): void {
    this.#known.clear();
    this.#size = 0;
  }

  #read(word: string): Postings {
    this.#statements ??= prepare(this.#database);
    const { tokensOf, passagesOf, placesOf } = this.#statements;
    const [first, ...rest] = tokensOf(word);
    if (first === undefined) return countRuns([]);
    if (rest.length === 0) return countRuns(passagesOf.all(first) as number[]);
    return countRuns(phrase([first, ...rest].map((token) => placesOf.all(token) as Place[])));
  }
}

function sizeOf({ passages }: Postings): number {
  return WORD + passages.length;
}

interface Statements {
  readonly tokensOf: (word: string) => readonly string[];
  readonly passagesOf: Statement<unknown[]>;
  readonly placesOf: Statement<unknown[]>;
}

/** A word goes through a table of its own, in memory, to be cut and stemmed exactly as the lexical index does it. */
function prepare(database: Database): Statements {
  database.exec(`
    CREATE VIRTUAL TABLE temp.asked_word USING fts5 (word, tokenize = 'porter unicode61');
    CREATE VIRTUAL TABLE temp.asked_token USING fts5vocab (temp, asked_word, instance);
    CREATE VIRTUAL TABLE temp.passage_token USING fts5vocab (main, passage_text, instance);
  `);
  const write = database.prepare('INSERT INTO temp.asked_word (word) VALUES (?)');
  const tokens = database.prepare('SELECT term FROM temp.asked_token ORDER BY offset').pluck();
  const clear = database.prepare('DELETE FROM temp.asked_word');
  return {
    tokensOf: (word) => {
      write.run(word);
      const found = tokens.all() as string[];
      clear.run();
      return found;
    },
    passagesOf: database.prepare('SELECT doc FROM temp.passage_token WHERE term = ?').pluck(),
    placesOf: database.prepare(`SELECT doc, col, "offset" FROM temp.passage_token WHERE term = ?`),
  };
}

/** The passage of each place where the tokens follow one another. */
function phrase(tokens: readonly (readonly Place[])[]): number[] {
  const key = ({ doc, col, offset }: Place, shift: number) => `${doc} ${col} ${offset - shift}`;
  const [first = [], ...rest] = tokens;
  const starts = rest.map((places, index) => new Set(places.map((place) => key(place, index + 1))));
  return first.filter((place) => starts.every((set) => set.has(key(place, 0)))).map(({ doc }) => doc);
}

/** @param places the passages in order, each once for every time that the word stands in it */
function countRuns(places: readonly number[]): Postings {
  const passages = new Uint32Array(places.length);
  const counts = new Uint32Array(places.length);
  let distinct = 0;
  for (let index = 0; index < places.length; index += 1) {
    const place = places[index]!;
    if (index === 0 || place !== places[index - 1]) {
      passages[distinct] = place;
      distinct += 1;
    }
    counts[distinct - 1]! += 1;
  }
  return { passages: passages.slice(0, distinct), counts: counts.slice(0, distinct) };
}
