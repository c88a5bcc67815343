import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { databasePath, sqliteIndex, verifyIndex } from '@footnote/index-sqlite';
import { type IndexFixture, indexFixture, useModelInTests } from '@footnote/ingestion/testing';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { madeArticles } from './made-articles.ts';

const TSX = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
const RUN = fileURLToPath(new URL('./crash/indexing-process.ts', import.meta.url));
const PROBE = fileURLToPath(new URL('./flips/probe.ts', import.meta.url));
const NOBODY = 65534;

let fixture: IndexFixture;

useModelInTests();
beforeEach(async () => {
  fixture = indexFixture();
  fixture.write(madeArticles(2, 200));
  await fixture.update();
});
afterEach(() => fixture.dispose());

function articleCount(): Promise<number> {
  return fixture.search((searcher) => searcher.countArticles());
}

describe('an index run', () => {
  it('that finds the disk full says so, and the old index still answers', async () => {
    fixture.write(madeArticles(40, 600));
    const command = `ulimit -f 400; exec "${process.execPath}" --import "${TSX}" "${RUN}" "${fixture.index}" "${fixture.articles}" -`;
    const { stdout, status } = spawnSync('bash', ['-c', command], { encoding: 'utf8' });
    expect(stdout).toMatch(/failed INDEX_DISK_FULL There is no room/);
    expect(status).toBe(1);
    expect(verifyIndex(fixture.index).problems).toEqual([]);
    expect(await articleCount()).toBeGreaterThanOrEqual(2);
  }, 120_000);
});

describe.runIf(process.getuid?.() === 0)('in a folder that cannot be written', () => {
  const asNobody = (script: string, ...args: string[]) =>
    spawnSync(process.execPath, ['--import', TSX, script, ...args], {
      encoding: 'utf8',
      uid: NOBODY,
      gid: NOBODY,
      env: { ...process.env, HOME: '/tmp', TMPDIR: '/tmp' },
    });

  beforeEach(() => {
    for (const suffix of ['-wal', '-shm']) rmSync(databasePath(fixture.index) + suffix, { force: true });
    chmodSync(fixture.folder, 0o755);
    chmodSync(fixture.index, 0o555);
  });

  it('the index answers', () => {
    const { stdout } = asNobody(PROBE, fixture.index);
    const { verified, error, answers } = JSON.parse(stdout) as {
      verified: boolean;
      error: string;
      answers: string;
    };
    expect({ verified, error }).toEqual({ verified: true, error: null });
    expect(answers).toContain('report-00001.txt');
  }, 120_000);

  it('an index run says that it cannot be written', () => {
    const { stdout } = asNobody(RUN, fixture.index, fixture.articles, '-');
    expect(stdout).toMatch(/failed INDEX_NOT_WRITABLE/);
  }, 120_000);
});

it('a folder where an index file should be is an error that names it', async () => {
  const other = join(fixture.folder, 'other');
  mkdirSync(databasePath(other), { recursive: true });
  await expect(fixture.update({ index: sqliteIndex(other) })).rejects.toMatchObject({
    code: 'INDEX_UNREADABLE',
  });
});
