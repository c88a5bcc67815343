import Sqlite from 'better-sqlite3';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ArticleCatalog } from '../storage/article-catalog.ts';
import type { ArticleRow } from '../storage/article-rows.ts';
import type { Database } from '../storage/database.ts';
import { TABLES } from '../storage/schema.ts';
import { LexicalSearch } from './lexical-search.ts';

/** So that its scores can be compared with FTS5's. */
const K1_OF_FTS5 = 1.2;

interface TestArticle {
  readonly key: string;
  readonly title: string | null;
  readonly passages: readonly string[];
}

let database: Database;
let catalog: ArticleCatalog;
let search: LexicalSearch;
let generation: number;
let nextPassage: number;

beforeEach(() => {
  database = new Sqlite(':memory:');
  database.exec(TABLES.manifest!);
  database.exec(TABLES.passage_text!);
  catalog = new ArticleCatalog();
  search = new LexicalSearch(database, catalog, K1_OF_FTS5);
  generation = 0;
  nextPassage = 1;
});
afterEach(() => database.close());

describe('the word that is spelled most like one that is not there', () => {
  const passages = ['the ferry to vladivostok', 'lavrov in vladivostok', 'the baker and the bakers'];

  it.each([
    ['ladivostok', 'vladivostok'],
    ['Vladivostock', 'vladivostok'],
    ['lavrow', 'lavrov'],
    ['bakor', 'baker'],
    ['vladivostok', null],
    ['bakers', null],
    ['museum', null],
    ['ferries', null],
    ['', null],
    ['"', null],
  ])('of "%s" is %s', (word, nearest) => {
    add({ key: 'a', title: null, passages });
    expect(search.nearestWord(word)).toBe(nearest);
  });

  it('follows what is added', () => {
    add({ key: 'a', title: null, passages });
    expect(search.nearestWord('museun')).toBeNull();
    add({ key: 'b', title: null, passages: ['a museum'] });
    expect(search.nearestWord('museun')).toBe('museum');
  });
});

function commit(): void {
  generation += 1;
  database.prepare(`INSERT OR REPLACE INTO manifest VALUES ('generation', ?, x'')`).run(`${generation}`);
}

function add({ key, title, passages }: TestArticle): void {
  const insert = database.prepare('INSERT INTO passage_text (rowid, title, text) VALUES (?, ?, ?)');
  passages.forEach((text, ordinal) => {
    insert.run(nextPassage + ordinal, title ?? '', text);
  });
  const spans = passages.map((_, ordinal) => ({ start: ordinal, end: ordinal + 1 }));
  const id = catalog.lastId + 1;
  // Only what a search looks at.
  catalog.add({ id, key, firstPassage: nextPassage, passages: spans } as unknown as ArticleRow);
  nextPassage += passages.length;
  commit();
}

function remove(key: string): void {
  const row = catalog.byKey(key)!;
  for (const [ordinal] of row.passages.entries()) {
    database.prepare('DELETE FROM passage_text WHERE rowid = ?').run(row.firstPassage + ordinal);
  }
  catalog.remove(new Set([row.id]));
  commit();
}

/** Every passage that FTS5 finds, with the score it gives it. */
function scoresOfFts5(terms: readonly string[]): Map<number, number> {
  const query = terms.map((term) => `"${term}"`).join(' OR ');
  const sql = 'SELECT rowid, -bm25(passage_text) FROM passage_text WHERE passage_text MATCH ?';
  return new Map(database.prepare(sql).raw().all(query) as [number, number][]);
}

const word = fc.constantFrom('run', 'running', 'Runs', 'gas', 'naïve', 'the', 'don’t', 'x', '日本');
const text = fc.array(word, { minLength: 1, maxLength: 12 }).map((words) => words.join(' '));
const article = fc.record({
  key: fc.stringMatching(/^[a-z]{1,3}$/),
  title: fc.option(text),
  passages: fc.array(text, { minLength: 1, maxLength: 3 }),
});
const articles = fc.uniqueArray(article, { selector: ({ key }) => key, minLength: 1, maxLength: 12 });
const asked = fc.uniqueArray(word, { minLength: 1, maxLength: 4 });

describe('the lexical ranking', () => {
  it('is that of FTS5 over all passages, ties by article key, then place', () => {
    fc.assert(
      fc.property(
        articles,
        fc.nat(),
        fc.record({ terms: asked, limit: fc.integer({ min: 1, max: 12 }) }),
        (given, gone, { terms, limit }) => {
          for (const { key } of [...catalog.rows]) remove(key);
          for (const one of given) add(one);
          search.scores(terms, { limit, passes: null });
          remove(given[gone % given.length]!.key);
          const found = search.scores(terms, { limit, passes: null });
          const wanted = scoresOfFts5(terms);
          expect(found).toHaveLength(Math.min(limit, wanted.size));
          for (const { passageId, score } of found) expect(score).toBeCloseTo(wanted.get(passageId)!, 12);
          const isOrdered = found.every((hit, rank) => {
            const next = found[rank + 1];
            if (next === undefined || hit.score > next.score) return true;
            return hit.score === next.score && catalog.comparePassages(hit.passageId, next.passageId) < 0;
          });
          expect(isOrdered).toBe(true);
          for (const { passageId } of found) wanted.delete(passageId);
          const least = found.at(-1)?.score ?? 0;
          for (const score of wanted.values()) expect(score).toBeLessThanOrEqual(least + 1e-12);
        },
      ),
    );
  });

  it('puts equal passages in order of article key, then place, also where the limit cuts them', () => {
    for (const key of ['c', 'a', 'b']) add({ key, title: null, passages: ['gas', 'gas'] });
    const found = search.scores(['gas'], { limit: 3, passes: null });
    const places = found.map(({ passageId }) => {
      const row = catalog.ofPassage(passageId)!;
      return `${row.key}${passageId - row.firstPassage}`;
    });
    expect(places).toEqual(['a0', 'a1', 'b0']);
  });

  it('leaves out what does not pass, and weighs words by all passages all the same', () => {
    add({ key: 'a', title: null, passages: ['gas pipeline', 'gas'] });
    add({ key: 'b', title: null, passages: ['gas pipeline pipeline'] });
    const all = search.scores(['pipeline'], { limit: 10, passes: null });
    const some = search.scores(['pipeline'], { limit: 10, passes: ({ key }) => key === 'a' });
    expect(some).toEqual(all.filter(({ passageId }) => catalog.ofPassage(passageId)?.key === 'a'));
    expect(some).toHaveLength(1);
  });

  it('finds nothing for what is no word', () => {
    add({ key: 'a', title: null, passages: ['gas'] });
    expect(search.scores(['*', '"', '-'], { limit: 5, passes: null })).toEqual([]);
    expect(search.scores([], { limit: 5, passes: null })).toEqual([]);
    expect(search.scores(['gas'], { limit: 0, passes: null })).toEqual([]);
  });

  it('is refused where the index names a passage that it has no length of', () => {
    add({ key: 'a', title: null, passages: ['gas', 'gas'] });
    database.unsafeMode();
    database.prepare('DELETE FROM passage_text_docsize WHERE id = 1').run();
    expect(() => search.scores(['gas'], { limit: 5, passes: null })).toThrow(
      expect.objectContaining({ code: 'SQLITE_CORRUPT_VTAB' }),
    );
  });
});
