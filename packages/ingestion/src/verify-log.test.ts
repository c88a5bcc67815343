import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { databasePath, verifyIndex } from '@footnote/index-sqlite';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type IndexFixture, indexFixture, useModelInTests } from './testing/index-fixture.ts';

let fixture: IndexFixture;
let killed: string;

useModelInTests();

/** An index as a killed run leaves it: its last commits are in the log alone. */
beforeEach(async () => {
  fixture = indexFixture();
  fixture.write({ 'a.txt': 'The river rose in the night.', 'b.txt': 'The bakery sells rye bread.' });
  await fixture.update();
  const database = new Database(databasePath(fixture.index));
  database.exec('PRAGMA wal_autocheckpoint = 0; CREATE INDEX later ON article (title); DROP INDEX later;');
  killed = join(fixture.folder, 'killed');
  mkdirSync(killed);
  for (const suffix of ['', '-wal']) {
    copyFileSync(databasePath(fixture.index) + suffix, databasePath(killed) + suffix);
  }
  database.close();
});
afterEach(() => fixture.dispose());

const logPath = () => `${databasePath(killed)}-wal`;
const logProblems = () =>
  verifyIndex(killed).problems.filter(({ message }) => message.includes('write-ahead log'));

function damage(change: (log: Buffer) => Buffer): void {
  writeFileSync(logPath(), change(readFileSync(logPath())));
}

const flip = (at: number) =>
  damage((log) => {
    log[at]! ^= 4;
    return log;
  });

describe('verifyIndex, of a write-ahead log that a killed run left', () => {
  it('finds nothing when it is whole', () => {
    expect(logProblems()).toEqual([]);
  });

  it('finds a flipped byte in its header and in a frame', () => {
    flip(10);
    expect(logProblems()).toHaveLength(1);
    flip(10);
    flip(32 + 24 + 100);
    expect(logProblems()).toHaveLength(1);
  });

  it('takes a last frame that was cut off for what a kill leaves', () => {
    damage((log) => log.subarray(0, log.length - 1000));
    expect(logProblems()).toEqual([]);
  });
});
