import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { verifyIndex } from '@footnote/index-sqlite';
import { type IndexFixture, indexFixture, useModelInTests } from '@footnote/ingestion/testing';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const TSX = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
const PROCESS = fileURLToPath(new URL('./adding-process.ts', import.meta.url));

const BEFORE = { 'ferry.txt': 'The old ferry sails at nine.', 'news/bridge.txt': 'The old bridge is open.' };
const AFTER = { 'ferry.txt': 'The new ferry sails at ten.', 'tunnel.txt': 'The tunnel is new.' };
const BOTH = { ...BEFORE, ...AFTER };

let fixture: IndexFixture;

useModelInTests();
beforeEach(() => {
  fixture = indexFixture();
  expect(add(BEFORE, 'never').stdout).toBe('added\n');
});
afterEach(() => fixture.dispose());

function add(files: Readonly<Record<string, string>>, moment: string) {
  const args = ['--import', TSX, PROCESS, fixture.index, moment, JSON.stringify(files)];
  return spawnSync(process.execPath, args, { encoding: 'utf8' });
}

/** Texts in the index by key. */
const held = () =>
  fixture.search(async (searcher) => {
    const { items } = await searcher.articles({ first: 50 });
    return Object.fromEntries(items.map(({ item }) => [item.key, item.text]));
  });

/** Texts in the folder of uploads by name, and nothing on its way. */
function kept(): Record<string, string> {
  const folder = join(fixture.index, 'uploads');
  const pending = join(folder, '.pending');
  expect(existsSync(pending) ? readdirSync(pending) : []).toEqual([]);
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
  const paths = entries.map(({ parentPath, name }) => join(parentPath, name));
  return Object.fromEntries(paths.map((path) => [path.slice(folder.length + 1), readFileSync(path, 'utf8')]));
}

describe('an addition that is killed', () => {
  it.each([
    ['while it embeds', '1', BEFORE],
    ['before the index has changed', 'before-commit', BEFORE],
    ['after the index has changed, before its files are in place', 'after-commit', BOTH],
  ])(
    '%s is there whole or not at all, at once and after the next run',
    async (_when, moment, expected) => {
      expect(add(AFTER, moment).signal).toBe('SIGKILL');
      expect(await held()).toEqual(expected);
      expect(verifyIndex(fixture.index).problems.filter(({ part }) => part !== 'graph')).toEqual([]);
      await fixture.update();
      expect(await held()).toEqual(expected);
      expect(kept()).toEqual(expected);
      expect(verifyIndex(fixture.index).problems).toEqual([]);
      expect(add(AFTER, 'never').stdout).toBe('added\n');
      expect(await held()).toEqual(BOTH);
      expect(kept()).toEqual(BOTH);
    },
    180_000,
  );
});

it('an addition that finds the disk full says so, and loses nothing', async () => {
  const large = { 'large.txt': 'The harbour was dredged again. '.repeat(3_500) };
  const command = `ulimit -f 80; exec "$@"`;
  const args = [process.execPath, '--import', TSX, PROCESS, fixture.index, 'never', JSON.stringify(large)];
  const { stdout } = spawnSync('bash', ['-c', command, 'bash', ...args], { encoding: 'utf8' });
  expect(stdout).toMatch(/failed INDEX_DISK_FULL There is no room/);
  expect(await held()).toEqual(BEFORE);
  expect(kept()).toEqual(BEFORE);
}, 120_000);
