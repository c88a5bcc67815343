import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Database } from '../storage/database.ts';
import { type IndexStore, withIndexStore } from './index-store.ts';

const MODEL = {
  id: 'made-up',
  sha256: '0'.repeat(64),
  dimensions: 2,
  pooling: 'mean',
  queryPrefix: '',
} as const;

let directory: string;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'footnote-store-'));
});
afterEach(() => rmSync(directory, { recursive: true }));

/** SQLite refuses to empty its log within a transaction. */
function keepLogFromBeingEmptied({ database }: IndexStore): Database {
  return database.exec('BEGIN IMMEDIATE');
}

describe('withIndexStore', () => {
  test('closes the database when its log cannot be emptied, and says so', async () => {
    let database: Database | undefined;
    const use = withIndexStore({ directory, model: MODEL }, (store) => {
      database = keepLogFromBeingEmptied(store);
    });
    await expect(use).rejects.toMatchObject({ code: 'SQLITE_LOCKED' });
    expect(database?.open).toBe(false);
  });

  test('says what went wrong first', async () => {
    const use = withIndexStore({ directory, model: MODEL }, (store) => {
      keepLogFromBeingEmptied(store);
      throw new Error('first');
    });
    await expect(use).rejects.toThrow('first');
  });
});
