import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { databasePath } from './index-directory.ts';
import { readIndexRoots } from './index-roots.ts';

let directory: string;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'footnote-roots-'));
});
afterEach(() => rmSync(directory, { recursive: true }));

describe('readIndexRoots', () => {
  test('is empty without an index', () => {
    expect(readIndexRoots(directory)).toEqual([]);
  });

  test('is empty while the database has no tables yet', () => {
    writeFileSync(databasePath(directory), '');
    expect(readIndexRoots(directory)).toEqual([]);
  });
});
