import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { makeArticle, minHashSignature } from '@footnote/core';
import {
  createArticleWriter,
  databasePath,
  openFollowingReader,
  openForWriting,
  openIndexReader,
} from '@footnote/index-sqlite';
import type { EmbeddingModel } from '@footnote/inference';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type IndexFixture, indexFixture, loadedModel, useModelInTests } from './index-fixture.ts';

const TEXTS = {
  'river.txt': 'The river rose by two metres in the night. The mayor closed the old bridge at dawn.',
  'bread.txt': 'The bakery on the corner sells rye bread. It opens at six on every day but Monday.',
  'train.txt': 'The night train to the coast runs again. It had been stopped for eleven years.',
};

let fixture: IndexFixture;

useModelInTests();
beforeEach(() => {
  fixture = indexFixture();
});
afterEach(() => fixture.dispose());

const question = async (text: string) => (await loadedModel()).embedder.embedQuery(text);

describe('an index reader', () => {
  test('finds by meaning, exactly and through the graph, the same passages', async () => {
    fixture.write(TEXTS);
    await fixture.update();
    const exact = openIndexReader(fixture.index);
    const throughGraph = openIndexReader(fixture.index, { limits: { exact: 0, filtered: 0 } });
    for (const [text, key] of [
      ['Where can I buy a loaf?', 'bread.txt'],
      ['Is there a flood?', 'river.txt'],
      ['Can I go to the sea by rail?', 'train.txt'],
    ] as const) {
      const vector = await question(text);
      const found = exact.semanticScores(vector, { limit: 3 });
      expect(exact.passage(found[0]!.passageId)?.articleKey).toBe(key);
      const approximate = throughGraph.semanticScores(vector, { limit: 3 });
      expect(approximate.map(({ passageId }) => passageId)).toEqual(found.map(({ passageId }) => passageId));
      approximate.forEach(({ score }, rank) => {
        expect(score).toBeCloseTo(found[rank]!.score, 5);
      });
    }
    exact.close();
    throughGraph.close();
  });

  test('a graph that was saved, and then caught up, knows what came, changed and went', async () => {
    fixture.write(TEXTS);
    await fixture.update();
    fixture.write({ 'river.txt': 'A new museum of clocks was opened by the harbour.' });
    fixture.erase('bread.txt');
    await fixture.update();
    const reader = openIndexReader(fixture.index, { limits: { exact: 0, filtered: 0 } });
    const found = reader.semanticScores(await question('clocks'), { limit: 10 });
    expect(found.map(({ passageId }) => reader.passage(passageId)?.articleKey)).toEqual([
      'river.txt',
      'train.txt',
    ]);
    reader.close();
  });

  test('applies filters before it ranks', async () => {
    fixture.write({
      'a.md': '---\nsource: Alpha\n---\nThe river rose by two metres in the night.',
      'b.md': '---\nsource: Beta\n---\nThe bakery on the corner sells rye bread.',
    });
    await fixture.update();
    for (const limits of [undefined, { exact: 0, filtered: 0 }, { exact: 0, filtered: 10 }]) {
      const reader = openIndexReader(fixture.index, { limits });
      const options = { limit: 1, filter: { sources: ['beta'] } };
      const [semantic] = reader.semanticScores(await question('a flood of the river'), options);
      expect(reader.passage(semantic!.passageId)?.articleKey).toBe('b.md');
      expect(reader.lexicalScores(['river'], options)).toEqual([]);
      expect(reader.lexicalScores(['river', 'bread'], options)).toHaveLength(1);
      reader.close();
    }
  });

  test('breaks ties by key, then place, also where the limit cuts', async () => {
    const line = (id: string) => JSON.stringify({ id, text: 'The same words in every article.' });
    fixture.write({ 'x.jsonl': ['c', 'a', 'd', 'b'].map(line).join('\n') });
    await fixture.update();
    const reader = openIndexReader(fixture.index);
    const keysOf = (scores: readonly { passageId: number }[]) =>
      scores.map(({ passageId }) => reader.passage(passageId)?.articleKey);
    expect(keysOf(reader.lexicalScores(['words'], { limit: 2 }))).toEqual(['a', 'b']);
    expect(keysOf(reader.semanticScores(await question('words'), { limit: 3 }))).toEqual(['a', 'b', 'c']);
    reader.close();
  });

  test('quotes in terms, and terms without letters, are no syntax', async () => {
    fixture.write(TEXTS);
    await fixture.update();
    const reader = openIndexReader(fixture.index);
    expect(reader.lexicalScores(['bread" OR "river', '*', '-', 'NEAR('], { limit: 5 })).toEqual([]);
    expect(reader.lexicalScores(['"bread"'], { limit: 5 })).toHaveLength(1);
    expect(reader.documentFrequency('opening')).toBe(1);
    reader.close();
  });

  test('names near-identical articles in order of key', async () => {
    const line = (id: string) => JSON.stringify({ id, text: TEXTS['river.txt'] });
    fixture.write({ 'x.jsonl': ['c', 'a', 'd', 'b'].map(line).join('\n') });
    await fixture.update();
    const reader = openIndexReader(fixture.index);
    expect(reader.article('a')?.duplicates).toEqual(['b', 'c', 'd']);
    reader.close();
  });

  test('pages through articles in order of key', async () => {
    fixture.write(TEXTS);
    await fixture.update();
    const reader = openIndexReader(fixture.index);
    const first = reader.articles({ first: 2 });
    const rest = reader.articles({ first: 2, after: first.items.at(-1)?.cursor });
    expect([...first.items, ...rest.items].map(({ item }) => item.key)).toEqual(Object.keys(TEXTS).sort());
    expect([first.hasNextPage, rest.hasNextPage]).toEqual([true, false]);
    reader.close();
  });

  test('takes no page of passages after what is no place in a text', async () => {
    fixture.write(TEXTS);
    await fixture.update();
    const reader = openIndexReader(fixture.index);
    for (const after of ['x', '', '-1', '1.5', '1e3']) {
      expect(() => reader.passages('river.txt', { first: 1, after })).toThrow(
        expect.objectContaining({ code: 'INVALID_CURSOR' }),
      );
    }
    reader.close();
  });
});

describe('a reader that follows', () => {
  test('is empty without an index, and has what is committed within a second, in memory too', async () => {
    const reader = openFollowingReader(fixture.index);
    expect(reader.status()).toMatchObject({ articles: 0, passages: 0, model: null });
    fixture.write({ 'river.txt': TEXTS['river.txt'] });
    await fixture.update();
    await delay(1000);
    expect(reader.status().articles).toBe(1);
    fixture.write({ 'bread.txt': TEXTS['bread.txt'] });
    fixture.erase('river.txt');
    await fixture.update();
    const [found] = reader.semanticScores(await question('bread'), { limit: 5 });
    expect(reader.passage(found!.passageId)?.articleKey).toBe('bread.txt');
    expect(reader.status().articles).toBe(1);
    reader.close();
  });

  test.each([
    ['an empty file', ''],
    ['a database without tables', 'PRAGMA journal_mode = WAL'],
  ])('takes %s, with which an index begins, for none', async (_, sql) => {
    mkdirSync(fixture.index);
    writeFileSync(databasePath(fixture.index), '');
    const database = new Database(databasePath(fixture.index));
    database.exec(sql);
    const reader = openFollowingReader(fixture.index);
    expect(reader.status()).toMatchObject({ articles: 0, model: null });
    database.close();
    fixture.write({ 'river.txt': TEXTS['river.txt'] });
    await fixture.update();
    await delay(300);
    expect(reader.status().articles).toBe(1);
    reader.close();
  });

  test('reads another index that takes the place of the first', async () => {
    fixture.write({ 'river.txt': TEXTS['river.txt'] });
    await fixture.update();
    const reader = openFollowingReader(fixture.index);
    expect(reader.article('river.txt')).not.toBeNull();
    const other = join(fixture.folder, 'other');
    fixture.write({ 'bread.txt': TEXTS['bread.txt'] });
    await fixture.update({ directory: other });
    rmSync(fixture.index, { recursive: true });
    await delay(300);
    expect(reader.status().articles).toBe(0);
    renameSync(other, fixture.index);
    await delay(300);
    expect(reader.status().articles).toBe(2);
    reader.close();
  });

  test('within a snapshot, everything is of one commit', async () => {
    fixture.write({ 'river.txt': TEXTS['river.txt'] });
    await fixture.update();
    const { model } = await loadedModel();
    const vector = await question('flood');
    const reader = openIndexReader(fixture.index);
    // The one is kept in memory, the other asked of the database.
    const look = () => [reader.countArticles(), reader.documentFrequency('river')];
    const within = reader.snapshot(() => {
      commitArticle({ model, vector });
      return look();
    });
    expect(within).toEqual([1, 1]);
    expect(look()).toEqual([2, 2]);
    reader.close();
  });

  test('a commit that cannot be read is an error at every call', async () => {
    fixture.write({ 'river.txt': TEXTS['river.txt'] });
    await fixture.update();
    const { model } = await loadedModel();
    const reader = openIndexReader(fixture.index);
    commitArticle({ model, vector: new Float32Array(model.identity.dimensions) });
    const damaged = expect.objectContaining({ code: 'INDEX_DAMAGED' });
    expect(() => reader.countArticles()).toThrow(damaged);
    expect(() => reader.countArticles()).toThrow(damaged);
    reader.close();
  });
});

/** Adds "flood.txt", of one passage with this vector, in one call: no reader can follow meanwhile. */
function commitArticle({ model, vector }: { model: EmbeddingModel; vector: Float32Array }): void {
  const database = openForWriting(fixture.index);
  const writer = createArticleWriter(database, { directory: fixture.index, model: model.identity });
  const text = 'The river fell again.';
  writer.commit(() =>
    writer.add({
      article: makeArticle({ ...UNTITLED, key: 'flood.txt', text }),
      root: fixture.articles,
      path: join(fixture.articles, 'flood.txt'),
      cuttingVersion: 1,
      passages: [{ start: 0, end: text.length }],
      vectors: [vector],
      signature: minHashSignature(text),
      duplicates: [],
    }),
  );
  database.close();
}

const UNTITLED = { title: null, source: null, authors: [], publishedAt: null, url: null, language: null };
