import { readFileSync, renameSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rankedPassages } from '@footnote/index/testing';
import { databasePath, listGraphFiles, verifyIndex } from '@footnote/index-sqlite';
import { acquireWriterLock, SqliteIndexReader } from '@footnote/index-sqlite/testing';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { repairIndex } from './repair-index.ts';
import { type IndexFixture, indexFixture, loadedModel, useModelInTests } from './testing/index-fixture.ts';

const TEXTS = {
  'river.txt': 'The river rose by two metres in the night. The mayor closed the old bridge at dawn.',
  'bread.txt': 'The bakery on the corner sells rye bread. It opens at six on every day but Monday.',
};

let fixture: IndexFixture;

useModelInTests();
beforeEach(async () => {
  fixture = indexFixture();
  fixture.write(TEXTS);
  await fixture.update();
});
afterEach(() => fixture.dispose());

/** Changes the database behind the product's back. */
function tamper(sql: string): void {
  const database = new Database(databasePath(fixture.index));
  // Lets the tables be written that FTS5 keeps for itself.
  database.unsafeMode();
  database.exec(sql);
  database.close();
}

const codes = () => verifyIndex(fixture.index).problems.map(({ code }) => code);
const graphPath = () => join(fixture.index, listGraphFiles(fixture.index)[0]!);

describe('verifyIndex', () => {
  it.each([
    ['a text', "UPDATE article_text SET text = replace(text, 'two', 'ten')", 'CHECKSUM'],
    ['a source', "UPDATE article SET source = 'Somebody'", 'CHECKSUM'],
    ['a path', "UPDATE article SET path = '/elsewhere'", 'CHECKSUM'],
    ['an offset', "UPDATE article SET passages = '[[0,5]]'", 'CHECKSUM'],
    ['a vector', 'UPDATE article_vectors SET vectors = zeroblob(length(vectors))', 'CHECKSUM'],
    ['the size of a vector', 'UPDATE article_vectors SET vectors = zeroblob(4)', 'DIMENSIONS'],
    ['a lexical entry', "UPDATE passage_text SET text = 'Other words.'", 'LEXICAL'],
    ['the lexical content alone', "UPDATE passage_text_content SET c1 = 'Other words.'", 'LEXICAL'],
    ['a lost lexical entry', 'DELETE FROM passage_text WHERE rowid = 1', 'LEXICAL'],
    ['a lost text', 'DELETE FROM article_text WHERE article = 1', 'MISSING'],
    ['a lost vector', 'DELETE FROM article_vectors WHERE article = 1', 'MISSING'],
    ['a file record', "UPDATE source_file SET sha256 = 'x'", 'CHECKSUM'],
    ['the manifest', `UPDATE manifest SET value = '"x"' WHERE name = 'updatedAt'`, 'CHECKSUM'],
    ['another table', 'CREATE TABLE extra (x)', 'SCHEMA'],
    ['a newer format', 'PRAGMA user_version = 99', 'FORMAT_TOO_NEW'],
  ])('finds a change of %s', (_, sql, code) => {
    expect(codes()).toEqual([]);
    tamper(sql);
    expect(codes()).toContain(code);
  });

  it('finds a graph file that was changed, cut or taken away', () => {
    const bytes = readFileSync(graphPath());
    const path = graphPath();
    bytes[200]! ^= 1;
    writeFileSync(path, bytes);
    expect(codes()).toEqual(['CHECKSUM']);
    truncateSync(path, bytes.length - 3);
    expect(codes()).toEqual(['TRUNCATED']);
    renameSync(path, join(fixture.folder, 'away'));
    expect(codes()).toEqual(['MISSING']);
  });

  it('says whether a problem is of the graph or of the database', () => {
    const parts = () => verifyIndex(fixture.index).problems.map(({ part }) => part);
    writeFileSync(graphPath(), 'not a graph');
    expect(parts()).toEqual(['graph']);
    tamper("UPDATE source_file SET sha256 = 'x' WHERE path LIKE '%river.txt'");
    expect(parts()).toEqual(['database', 'graph']);
  });

  it('finds a database that was cut', () => {
    truncateSync(databasePath(fixture.index), 9000);
    expect(codes()).toContain('TRUNCATED');
  });
});

const articleOf = (key: string) =>
  fixture.search(async (searcher) => (await searcher.articlesByKey([key]))[0]);

const scoresOf = (word: string) =>
  fixture.search(async (searcher) => {
    const ranked = await rankedPassages(searcher, { terms: [word], vector: null, limit: 5 });
    return ranked.map(({ score }) => score);
  });

describe('a damaged index', () => {
  it('gives no article whose text was changed', async () => {
    tamper("UPDATE article_text SET text = replace(text, 'two', 'ten') WHERE article = 2");
    await expect(articleOf('river.txt')).rejects.toThrow(/damaged.*--repair/);
    expect((await articleOf('bread.txt'))?.text).toBe(TEXTS['bread.txt']);
  });

  it('gives no article whose near-identical ones were changed', async () => {
    tamper('INSERT INTO near_duplicate VALUES (1, 2, zeroblob(16))');
    await expect(articleOf('bread.txt')).rejects.toThrow(/damaged.*near-identical.*--repair/);
  });

  it('answers without its graph file', async () => {
    writeFileSync(graphPath(), 'not a graph');
    const { embedder } = await loadedModel();
    const reader = new SqliteIndexReader(fixture.index, { limits: { exact: 0, filtered: 0 } });
    const vector = await embedder.embedQuery('a flood');
    const query = { terms: null, vector, limit: 5 };
    expect(await reader.withSearcher((searcher) => searcher.candidates(query))).toHaveLength(2);
    await reader.close();
  });
});

describe('repairIndex', () => {
  it('does nothing to a sound index', async () => {
    expect(await repairIndex(fixture.index)).toEqual({ actions: [], lost: 0 });
  });

  it('makes the graph anew from the vectors', async () => {
    writeFileSync(graphPath(), 'not a graph');
    const { actions } = await repairIndex(fixture.index);
    expect(actions).toEqual(['Made the graph anew from the vectors.']);
    expect(codes()).toEqual([]);
  });

  it('mends what is wrong when it has the lock, whatever was before', async () => {
    writeFileSync(graphPath(), 'not a graph');
    const lock = await acquireWriterLock(fixture.index);
    const repairing = repairIndex(fixture.index, { wait: true });
    tamper("UPDATE passage_text SET text = 'Other words.'");
    lock.release();
    expect((await repairing).actions).toHaveLength(2);
    expect(codes()).toEqual([]);
  });

  it('makes the lexical index anew from the texts, and vectors too', async () => {
    const before = await scoresOf('bread');
    tamper("UPDATE passage_text SET text = 'Other words.'");
    tamper('UPDATE article_vectors SET vectors = zeroblob(4) WHERE article = 1');
    const { actions, lost } = await repairIndex(fixture.index);
    expect(actions.join(' ')).toMatch(/Kept 2 articles.*Embedded 1 .*graph/);
    expect(lost).toBe(0);
    expect(codes()).toEqual([]);
    expect(await scoresOf('bread')).toEqual(before);
    expect(await fixture.update()).toMatchObject({ unchanged: 2, added: 0 });
  });

  it('leaves out an article whose text is lost, and the next run brings it back', async () => {
    tamper("UPDATE article_text SET text = 'x' WHERE article = 1");
    expect((await repairIndex(fixture.index)).lost).toBe(1);
    expect(codes()).toEqual([]);
    expect(await fixture.update()).toMatchObject({ added: 1, unchanged: 1 });
  });
});
