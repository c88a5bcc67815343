import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FootnoteError } from '@footnote/core';
import type { IndexWriter } from '@footnote/index';
import { databasePath, sqliteIndex, verifyIndex } from '@footnote/index-sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { removeArticles } from '../remove-articles.ts';
import { type IndexFixture, indexFixture, loadedModel, useModelInTests } from '../testing/index-fixture.ts';
import { type AddArticlesOptions, addArticles } from './add-articles.ts';

let fixture: IndexFixture;

useModelInTests();
beforeEach(() => {
  fixture = indexFixture();
});
afterEach(() => fixture.dispose());

async function add(files: Readonly<Record<string, string>>, options: Partial<AddArticlesOptions> = {}) {
  const uploads = Object.entries(files).map(([name, text]) => ({ name, bytes: Buffer.from(text) }));
  return addArticles({
    index: sqliteIndex(fixture.index),
    files: uploads,
    ...(await loadedModel()),
    ...options,
  });
}

const remove = (...keys: string[]) =>
  removeArticles({ index: sqliteIndex(fixture.index), keys, uploadedOnly: true });

/** Texts of the articles by key. */
const held = (): Promise<Record<string, string>> =>
  fixture.search(async (searcher) => {
    const { items } = await searcher.articles({ first: 50 });
    return Object.fromEntries(items.map(({ item }) => [item.key, item.text]));
  });

/** Names in the folder of uploads, but for what is empty. */
const kept = (): string[] => {
  const folder = join(fixture.index, 'uploads');
  if (!existsSync(folder)) return [];
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
};

/** A writer whose disk is full once its changes are made. */
function withoutRoom(writer: IndexWriter): IndexWriter {
  return new Proxy(writer, {
    get: (target, name) => {
      if (name === 'finish') return () => Promise.reject(new FootnoteError('INDEX_DISK_FULL', 'No room.'));
      const value: unknown = Reflect.get(target, name);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}

const FERRY = 'The ferry sailed on Monday. It carried 400 people.';
const BRIDGE = 'The bridge was closed on Tuesday. Nobody was hurt.';

describe('files that are added', () => {
  it('are articles of the index, which keeps copies of them', async () => {
    const report = await add({ 'ferry.txt': FERRY, '2024/bridge.md': BRIDGE });
    expect(report).toMatchObject({ added: 2, replaced: 0, skipped: [], articles: 2, interrupted: false });
    expect(await held()).toEqual({ 'ferry.txt': FERRY, '2024/bridge.md': BRIDGE });
    expect(kept()).toEqual(['2024/bridge.md', 'ferry.txt']);
    expect(verifyIndex(fixture.index).problems).toEqual([]);
  });

  it('take the place of those of the same names', async () => {
    await add({ 'ferry.txt': FERRY, 'bridge.txt': BRIDGE });
    const report = await add({ 'ferry.txt': `${FERRY} It was late.`, 'bridge.txt': BRIDGE });
    expect(report).toMatchObject({ added: 0, replaced: 1, unchanged: 1 });
    expect((await held())['ferry.txt']).toBe(`${FERRY} It was late.`);
  });

  it('are skipped for the reasons of an index run, and then leave nothing behind', async () => {
    const bad = {
      'scan.pdf': '%PDF-1.4 nothing',
      'blank.txt': ' \n',
      'feed.jsonl': '{"text":"Good."}\nno json\n',
    };
    fixture.write(bad);
    const reasons = Object.fromEntries(
      (await fixture.update()).skipped.map(({ path, reason }) => [
        path.slice(fixture.articles.length + 1),
        reason,
      ]),
    );
    rmSync(fixture.index, { recursive: true });
    const report = await add({ ...bad, 'ferry.txt': FERRY });
    expect(Object.keys(reasons)).toHaveLength(3);
    expect(Object.fromEntries(report.skipped.map(({ path, reason }) => [path, reason]))).toEqual(reasons);
    expect(Object.keys(await held()).sort()).toEqual(['feed.jsonl#1', 'ferry.txt']);
    expect(kept()).toEqual(['feed.jsonl', 'ferry.txt']);
  });

  it('of formats that are not read, and the parts of a saved page, are no articles', async () => {
    const page = `<html><body><article><h1>Ferry</h1><p>${FERRY.repeat(5)}</p></article></body></html>`;
    const report = await add({
      'story.html': page,
      'story_files/frame.html': page,
      'story_files/a.css': 'a {}',
      'notes.xyz': 'x',
    });
    expect(report).toMatchObject({
      added: 1,
      skipped: [{ path: 'notes.xyz', reason: expect.stringContaining('Convert') }],
    });
    expect(kept()).toEqual(['story.html']);
  });

  it('leave what they would replace as it is when they cannot be read', async () => {
    await add({ 'ferry.txt': FERRY, 'feed.jsonl': '{"id":"a","text":"One."}' });
    const report = await add({ 'ferry.txt': '  ', 'feed.jsonl': '{"id":"a"}' });
    expect(report).toMatchObject({ removed: 0, replaced: 0 });
    expect(report.skipped.map(({ path }) => path).sort()).toEqual(['feed.jsonl#1', 'ferry.txt']);
    expect(await held()).toEqual({ 'ferry.txt': FERRY, a: 'One.' });
    expect(readFileSync(join(fixture.index, 'uploads/ferry.txt'), 'utf8')).toBe(FERRY);
  });

  it('do not take a key that an article from a path has', async () => {
    fixture.write({ 'ferry.txt': FERRY });
    await fixture.update();
    const report = await add({ 'ferry.txt': 'Another ferry.' });
    expect(report.skipped).toEqual([
      {
        path: 'ferry.txt',
        reason: expect.stringContaining('Its key "ferry.txt" is already that of an article from'),
      },
    ]);
    expect(await held()).toEqual({ 'ferry.txt': FERRY });
    expect(kept()).toEqual([]);
  });
});

describe('an addition that fails', () => {
  it.each([
    ['a name that leads out', { '../b.txt': BRIDGE }],
    ['a name that is a folder', { 'news/a.txt/b.txt': BRIDGE }],
    ['a name that differs by case alone', { 'News/a.txt': BRIDGE }],
  ])('for %s changes nothing', async (_why, wrong) => {
    await add({ 'news/a.txt': FERRY });
    await expect(add({ 'good.txt': BRIDGE, ...wrong })).rejects.toMatchObject({ code: 'INVALID_FILE_NAME' });
    expect(await held()).toEqual({ 'news/a.txt': FERRY });
    expect(kept()).toEqual(['news/a.txt']);
  });

  it('because it is given up in the middle changes nothing', async () => {
    const stop = new AbortController();
    const gone = new Error('gone');
    const onProgress = ({ passages }: { passages: number }) => passages > 0 && stop.abort(gone);
    const adding = add({ 'ferry.txt': FERRY, 'bridge.txt': BRIDGE }, { signal: stop.signal, onProgress });
    await expect(adding).rejects.toBe(gone);
    expect(await held()).toEqual({});
    expect(kept()).toEqual([]);
  });

  it('because another writes is INDEX_LOCKED, and changes nothing', async () => {
    const { model } = await loadedModel();
    const writer = await sqliteIndex(fixture.index).openWriter({ model: model.identity });
    await expect(add({ 'ferry.txt': FERRY })).rejects.toMatchObject({ code: 'INDEX_LOCKED' });
    await writer.close();
    expect(kept()).toEqual([]);
  });

  it('after it was committed is none: what is left undone is told', async () => {
    const index = sqliteIndex(fixture.index);
    const full = {
      ...index,
      openWriter: async (options: Parameters<typeof index.openWriter>[0]) =>
        withoutRoom(await index.openWriter(options)),
    };
    const report = await add({ 'ferry.txt': FERRY }, { index: full });
    expect(report).toMatchObject({ added: 1, warnings: [expect.stringContaining('No room.')] });
    expect(await held()).toEqual({ 'ferry.txt': FERRY });
    const removal = await removeArticles({ index: full, keys: ['ferry.txt'], uploadedOnly: true });
    expect(removal).toMatchObject({
      removed: ['ferry.txt'],
      warnings: [expect.stringContaining('No room.')],
    });
    expect(verifyIndex(fixture.index).problems).toEqual([]);
  });

  it('because the folder cannot be made says so', async () => {
    await add({ 'ferry.txt': FERRY });
    rmSync(join(fixture.index, 'uploads'), { recursive: true });
    writeFileSync(join(fixture.index, 'uploads'), 'in the way');
    await expect(add({ 'bridge.txt': BRIDGE })).rejects.toMatchObject({ code: 'INDEX_NOT_WRITABLE' });
    expect(Object.keys(await held())).toEqual(['ferry.txt']);
  });
});

describe('an index run over other paths', () => {
  it('keeps what was uploaded', async () => {
    await add({ 'ferry.txt': FERRY });
    fixture.write({ 'bridge.txt': BRIDGE });
    expect(await fixture.update()).toMatchObject({ added: 1, removed: 0, unchanged: 1 });
    expect(await fixture.update()).toMatchObject({ added: 0, removed: 0, unchanged: 2 });
  });

  it('reads uploaded files again when the index is lost, wherever its directory is now', async () => {
    await add({ 'ferry.txt': FERRY });
    const before = fixture.index;
    const moved = `${before}-moved`;
    renameSync(before, moved);
    const index = sqliteIndex(moved);
    fixture.write({ 'bridge.txt': BRIDGE });
    expect(await fixture.update({ index })).toMatchObject({ added: 1, unchanged: 1, removed: 0 });
    for (const suffix of ['', '-wal', '-shm']) rmSync(databasePath(moved) + suffix, { force: true });
    expect(await fixture.update({ index })).toMatchObject({ added: 2 });
    const removal = await removeArticles({ index, keys: ['ferry.txt'], uploadedOnly: true });
    expect(removal.removed).toEqual(['ferry.txt']);
  });

  it('takes out articles whose uploaded file was deleted, but not when the whole folder is away', async () => {
    await add({ 'ferry.txt': FERRY, 'bridge.txt': BRIDGE });
    rmSync(join(fixture.index, 'uploads/ferry.txt'));
    expect(await fixture.update()).toMatchObject({ removed: 1, unchanged: 1 });
    rmSync(join(fixture.index, 'uploads'), { recursive: true });
    expect(await fixture.update()).toMatchObject({ removed: 0 });
    expect(Object.keys(await held())).toEqual(['bridge.txt']);
  });
});

describe('articles that are removed', () => {
  it('go with their copies, and no index run brings them back', async () => {
    await add({ 'news/ferry.txt': FERRY, 'bridge.txt': BRIDGE });
    expect(await remove('news/ferry.txt', 'nowhere.txt')).toMatchObject({
      removed: ['news/ferry.txt'],
      missing: ['nowhere.txt'],
    });
    expect(kept()).toEqual(['bridge.txt']);
    expect(existsSync(join(fixture.index, 'uploads/news'))).toBe(false);
    await fixture.update();
    expect(Object.keys(await held())).toEqual(['bridge.txt']);
  });

  it('go alone when their file holds others, and nothing of their text stays', async () => {
    await add({ 'feed.jsonl': '{"text":"One."}\n{"id":"b","text":"Two."}\n{"text":"Three."}' });
    await remove('b', 'feed.jsonl#1');
    expect(readFileSync(join(fixture.index, 'uploads/feed.jsonl'), 'utf8')).toBe('\n\n{"text":"Three."}');
    await fixture.update();
    expect(await held()).toEqual({ 'feed.jsonl#3': 'Three.' });
  });

  it('are not those of a person, whose files stay: the message has the command', async () => {
    fixture.write({ 'my bridge.txt': BRIDGE });
    await fixture.update();
    await add({ 'ferry.txt': FERRY });
    await expect(remove('ferry.txt', 'my bridge.txt')).rejects.toMatchObject({
      code: 'NOT_UPLOADED',
      message: expect.stringContaining(`footnote remove 'my bridge.txt' --index ${fixture.index}`),
    });
    expect(Object.keys(await held()).sort()).toEqual(['ferry.txt', 'my bridge.txt']);
    expect(existsSync(join(fixture.articles, 'my bridge.txt'))).toBe(true);
  });
});
