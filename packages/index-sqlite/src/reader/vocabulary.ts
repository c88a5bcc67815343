import { type CountedWord, nearestSpelling } from '@footnote/index';
import type { Statement } from 'better-sqlite3';
import type { Database } from '../storage/database.ts';

/** Letters that a word may lack in front, or have wrong. */
const FIRST_LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/** The words of the lexical index, stemmed: read as they are looked for, by first letter, and remembered until `forget`. */
export class Vocabulary {
  readonly #database: Database;
  readonly #known = new Map<string, readonly CountedWord[]>();
  #statements: Statements | undefined;

  constructor(database: Database) {
    this.#database = database;
  }

  /** The one most like a stem that is none of them; null where none is like it. */
  nearest(stem: string): string | null {
    this.#statements ??= prepare(this.#database);
    const first = stem.charAt(0);
    const others = [...FIRST_LETTERS].flatMap((letter) => [letter + stem, letter + stem.slice(1)]);
    const counts = [stem.slice(1), ...others].flatMap((other) => this.#statements!.word.all(other));
    return nearestSpelling(stem, [...this.#beginningWith(first), ...(counts as CountedWord[])]);
  }

  /** To be called when the index has changed. */
  forget(): void {
    this.#known.clear();
  }

  #beginningWith(letter: string): readonly CountedWord[] {
    const known = this.#known.get(letter);
    if (known) return known;
    const next = String.fromCodePoint(letter.codePointAt(0)! + 1);
    const words = this.#statements!.words.all(letter, next) as CountedWord[];
    if (words.length > 0) this.#known.set(letter, words);
    return words;
  }
}

interface Statements {
  readonly word: Statement<unknown[]>;
  readonly words: Statement<unknown[]>;
}

function prepare(database: Database): Statements {
  database.exec('CREATE VIRTUAL TABLE temp.passage_word USING fts5vocab (main, passage_text, row)');
  const columns = 'SELECT term AS stem, doc AS passages FROM temp.passage_word';
  return {
    word: database.prepare(`${columns} WHERE term = ?`),
    words: database.prepare(`${columns} WHERE term >= ? AND term < ?`),
  };
}
