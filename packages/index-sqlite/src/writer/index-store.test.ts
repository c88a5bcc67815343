import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { direction, MADE_UP_MODEL, madeUpArticle } from '@footnote/index/testing';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '../storage/database.ts';
import { verifyIndex } from '../verify/verify-index.ts';
import { type IndexStore, withIndexStore } from './index-store.ts';

let directory: string;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'footnote-store-'));
});
afterEach(() => rmSync(directory, { recursive: true }));

/** SQLite refuses to empty its log within a transaction. */
function keepLogFromBeingEmptied({ database }: IndexStore): Database {
  return database.exec('BEGIN IMMEDIATE');
}

/** As indexes once were: the texts as they stand, and no version. */
function withoutTerms({ database }: IndexStore): void {
  database.exec(`
    DELETE FROM manifest WHERE name = 'searchTerms';
    DELETE FROM passage_text;
    INSERT INTO passage_text (rowid, title, text) VALUES (1, '', 'It cost $2.4bn.');
  `);
}

describe('withIndexStore', () => {
  it('makes the terms of an older index again, and leaves what was embedded', async () => {
    const cost = madeUpArticle('cost', 'It cost $2.4bn.', { vectors: [direction(1, 2)] });
    await withIndexStore({ directory, model: MADE_UP_MODEL }, (store) => {
      store.writer.commit(() => store.put(cost));
      withoutTerms(store);
    });
    expect(verifyIndex(directory).problems).toEqual([]);
    await withIndexStore({ directory, model: MADE_UP_MODEL }, ({ database, catalog, contents }) => {
      expect(database.prepare('SELECT text FROM passage_text').pluck().all()).toEqual([
        'it cost 2400000000 billion dollar',
      ]);
      expect(contents.vectors(catalog.byKey('cost')!)).toEqual(direction(1, 2));
    });
    expect(verifyIndex(directory).problems).toEqual([]);
  });

  it('closes the database when its log cannot be emptied, and says so', async () => {
    let database: Database | undefined;
    const use = withIndexStore({ directory, model: MADE_UP_MODEL }, (store) => {
      database = keepLogFromBeingEmptied(store);
    });
    await expect(use).rejects.toMatchObject({ code: 'SQLITE_LOCKED' });
    expect(database?.open).toBe(false);
  });

  it('says what went wrong first', async () => {
    const use = withIndexStore({ directory, model: MADE_UP_MODEL }, (store) => {
      keepLogFromBeingEmptied(store);
      throw new Error('first');
    });
    await expect(use).rejects.toThrow('first');
  });
});
