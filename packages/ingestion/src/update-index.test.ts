import { existsSync, mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { graphFileName, listGraphFiles, sqliteIndex, verifyIndex } from '@footnote/index-sqlite';
import { acquireWriterLock, openForReading, readManifest } from '@footnote/index-sqlite/testing';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { IndexProgress } from './index-report.ts';
import { removeArticles } from './remove-articles.ts';
import { type IndexFixture, indexFixture, loadedModel, useModelInTests } from './testing/index-fixture.ts';

const RIVER = 'The river rose by two metres in the night. The mayor closed the old bridge at dawn.';
const BREAD = 'The bakery on the corner sells rye bread. It opens at six on every day but Monday.';
const TRAIN = 'The night train to the coast runs again. It had been stopped for eleven years.';

let fixture: IndexFixture;

useModelInTests();

beforeEach(() => {
  fixture = indexFixture();
});
afterEach(() => fixture.dispose());

const keys = (): Promise<string[]> =>
  fixture.search(async (searcher) => {
    const { items } = await searcher.articles({ first: 50 });
    return items.map(({ item }) => item.key);
  });

const text = (key: string): Promise<string | undefined> =>
  fixture.search(async (searcher) => (await searcher.articlesByKey([key]))[0]?.text);

describe('updateIndex', () => {
  it('adds, replaces and removes so that the index is in line with the folder', async () => {
    fixture.write({ 'river.txt': RIVER, 'sub/bread.txt': BREAD });
    expect(await fixture.update()).toMatchObject({ added: 2, replaced: 0, removed: 0, unchanged: 0 });
    fixture.write({ 'river.txt': `${RIVER} It fell again by noon.`, 'train.txt': TRAIN });
    fixture.erase('sub');
    expect(await fixture.update()).toMatchObject({ added: 1, replaced: 1, removed: 1, unchanged: 0 });
    expect(await keys()).toEqual(['river.txt', 'train.txt']);
    expect(verifyIndex(fixture.index).problems).toEqual([]);
  });

  it('loads no model when nothing changed', async () => {
    fixture.write({ 'river.txt': RIVER });
    await fixture.update();
    const { embedder } = await loadedModel();
    const refusing = {
      ...embedder,
      embedPassage: () => Promise.reject(new Error('nothing is to be embedded')),
    };
    const report = await fixture.update({ embedder: refusing });
    expect(report).toMatchObject({ unchanged: 1, added: 0, passagesPerSecond: 0 });
  });

  it('keeps articles from other paths', async () => {
    const other = join(fixture.folder, 'other');
    mkdirSync(other);
    writeFileSync(join(other, 'train.txt'), TRAIN);
    fixture.write({ 'river.txt': RIVER });
    await fixture.update();
    await fixture.update({ paths: [other] });
    expect(await keys()).toEqual(['river.txt', 'train.txt']);
  });

  it('a missing path is an error, and the index is not even made', async () => {
    const missing = fixture.update({ paths: [join(fixture.articles, 'none')] });
    await expect(missing).rejects.toMatchObject({ code: 'PATH_NOT_FOUND' });
    expect(existsSync(fixture.index)).toBe(false);
  });

  it('a file that cannot be read now keeps its last good article and is listed', async () => {
    fixture.write({ 'a.pdf.txt': RIVER, 'bread.docx': 'no' });
    await fixture.update();
    fixture.write({ 'a.pdf.txt': '' });
    const report = await fixture.update();
    expect(report.skipped.map(({ path }) => path)).toContain(join(fixture.articles, 'a.pdf.txt'));
    expect(report.warnings.join()).toContain('"a.pdf.txt" stays as last read');
    expect(await keys()).toEqual(['a.pdf.txt']);
  });

  it('a line that is gone is taken out though another line has no text', async () => {
    const line = (id: string, text: string) => `${JSON.stringify({ id, text })}\n`;
    fixture.write({ 'a.jsonl': line('river', RIVER) + line('blank', '') + line('bread', BREAD) });
    await fixture.update();
    fixture.write({ 'a.jsonl': line('river', RIVER) + line('blank', '') });
    expect(await fixture.update()).toMatchObject({ removed: 1, unchanged: 1, articles: 1 });
  });

  it('nothing is taken out while a line is broken, which may be of any article', async () => {
    const line = (id: string, text: string) => `${JSON.stringify({ id, text })}\n`;
    fixture.write({ 'a.jsonl': line('river', RIVER) + line('bread', BREAD) });
    await fixture.update();
    fixture.write({ 'a.jsonl': `${line('river', RIVER)}{"id":"bre` });
    expect(await fixture.update()).toMatchObject({ removed: 0, unchanged: 2, articles: 2 });
  });

  it('a second article of the same key is skipped with reason and remedy', async () => {
    const line = (text: string) => `${JSON.stringify({ id: 'same', text })}\n`;
    fixture.write({ 'one.jsonl': line(RIVER), 'two.jsonl': line(BREAD) });
    const report = await fixture.update();
    expect(report).toMatchObject({ added: 1, articles: 1 });
    expect(report.skipped[0]?.path).toBe(join(fixture.articles, 'two.jsonl'));
    expect(report.skipped[0]?.reason).toMatch(/"same".*one\.jsonl.*another id/);
  });

  it('an article that moves to another file keeps its key and place', async () => {
    const line = `${JSON.stringify({ id: 'same', text: RIVER })}\n`;
    fixture.write({ 'one.jsonl': line });
    await fixture.update();
    fixture.erase('one.jsonl');
    fixture.write({ 'two.jsonl': line });
    expect(await fixture.update()).toMatchObject({ unchanged: 1, removed: 0, articles: 1 });
    expect(await fixture.update()).toMatchObject({ unchanged: 1, skipped: [] });
  });

  it('the same file under its folder and by name is one article', async () => {
    fixture.write({ 'river.txt': RIVER });
    await fixture.update({ paths: [join(fixture.articles, 'river.txt')] });
    expect(await fixture.update()).toMatchObject({ unchanged: 1, articles: 1, skipped: [] });
  });

  it('of a folder without a file that is read it says so, and the index that it makes has no article to remove', async () => {
    fixture.write({ 'cover.png': '' });
    const { warnings, articles } = await fixture.update();
    expect(warnings).toEqual([expect.stringContaining(fixture.articles)]);
    expect(articles).toBe(0);
    const report = await removeArticles({ index: sqliteIndex(fixture.index), keys: ['none', 'none'] });
    expect(report).toEqual({ removed: [], missing: ['none'], warnings: [] });
  });

  it('nothing is removed where there is no index', async () => {
    const removing = removeArticles({ index: sqliteIndex(fixture.index), keys: ['none'] });
    await expect(removing).rejects.toMatchObject({ code: 'INDEX_NOT_FOUND' });
  });

  it('a removed article comes back with the next run over its path', async () => {
    fixture.write({ 'river.txt': RIVER, 'bread.txt': BREAD });
    await fixture.update();
    const report = await removeArticles({ index: sqliteIndex(fixture.index), keys: ['river.txt', 'none'] });
    expect(report).toEqual({ removed: ['river.txt'], missing: ['none'], warnings: [] });
    expect(await keys()).toEqual(['bread.txt']);
    expect(verifyIndex(fixture.index).problems).toEqual([]);
    expect(await fixture.update()).toMatchObject({ added: 1, unchanged: 1 });
  });

  it('refuses an index of another model', async () => {
    fixture.write({ 'river.txt': RIVER });
    await fixture.update();
    const { model } = await loadedModel();
    const other = { ...model, identity: { ...model.identity, sha256: '0'.repeat(64) } };
    await expect(fixture.update({ model: other })).rejects.toMatchObject({ code: 'INDEX_OTHER_MODEL' });
    await expect(sqliteIndex(fixture.index).openReader({ model: other.identity })).rejects.toThrow(
      /FOOTNOTE_MODEL/,
    );
  });

  it('a second writer is refused at once, or waits', async () => {
    fixture.write({ 'river.txt': RIVER });
    const lock = await acquireWriterLock(fixture.index);
    await expect(fixture.update()).rejects.toMatchObject({ code: 'INDEX_LOCKED' });
    const waiting = fixture.update({ wait: true });
    lock.release();
    expect(await waiting).toMatchObject({ added: 1 });
  });

  it('a path that is a file is no index', async () => {
    fixture.write({ 'river.txt': RIVER });
    writeFileSync(fixture.index, 'a file');
    await expect(fixture.update()).rejects.toMatchObject({ code: 'INDEX_PATH_INVALID' });
    const index = sqliteIndex(fixture.index);
    await expect(index.openReader()).rejects.toThrow(/is a file/);
    await expect(index.openReader({ follow: true })).rejects.toThrow(/is not a folder/);
  });

  it('an interrupted run keeps what it did, and the next one does the rest', async () => {
    const numbered = Array.from({ length: 30 }, (_, number) => [`${number}.txt`, `${RIVER} ${number}.`]);
    fixture.write(Object.fromEntries(numbered));
    const controller = new AbortController();
    const report = await fixture.update({
      signal: controller.signal,
      onProgress: ({ passages }) => passages >= 1 && controller.abort(),
    });
    expect(report.interrupted).toBe(true);
    expect(verifyIndex(fixture.index).problems).toEqual([]);
    const rest = await fixture.update();
    expect(rest.added + report.added).toBe(30);
    expect(rest.interrupted).toBe(false);
  });

  it('warns of no leak when many articles are pending at once', async () => {
    const warnings: Error[] = [];
    const note = (warning: Error) => warnings.push(warning);
    process.on('warning', note);
    fixture.write(Object.fromEntries(Array.from({ length: 30 }, (_, n) => [`${n}.txt`, `${RIVER} ${n}.`])));
    await fixture.update({ signal: new AbortController().signal });
    process.off('warning', note);
    expect(warnings.map(({ name }) => name)).toEqual([]);
  });

  it('tells of every passage, and stops within an article of many', async () => {
    const sentences = Array.from({ length: 400 }, (_, n) => `In year ${n} the river rose and fell again. `);
    fixture.write({ 'long.txt': sentences.join('') });
    const controller = new AbortController();
    const counts: number[] = [];
    const onProgress = ({ passages }: IndexProgress) => {
      counts.push(passages);
      if (passages === 2) controller.abort();
    };
    const report = await fixture.update({ signal: controller.signal, onProgress });
    expect(report).toMatchObject({ interrupted: true, added: 0, articles: 0 });
    expect(counts.slice(-2)).toEqual([1, 2]);
    expect(await fixture.update()).toMatchObject({ added: 1, interrupted: false });
  });

  it('finds near-identical articles in either order', async () => {
    const story = Array.from(
      { length: 12 },
      (_, n) => `Sentence ${n} of the story tells what happened. `,
    ).join('');
    fixture.write({ 'a.txt': story, 'b.txt': `${story} Reported by an agency.`, 'c.txt': BREAD });
    await fixture.update();
    const articles = await fixture.search((searcher) => searcher.articlesByKey(['a.txt', 'b.txt', 'c.txt']));
    expect(articles.map((article) => article?.duplicates)).toEqual([['b.txt'], ['a.txt'], []]);
  });
});

describe('an article that moves between files that stay', () => {
  const line = (id: string, text: string) => `${JSON.stringify({ id, text })}\n`;
  const bread = line('bread', BREAD);
  const river = line('river', RIVER);
  const train = line('train', TRAIN);

  it('is kept when the file it moves to is read first', async () => {
    fixture.write({ 'a.jsonl': bread, 'z.jsonl': river + train });
    await fixture.update();
    fixture.write({ 'a.jsonl': bread + river, 'z.jsonl': train });
    expect(await fixture.update()).toMatchObject({ unchanged: 3, removed: 0, skipped: [] });
    expect(await keys()).toEqual(['bread', 'river', 'train']);
  });

  it('is kept when the file it moves to is read last, and changes of the other are not yet committed', async () => {
    fixture.write({ 'a.jsonl': bread + river, 'z.jsonl': train });
    await fixture.update();
    fixture.write({ 'a.jsonl': line('bread', `${BREAD} Bring a bag.`), 'z.jsonl': river + train });
    expect(await fixture.update()).toMatchObject({ replaced: 1, unchanged: 2, removed: 0, skipped: [] });
    expect(await keys()).toEqual(['bread', 'river', 'train']);
  });

  it('is replaced when its text changes on the way', async () => {
    fixture.write({ 'a.jsonl': bread, 'z.jsonl': river + train });
    await fixture.update();
    fixture.write({ 'a.jsonl': bread + line('river', `${RIVER} It fell.`), 'z.jsonl': train });
    expect(await fixture.update()).toMatchObject({ replaced: 1, unchanged: 2, removed: 0, skipped: [] });
    expect(verifyIndex(fixture.index).problems).toEqual([]);
  });

  it('may change places with another', async () => {
    const named = (id: string, text: string) => `---\nid: ${id}\n---\n${text}\n`;
    fixture.write({ 'a.md': named('one', RIVER), 'b.md': named('two', BREAD) });
    await fixture.update();
    fixture.write({ 'a.md': named('two', RIVER), 'b.md': named('one', BREAD) });
    expect(await fixture.update()).toMatchObject({ replaced: 2, removed: 0, skipped: [], articles: 2 });
    expect(await text('one')).toContain('rye bread');
    expect(await text('two')).toContain('two metres');
  });

  it('leaves nothing for the next run to do', async () => {
    fixture.write({ 'a.jsonl': bread, 'z.jsonl': river + train });
    await fixture.update();
    fixture.write({ 'a.jsonl': bread + river, 'z.jsonl': train });
    await fixture.update();
    const stages: string[] = [];
    await fixture.update({ onProgress: ({ stage, totalFiles }) => stages.push(`${stage} ${totalFiles}`) });
    expect(stages).toContain('embedding 0');
  });

  it('is moved by the next run when this one is stopped before', async () => {
    fixture.write({ 'a.jsonl': bread, 'z.jsonl': river + train });
    await fixture.update();
    fixture.write({ 'a.jsonl': bread + river, 'z.jsonl': train });
    const controller = new AbortController();
    const onProgress = ({ stage, files }: IndexProgress) =>
      stage === 'embedding' && files === 2 && controller.abort();
    expect((await fixture.update({ signal: controller.signal, onProgress })).interrupted).toBe(true);
    expect(await keys()).toContain('river');
    expect(await fixture.update()).toMatchObject({ unchanged: 3, removed: 0, skipped: [], articles: 3 });
  });

  it('is taken out when it moves nowhere', async () => {
    fixture.write({ 'a.jsonl': bread, 'z.jsonl': river + train });
    await fixture.update();
    fixture.write({ 'z.jsonl': train });
    expect(await fixture.update()).toMatchObject({ unchanged: 2, removed: 1, articles: 2 });
    expect(await fixture.update()).toMatchObject({ unchanged: 2, removed: 0 });
  });

  it('is refused when the file that has it still does', async () => {
    fixture.write({ 'a.jsonl': bread, 'z.jsonl': river });
    await fixture.update();
    fixture.write({ 'a.jsonl': bread + river, 'z.jsonl': river + train });
    const report = await fixture.update();
    expect(report).toMatchObject({ added: 1, unchanged: 2, articles: 3 });
    expect(report.skipped[0]?.reason).toMatch(/"river".*z\.jsonl/);
  });

  it('comes back with a file that is renamed and renamed back', async () => {
    fixture.write({ 'one.jsonl': river });
    await fixture.update();
    for (const [from, to] of [
      ['one.jsonl', 'two.jsonl'],
      ['two.jsonl', 'one.jsonl'],
    ] as const) {
      renameSync(join(fixture.articles, from), join(fixture.articles, to));
      await fixture.update();
    }
    expect(await keys()).toEqual(['river']);
  });
});

describe('the graph', () => {
  const manifest = () => {
    const database = openForReading(fixture.index);
    const found = readManifest(database, fixture.index)!;
    database.close();
    return found;
  };
  const expectCaughtUp = () => {
    const { graph, nextPassage } = manifest();
    expect(graph?.lastPassage).toBe(nextPassage - 1);
    expect(listGraphFiles(fixture.index)).toEqual([graph?.file]);
    expect(verifyIndex(fixture.index).problems).toEqual([]);
  };
  const updateUntilLinking = async () => {
    const controller = new AbortController();
    const onProgress = ({ stage }: IndexProgress) => stage === 'linking' && controller.abort();
    expect((await fixture.update({ signal: controller.signal, onProgress })).interrupted).toBe(true);
  };

  it('is made anew by the next run when its file is not there', async () => {
    fixture.write({ 'river.txt': RIVER });
    await fixture.update();
    rmSync(join(fixture.index, manifest().graph!.file));
    expect(await fixture.update()).toMatchObject({ unchanged: 1 });
    expectCaughtUp();
  });

  it('is caught up by the next run when the one before was stopped while linking', async () => {
    fixture.write({ 'river.txt': RIVER });
    await fixture.update();
    fixture.write({ 'bread.txt': BREAD });
    await updateUntilLinking();
    expect(await fixture.update()).toMatchObject({ unchanged: 2 });
    expectCaughtUp();
  });

  it('loses what was removed by a run that was stopped while linking', async () => {
    fixture.write({ 'river.txt': RIVER, 'bread.txt': BREAD });
    await fixture.update();
    const before = manifest().graph?.file;
    fixture.erase('river.txt');
    await updateUntilLinking();
    expect(manifest().graph?.file).toBe(before);
    await fixture.update();
    expect(manifest().graph?.file).not.toBe(before);
    expectCaughtUp();
  });

  it.runIf(existsSync('/dev/full'))('that finds no room when articles are removed is told of', async () => {
    fixture.write({ 'river.txt': RIVER, 'bread.txt': BREAD });
    await fixture.update();
    // After the commit that takes the article out.
    const next = graphFileName(manifest().generation + 2);
    symlinkSync('/dev/full', join(fixture.index, next));
    const { warnings } = await removeArticles({ index: sqliteIndex(fixture.index), keys: ['river.txt'] });
    expect(warnings).toEqual([expect.stringMatching(/graph.*could not be written.*space/)]);
    expect(verifyIndex(fixture.index).problems).toEqual([]);
  });

  it('is left as it is by a run that finds nothing, which takes away what a killed run left', async () => {
    fixture.write({ 'river.txt': RIVER });
    await fixture.update();
    const before = manifest();
    writeFileSync(join(fixture.index, graphFileName(99)), 'half a graph');
    await fixture.update();
    expect(manifest()).toEqual(before);
    expectCaughtUp();
  });
});
