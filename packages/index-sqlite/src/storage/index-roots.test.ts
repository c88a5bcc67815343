import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { databasePath } from './index-directory.ts';
import { readIndexRoots } from './index-roots.ts';

let directory: string;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'footnote-roots-'));
});
afterEach(() => rmSync(directory, { recursive: true }));

describe('readIndexRoots', () => {
  it('is empty without an index', () => {
    expect(readIndexRoots(directory)).toEqual([]);
  });

  it('is empty while the database has no tables yet', () => {
    writeFileSync(databasePath(directory), '');
    expect(readIndexRoots(directory)).toEqual([]);
  });
});
