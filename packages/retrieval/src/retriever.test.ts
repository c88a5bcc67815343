import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { IndexReader } from '@footnote/index';
import { sqliteIndex } from '@footnote/index-sqlite';
import { createEmbedder, type Embedder, resolveEmbeddingModel } from '@footnote/inference';
import { updateIndex } from '@footnote/ingestion';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createRetriever, type Retriever } from './retriever.ts';

const WIRE_STORY =
  'The pipeline company said on Monday that it had begun to pump gas across the river at Blagoveshchensk. ' +
  'Engineers expect the second string to be welded before the ice breaks, and the third a year later. ' +
  'Villages along the route will be connected once the compressor station is finished, officials added.';
const OTHER_STORY = 'A museum in Omsk showed porcelain. A pipeline was in one of the paintings.';

let folder: string;
let embedder: Embedder;
let index: IndexReader;
let retriever: Retriever;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'footnote-retriever-'));
  await writeFile(join(folder, 'first.txt'), WIRE_STORY);
  await writeFile(join(folder, 'second.txt'), `${WIRE_STORY} Reporting by a local office.`);
  await writeFile(join(folder, 'third.txt'), OTHER_STORY);
  const model = await resolveEmbeddingModel();
  const directory = join(folder, 'index');
  await updateIndex({ index: sqliteIndex(directory), paths: [folder], model, workers: 1 });
  embedder = await createEmbedder({ model });
  index = await sqliteIndex(directory).openReader({ model: model.identity });
  retriever = createRetriever({ index, embedder });
});

afterAll(async () => {
  await index.close();
  await embedder.close();
  await rm(folder, { recursive: true });
});

it('ranks near-identical copies of a story after everything else', async () => {
  const { edges } = await retriever.search({ query: 'When did the pipeline begin to pump gas?' });
  const keys = edges.map(({ node }) => node.passage.articleKey);
  expect(keys).toHaveLength(3);
  expect(keys[0]).not.toBe('third.txt');
  expect(keys[1]).toBe('third.txt');
});

it('gives all hits once, page by page', async () => {
  const query = 'pipeline';
  const whole = await retriever.search({ query });
  const found: string[] = [];
  let after: string | undefined;
  for (let more = true; more; ) {
    const page = await retriever.search({ query, first: 1, after });
    found.push(...page.edges.map(({ node }) => `${node.passage.articleKey} ${node.passage.start}`));
    after = page.edges.at(-1)?.cursor;
    more = page.hasNextPage;
  }
  expect(found).toEqual(whole.edges.map(({ node }) => `${node.passage.articleKey} ${node.passage.start}`));
});

it('scores by meaning what holds none of the words', async () => {
  const { edges } = await retriever.search({ query: 'exhibition of ceramics' });
  expect(edges[0]?.node.passage.articleKey).toBe('third.txt');
  expect(edges[0]?.node.explanation).toMatchObject({ lexical: null, semantic: expect.any(Number) });
});

it('finds what is nearest to a passage, without itself, and copies of its article last', async () => {
  const similar = await retriever.similar({ articleKey: 'first.txt', start: 0 });
  expect(similar?.map(({ passage }) => passage.articleKey)).toEqual(['third.txt', 'second.txt']);
  expect(similar![1]!.score).toBeGreaterThan(similar![0]!.score);
});

it('knows nothing that is near to a passage which is not there', async () => {
  expect(await retriever.similar({ articleKey: 'first.txt', start: 1 })).toBeNull();
});
