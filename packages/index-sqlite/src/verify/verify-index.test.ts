import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { databasePath, graphFileName } from '../storage/index-directory.ts';
import { verifyIndex } from './verify-index.ts';

let directory: string;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'footnote-verify-'));
});
afterEach(() => rmSync(directory, { recursive: true }));

describe('verifyIndex', () => {
  it('takes a database that cannot be read for a problem', () => {
    mkdirSync(databasePath(directory));
    expect(verifyIndex(directory)).toEqual({
      ok: false,
      problems: [
        { part: 'database', code: 'DATABASE', message: expect.stringMatching(/cannot be read.*Check/) },
      ],
    });
  });

  it('finds no index in a database that has no tables yet', () => {
    const database = new Database(databasePath(directory));
    database.pragma('journal_mode = WAL');
    database.close();
    expect(() => verifyIndex(directory)).toThrow(expect.objectContaining({ code: 'INDEX_NOT_FOUND' }));
  });

  it('finds that an index with a graph lost all of its database', () => {
    writeFileSync(databasePath(directory), '');
    writeFileSync(join(directory, graphFileName(7)), 'a graph');
    expect(verifyIndex(directory).problems.map(({ code }) => code)).toEqual(['TRUNCATED']);
  });
});
