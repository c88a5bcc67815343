import type { Statement } from 'better-sqlite3';
import type { Database } from '../storage/database.ts';

/**
 * How many words each passage has, as the lexical index counts them, from where FTS5 keeps it
 * (https://www.sqlite.org/fts5.html#fts5_data_structures): a row of its sizes has the words of each column, the record
 * with id 1 of its data the number of rows, and the words of each column in all of them.
 */
export class PassageLengths {
  readonly #totals: Statement<unknown[]>;
  readonly #listed: Statement<unknown[]>;
  #byPassage = new Uint32Array(0);

  constructor(database: Database) {
    this.#totals = database.prepare('SELECT hex(block) FROM passage_text_data WHERE id = 1').pluck();
    // One string of all is read five times as fast as a hundred thousand rows.
    this.#listed = database
      .prepare(
        `SELECT group_concat(id || ':' || hex(sz), ' ') FROM passage_text_docsize WHERE id BETWEEN ? AND ?`,
      )
      .pluck();
  }

  /**
   * The passages there are now, the words of all, and the words of each by its number, 0 where there is none. A passage's
   * words do not change and numbers only grow, so only new ones are read, and those of passages that are gone stay.
   * @param last the number of the last passage
   */
  read(last: number): {
    readonly passages: number;
    readonly words: number;
    readonly byPassage: Uint32Array;
  } {
    const known = this.#byPassage;
    if (last >= known.length) {
      this.#byPassage = new Uint32Array(last + 1);
      this.#byPassage.set(known);
      const listed = this.#listed.get(known.length, last) as string | null;
      for (const entry of listed?.split(' ') ?? []) {
        const colon = entry.indexOf(':');
        this.#byPassage[Number(entry.slice(0, colon))] = sum(varints(entry.slice(colon + 1)));
      }
    }
    const [passages = 0, ...words] = varints((this.#totals.get() as string | undefined) ?? '');
    return { passages, words: sum(words), byPassage: this.#byPassage };
  }

  /** To be called when the terms of passages were made again, by other rules. */
  forget(): void {
    this.#byPassage = new Uint32Array(0);
  }
}

/** SQLite's numbers of variable length, in hex: seven bits a byte, the highest first; only the last byte is below 128. */
function varints(hex: string): number[] {
  const numbers: number[] = [];
  let number = 0;
  for (let at = 0; at < hex.length; at += 2) {
    const byte = Number.parseInt(hex.slice(at, at + 2), 16);
    number = number * 128 + (byte & 127);
    if (byte >= 128) continue;
    numbers.push(number);
    number = 0;
  }
  return numbers;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
