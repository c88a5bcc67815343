import type { Statement } from 'better-sqlite3';
import type { ArticleCatalog } from '../storage/article-catalog.ts';
import type { ArticleRow } from '../storage/article-rows.ts';
import type { Database } from '../storage/database.ts';
import type { PassageScore } from '../vectors/passage-score.ts';

/** BM25 over the passages' titles and texts, by SQLite's FTS5. */
export class LexicalSearch {
  readonly #catalog: ArticleCatalog;
  readonly #best: Statement<unknown[]>;
  readonly #bestOfAllowed: Statement<unknown[]>;
  readonly #frequency: Statement<unknown[]>;
  #allowed: Uint8Array | null = null;

  constructor(database: Database, catalog: ArticleCatalog) {
    this.#catalog = catalog;
    // Called for each passage that matches, within `scores` alone.
    database.function('is_allowed', { deterministic: false }, (id) => this.#allowed?.[Number(id)] ?? 0);
    // FTS5's bm25 is negative, and smaller for a better match.
    const ranked = (condition: string) =>
      database.prepare(
        `SELECT rowid AS passageId, -bm25(passage_text) AS score FROM passage_text
         WHERE passage_text MATCH ? ${condition} ORDER BY score DESC LIMIT ?`,
      );
    this.#best = ranked('');
    this.#bestOfAllowed = ranked('AND is_allowed(rowid)');
    this.#frequency = database
      .prepare('SELECT count(*) FROM passage_text WHERE passage_text MATCH ?')
      .pluck();
  }

  /** Best first, ties by article key, then place. `passes` null: every article. */
  scores(
    terms: readonly string[],
    options: { limit: number; passes: ((row: ArticleRow) => boolean) | null },
  ): PassageScore[] {
    const query = anyOf(terms);
    if (query === '' || options.limit <= 0) return [];
    this.#allowed = options.passes && this.#allowedPassages(options.passes);
    const statement = options.passes ? this.#bestOfAllowed : this.#best;
    try {
      return this.#completeTies(statement, query, options.limit);
    } finally {
      this.#allowed = null;
    }
  }

  documentFrequency(word: string): number {
    const query = anyOf([word]);
    return query === '' ? 0 : (this.#frequency.get(query) as number);
  }

  /** SQLite orders equal scores as it likes: all that tie with the last one are fetched, and ordered here. */
  #completeTies(statement: Statement<unknown[]>, query: string, limit: number): PassageScore[] {
    for (let fetched = limit + 1; ; fetched *= 2) {
      const rows = statement.all(query, fetched) as PassageScore[];
      const isComplete = rows.length < fetched || rows.at(-1)!.score < rows[limit - 1]!.score;
      if (isComplete) return this.#ordered(rows).slice(0, limit);
    }
  }

  #ordered(rows: PassageScore[]): PassageScore[] {
    return rows.sort((a, b) => b.score - a.score || this.#catalog.comparePassages(a.passageId, b.passageId));
  }

  #allowedPassages(passes: (row: ArticleRow) => boolean): Uint8Array {
    const last = this.#catalog.rows.at(-1);
    const allowed = new Uint8Array(last ? last.firstPassage + last.passages.length : 0);
    for (const row of this.#catalog.rows) {
      if (passes(row)) allowed.fill(1, row.firstPassage, row.firstPassage + row.passages.length);
    }
    return allowed;
  }
}

/** Quoted, so that no term is taken for FTS5's syntax; what has no letter or digit matches nothing. */
function anyOf(terms: readonly string[]): string {
  const words = terms.filter((term) => /[\p{L}\p{N}]/u.test(term));
  return words.map((term) => `"${term.replaceAll('"', '""').replaceAll('\0', ' ')}"`).join(' OR ');
}
