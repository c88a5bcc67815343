import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { IndexChange, NewArticle } from '@footnote/index';
import { direction, MADE_UP_MODEL, madeUpArticle, rankedPassages } from '@footnote/index/testing';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { databasePath } from '../storage/index-directory.ts';
import { openSqliteIndexWriter } from '../writer/sqlite-index-writer.ts';
import { FollowingReader } from './following-reader.ts';
import { SqliteIndexReader } from './sqlite-index-reader.ts';

const RIVER = madeUpArticle('river', 'The river rose.', { vectors: [direction(1)] });
const BREAD = madeUpArticle('bread', 'Rye bread is sold.', { vectors: [direction(0, 1)] });
const TRAIN = madeUpArticle('train', 'The night train runs.', { vectors: [direction(0, 0, 1)] });
const EVERYTHING_IN_GRAPH = { exact: 0, filtered: 0 };

let folder: string;
let directory: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'footnote-reader-'));
  directory = join(folder, 'index');
});
afterEach(() => rmSync(folder, { recursive: true }));

async function write(changes: readonly IndexChange[], place = directory): Promise<void> {
  const writer = await openSqliteIndexWriter(place, { model: MADE_UP_MODEL });
  await writer.apply(changes);
  await writer.finish();
  await writer.close();
}

function put(...articles: NewArticle[]): IndexChange[] {
  return articles.map((article) => ({ kind: 'put', article }));
}

async function nearest(reader: SqliteIndexReader, vector: Float32Array, filter = {}) {
  const query = { terms: null, vector, limit: 3, filter };
  const ranked = await reader.withSearcher((searcher) => rankedPassages(searcher, query));
  return ranked.map(({ score, passage }) => ({ key: passage.articleKey, score }));
}

describe('the graph', () => {
  it('finds the same passages as exact scoring', async () => {
    await write(put(RIVER, BREAD, TRAIN));
    const exact = new SqliteIndexReader(directory);
    const throughGraph = new SqliteIndexReader(directory, { limits: EVERYTHING_IN_GRAPH });
    for (const vector of [direction(3, 2, 1), direction(1, 3, 2), direction(1, 2, 3)]) {
      const expected = await nearest(exact, vector);
      const found = await nearest(throughGraph, vector);
      expect(found.map(({ key }) => key)).toEqual(expected.map(({ key }) => key));
      found.forEach(({ score }, rank) => {
        expect(score).toBeCloseTo(expected[rank]!.score, 5);
      });
    }
    await Promise.all([exact.close(), throughGraph.close()]);
  });

  it('once saved and caught up, knows what came, changed and went', async () => {
    await write(put(RIVER, BREAD, TRAIN));
    const museum = madeUpArticle('river', 'A museum of clocks.', { vectors: [direction(0, 0, 0, 1)] });
    await write([...put(museum), { kind: 'remove', key: 'bread' }]);
    const reader = new SqliteIndexReader(directory, { limits: EVERYTHING_IN_GRAPH });
    const found = await nearest(reader, direction(0, 1, 2, 3));
    expect(found.map(({ key }) => key)).toEqual(['river', 'train']);
    await reader.close();
  });

  it('is searched behind a filter, or what passes is scored exactly', async () => {
    const alpha = madeUpArticle('a', 'The river rose.', { source: 'Alpha', vectors: [direction(1)] });
    const beta = madeUpArticle('b', 'Rye bread is sold.', { source: 'Beta', vectors: [direction(0, 1)] });
    await write(put(alpha, beta));
    for (const limits of [EVERYTHING_IN_GRAPH, { exact: 0, filtered: 10 }]) {
      const reader = new SqliteIndexReader(directory, { limits });
      const found = await nearest(reader, direction(1), { sources: ['beta'] });
      expect(found.map(({ key }) => key)).toEqual(['b']);
      await reader.close();
    }
  });
});

describe('a reader that follows', () => {
  const articles = async (reader: FollowingReader) => (await reader.status()).articles;

  it.each([
    ['an empty file', ''],
    ['a database without tables', 'PRAGMA journal_mode = WAL'],
  ])('takes %s, with which an index begins, for none', async (_, sql) => {
    mkdirSync(directory);
    writeFileSync(databasePath(directory), '');
    const database = new Database(databasePath(directory));
    database.exec(sql);
    const reader = new FollowingReader(directory);
    expect(await reader.status()).toMatchObject({ articles: 0, model: null });
    database.close();
    await write(put(RIVER));
    await expect.poll(() => articles(reader)).toBe(1);
    await reader.close();
  });

  it('reads another index that takes the place of the first', async () => {
    await write(put(RIVER));
    const reader = new FollowingReader(directory);
    expect(await articles(reader)).toBe(1);
    const other = join(folder, 'other');
    await write(put(RIVER, BREAD), other);
    rmSync(directory, { recursive: true });
    await expect.poll(() => articles(reader)).toBe(0);
    renameSync(other, directory);
    await expect.poll(() => articles(reader)).toBe(2);
    await reader.close();
  });
});

it('a commit that cannot be read is an error at every call', async () => {
  await write(put(RIVER));
  const reader = new SqliteIndexReader(directory);
  await write(put({ ...BREAD, vectors: [new Float32Array(4)] }));
  const count = () => reader.withSearcher((searcher) => searcher.countArticles());
  await expect(count()).rejects.toMatchObject({ code: 'INDEX_DAMAGED' });
  await expect(count()).rejects.toMatchObject({ code: 'INDEX_DAMAGED' });
  await reader.close();
});
