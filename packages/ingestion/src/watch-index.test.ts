import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { sqliteIndex } from '@footnote/index-sqlite';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { IndexReport } from './index-report.ts';
import { type IndexFixture, indexFixture, loadedModel, useModelInTests } from './testing/index-fixture.ts';
import { type WatchOptions, watchIndex } from './watch-index.ts';

const RIVER = 'The river rose by two metres in the night. The mayor closed the old bridge at dawn.';
const BREAD = 'The bakery on the corner sells rye bread. It opens at six on every day but Monday.';

let fixture: IndexFixture;
let controller: AbortController;

useModelInTests();

beforeEach(() => {
  fixture = indexFixture();
  controller = new AbortController();
});
afterEach(() => fixture.dispose());

/** Watches the folder of articles; `reports` grows with each run, and `next` waits for one more. */
async function startWatch(directory: string, more: Partial<WatchOptions> = {}) {
  const reports: IndexReport[] = [];
  let tell: () => void = () => {};
  const ended = watchIndex({
    ...(await loadedModel()),
    index: sqliteIndex(directory),
    paths: [fixture.articles],
    signal: controller.signal,
    onReport: (report) => {
      reports.push(report);
      tell();
    },
    ...more,
  });
  const next = async (number: number): Promise<IndexReport> => {
    while (reports.length < number) await new Promise<void>((resolve) => (tell = resolve));
    return reports[number - 1]!;
  };
  return { reports, next, ended };
}

it('indexes at once, and again when a file comes, changes or goes', async () => {
  fixture.write({ 'river.txt': RIVER });
  const { next, ended } = await startWatch(fixture.index);
  expect(await next(1)).toMatchObject({ added: 1 });
  fixture.write({ 'sub/bread.txt': BREAD });
  expect(await next(2)).toMatchObject({ added: 1, unchanged: 1 });
  fixture.write({ 'river.txt': `${RIVER} It fell again by noon.` });
  expect(await next(3)).toMatchObject({ replaced: 1, unchanged: 1 });
  fixture.erase('sub');
  expect(await next(4)).toMatchObject({ removed: 1, unchanged: 1 });
  controller.abort();
  await ended;
}, 30_000);

it('follows a file watched by name through saves that put a new one in its place', async () => {
  fixture.write({ 'river.txt': RIVER, 'bread.txt': BREAD });
  const file = join(fixture.articles, 'river.txt');
  const { next, reports, ended } = await startWatch(fixture.index, { paths: [file] });
  expect(await next(1)).toMatchObject({ added: 1 });
  for (const version of [2, 3]) {
    fixture.write({ '.saved': `${RIVER} It was told ${version} times.` });
    renameSync(join(fixture.articles, '.saved'), file);
    expect(await next(version)).toMatchObject({ replaced: 1 });
  }
  writeFileSync(file, `${RIVER} It was written in place.`);
  expect(await next(4)).toMatchObject({ replaced: 1 });
  fixture.write({ 'bread.txt': `${BREAD} It closes at noon.` });
  await delay(1000);
  expect(reports).toHaveLength(4);
  controller.abort();
  await ended;
}, 30_000);

it('finds by a rescan what no event told of, and tells of no rescan that finds nothing', async () => {
  fixture.write({ 'day/river.txt': RIVER });
  const file = join(fixture.articles, 'day/river.txt');
  const { reports, next, ended } = await startWatch(fixture.index, {
    paths: [file],
    rescanMilliseconds: 100,
  });
  await next(1);
  await delay(500);
  expect(reports).toHaveLength(1);
  // The folder that is watched goes elsewhere, and another comes in its place.
  renameSync(join(fixture.articles, 'day'), join(fixture.articles, 'gone'));
  fixture.write({ 'day/river.txt': `${RIVER} It fell again by noon.` });
  expect(await next(2)).toMatchObject({ replaced: 1 });
  controller.abort();
  await ended;
}, 30_000);

it('does not take what it writes itself, into an index among the articles, for a change', async () => {
  fixture.write({ 'river.txt': RIVER });
  const { reports, next, ended } = await startWatch(join(fixture.articles, '.footnote'));
  await next(1);
  await delay(2000);
  expect(reports).toHaveLength(1);
  controller.abort();
  await ended;
}, 30_000);

it('a missing path is an error with its remedy, as in any run', async () => {
  const watching = watchIndex({
    ...(await loadedModel()),
    index: sqliteIndex(fixture.index),
    paths: [join(fixture.articles, 'none')],
    signal: controller.signal,
    onReport: () => {},
  });
  await expect(watching).rejects.toMatchObject({ code: 'PATH_NOT_FOUND' });
});

it('a path that cannot be watched leaves none of the others watched', async () => {
  const { model, embedder } = await loadedModel();
  const paths = [fixture.articles];
  const { signal } = controller;
  const watching = watchIndex({
    model,
    embedder,
    index: sqliteIndex(fixture.index),
    paths,
    signal,
    onReport() {},
  });
  // As one that was there when the paths were looked at, and is gone when they are to be watched.
  paths.push(join(fixture.articles, 'none'));
  await expect(watching).rejects.toMatchObject({ code: 'WATCH_FAILED' });
  await expect.poll(() => process.getActiveResourcesInfo()).not.toContain('FSEventWrap');
});
