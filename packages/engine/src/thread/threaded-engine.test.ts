import { mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Worker } from 'node:worker_threads';
import { madeUpArticle } from '@footnote/index/testing';
import { sqliteIndex } from '@footnote/index-sqlite';
import { resolveEmbeddingModel } from '@footnote/inference';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../engine.ts';
import { openEngine } from '../open-engine.ts';
import { openThreadedEngine } from './threaded-engine.ts';

let folder: string;
let index: string;
let threaded: Engine;
let here: Engine;
const threads: Worker[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'footnote-thread-'));
  index = join(folder, 'index');
  const { identity } = await resolveEmbeddingModel();
  const writer = await sqliteIndex(index).openWriter({ model: identity });
  const vectors = [new Float32Array(identity.dimensions).fill(identity.dimensions ** -0.5)];
  const [river, bread] = ['The river rose in the night.', 'The bakery sells rye bread.'];
  await writer.apply([
    { kind: 'put', article: madeUpArticle('river', river!, { vectors }) },
    { kind: 'put', article: madeUpArticle('bread', bread!, { vectors }) },
  ]);
  await writer.finish();
  await writer.close();
  process.on('worker', (worker: Worker) => threads.push(worker));
  const options = { index, reader: 'off' };
  [threaded, here] = await Promise.all([openThreadedEngine(options), openEngine(options)]);
}, 60_000);
afterAll(async () => {
  await Promise.all([threaded.close(), here.close()]);
  await rm(folder, { recursive: true });
});

describe('an engine in a thread of its own', () => {
  it('gives what one in this thread gives', async () => {
    const filter = { sources: ['none'] };
    const give = (engine: Engine) =>
      Promise.all([
        engine.search({ query: 'rye bread', first: 2 }),
        engine.ask({ question: 'What does the bakery sell?' }),
        engine.ask({ question: 'What does the bakery sell?' }, { threshold: 0.9999 }),
        engine.articlesByKey(['bread', 'none']),
        engine.articles({ first: 1, filter }),
        engine.passagesAt([{ articleKey: 'river', start: 0 }]),
        engine.status(),
      ]);
    expect(await give(threaded)).toEqual(await give(here));
  });

  it('tells the stages of a question before its answer', async () => {
    const stages: string[] = [];
    await threaded.ask(
      { question: 'What does the bakery sell?' },
      { onProgress: ({ stage }) => stages.push(stage) },
    );
    expect(stages).toEqual(['SEARCHING', 'READING', 'DECIDING']);
  });

  it('fails with the code and the message of what failed', async () => {
    await expect(threaded.search({ query: ' ' })).rejects.toMatchObject({
      name: 'FootnoteError',
      code: 'BLANK_QUERY',
      message: expect.stringContaining('Write at least one word'),
    });
  });

  it('ends what is aborted, with the reason', async () => {
    const controller = new AbortController();
    const asked = threaded.ask({ question: 'Who left?' }, { signal: controller.signal });
    controller.abort(new Error('left'));
    await expect(asked).rejects.toThrow('left');
    await expect(threaded.search({ query: 'rye' }, { signal: controller.signal })).rejects.toThrow('left');
  });

  it('is another thread when the first dies, which fails what it was asked', async () => {
    const waiting = threaded.search({ query: 'rye bread' });
    const died = expect(waiting).rejects.toThrow('ended in the middle of its work');
    await threads.at(-1)!.terminate();
    await died;
    expect((await threaded.search({ query: 'rye bread' })).edges).not.toEqual([]);
  });

  it('whose other thread finds no index has it once it is there again', async () => {
    await rename(index, `${index}-away`);
    await threads.at(-1)!.terminate();
    await expect(threaded.status()).rejects.toMatchObject({ code: 'INDEX_NOT_FOUND' });
    await rename(`${index}-away`, index);
    expect(await threaded.status()).toMatchObject({ articles: 2 });
  });

  it('that cannot be opened says why', async () => {
    const none = openThreadedEngine({ index: join(folder, 'none'), reader: 'off' });
    await expect(none).rejects.toMatchObject({ code: 'INDEX_NOT_FOUND' });
  });
});
