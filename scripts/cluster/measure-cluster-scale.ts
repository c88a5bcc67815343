/**
 * `npm run measure:cluster-scale [-- SIZES…]`: passages that are made up, written to an index in the cluster and to one in
 * a folder, both up to each size (10000 and 100000 unless given): what writing and searching take, and the room they need.
 * Their vectors are those of 200 passages by the model, with noise added; embedding is not part of it.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeArticle, segmentSentences, type TextSpan } from '@footnote/core';
import type { IndexEngine, IndexWriter, NewArticle } from '@footnote/index';
import { indexAt } from '@footnote/index-location';
import { parseClusterLocation } from '@footnote/index-weaviate';
import { dropIndex } from '@footnote/index-weaviate/testing';
import { createEmbedder, type Embedder, resolveEmbeddingModel } from '@footnote/inference';
import { createRetriever } from '@footnote/retrieval';
import { madeArticle } from '@footnote/tests/made-articles.ts';
import { newsLikeText, vocabularyWord } from '../measure/news-like-text.ts';
import { clusterUrl, NODES, nodeFolder, processOf } from './cluster-node.ts';
import { startCluster } from './start-cluster.ts';

const sizes = process.argv.slice(2).map(Number);
const SIZES = sizes.length > 0 ? sizes : [10_000, 100_000];
const SETTINGS = process.env.CLUSTER_INDEX_SETTINGS ?? 'replicas=1';
const PASSAGES_PER_ARTICLE = 7;
const WORDS = 840;
const SAMPLES = 200;
/** Articles that are written at once. */
const BATCH = 8;
const SEARCHES = 200;

await startCluster();
const model = await resolveEmbeddingModel();
const embedder = await createEmbedder({ model, workers: 2 });
const samples = await Promise.all(
  Array.from({ length: SAMPLES }, (_, number) => embedder.embedPassage(madeArticle(number, 110))),
);
const folder = mkdtempSync(join(tmpdir(), 'footnote-cluster-scale-'));
const url = clusterUrl(`scale_${process.pid}`, SETTINGS);
const engines = [
  { name: 'cluster', engine: await indexAt(url), written: 0 },
  { name: 'folder', engine: await indexAt(folder), written: 0 },
];
const emptyRoom = clusterRoom();
try {
  for (const size of SIZES) {
    console.log(`\n${size} passages`);
    for (const each of engines) {
      const seconds = await fill(each.engine, each.written, size);
      line(each.name, `written: ${((size - each.written) / seconds).toFixed(0)} passages/s`);
      each.written = size;
    }
    const { disk, memory } = clusterRoom();
    line(
      'cluster',
      `${mb(disk - emptyRoom.disk)} on disk, ${mb(memory - emptyRoom.memory)} of memory over all nodes`,
    );
    line('folder', `${mb(directoryBytes(folder))} on disk`);
    // By turns, so that whatever else the machine does weighs on both alike.
    for (const mode of ['HYBRID', 'SEMANTIC', 'LEXICAL'] as const) await compareSearches(mode);
  }
} finally {
  await embedder.close();
  await dropIndex(parseClusterLocation(url));
  rmSync(folder, { recursive: true });
}

async function fill(engine: IndexEngine, from: number, to: number): Promise<number> {
  const started = performance.now();
  const writer = await engine.openWriter({ model: model.identity });
  try {
    const [first, end] = [from, to].map((passages) => Math.floor(passages / PASSAGES_PER_ARTICLE)) as [
      number,
      number,
    ];
    for (let number = first; number < end; number += BATCH)
      await writeBatch(writer, number, Math.min(number + BATCH, end));
    await writer.finish();
  } finally {
    await writer.close();
  }
  return (performance.now() - started) / 1000;
}

async function writeBatch(writer: IndexWriter, from: number, to: number): Promise<void> {
  const articles = Array.from({ length: to - from }, (_, offset) => madeUp(from + offset));
  await writer.apply(articles.map((article) => ({ kind: 'put', article })));
  if (from % 800 === 0) process.stderr.write(`${from * PASSAGES_PER_ARTICLE} passages\n`);
}

function madeUp(number: number): NewArticle {
  const text = newsLikeText(number, WORDS);
  const article = makeArticle({
    key: `a${number}`,
    title: `Report ${number}`,
    text,
    source: `Paper ${number % 40}`,
    authors: [`Author ${number % 400}`],
    publishedAt: `20${String(number % 24).padStart(2, '0')}-0${1 + (number % 9)}-11`,
    url: null,
    language: 'en',
  });
  const passages = cut(text);
  const vectors = passages.map((_, ordinal) =>
    noisy(samples[(number * PASSAGES_PER_ARTICLE + ordinal) % SAMPLES]!),
  );
  return { article, root: '/made', path: `/made/${number}`, chunkingVersion: 1, passages, vectors };
}

/** Into as many runs of sentences as an article of this length has passages. */
function cut(text: string): TextSpan[] {
  const sentences = segmentSentences(text);
  return Array.from({ length: PASSAGES_PER_ARTICLE }, (_, part) => {
    const at = (share: number) => Math.round((share * sentences.length) / PASSAGES_PER_ARTICLE);
    const own = sentences.slice(at(part), at(part + 1));
    return { start: own[0]!.start, end: own.at(-1)!.end };
  });
}

/** Cosine with the original about 0.9. */
function noisy(vector: Float32Array): Float32Array {
  const changed = vector.map((value) => value + (Math.random() - 0.5) * 0.086);
  const length = Math.hypot(...changed);
  return changed.map((value) => value / length);
}

async function compareSearches(mode: 'HYBRID' | 'SEMANTIC' | 'LEXICAL'): Promise<void> {
  const readers = await Promise.all(engines.map(({ engine }) => engine.openReader()));
  let turn = 0;
  const queries: Embedder = { ...embedder, embedQuery: async () => noisy(samples[turn % SAMPLES]!) };
  const retrievers = readers.map((index) => createRetriever({ index, embedder: queries }));
  const times: number[][] = engines.map(() => []);
  for (turn = 0; turn < SEARCHES; turn += 1) {
    const query = [60, 150, 700, 3000].map((rank) => vocabularyWord(rank + turn)).join(' ');
    for (const [index, retriever] of retrievers.entries()) {
      const started = performance.now();
      await retriever.search({ query, mode, first: 10 });
      times[index]!.push(performance.now() - started);
    }
  }
  await Promise.all(readers.map((reader) => reader.close()));
  for (const [index, { name }] of engines.entries()) {
    const sorted = times[index]!.slice(10).sort((a, b) => a - b);
    line(
      name,
      `${mode.toLowerCase()} search: p50 ${quantile(sorted, 0.5)} ms, p95 ${quantile(sorted, 0.95)} ms`,
    );
  }
}

/** What all nodes take of disk and memory. */
function clusterRoom(): { readonly disk: number; readonly memory: number } {
  const memory = NODES.map((node) => {
    const status = readFileSync(`/proc/${processOf(node)}/status`, 'utf8');
    return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) * 1024;
  });
  return { disk: sum(NODES.map((node) => directoryBytes(nodeFolder(node)))), memory: sum(memory) };
}

/** What files take of the disk: some are given more room than they have bytes, and some less. */
function directoryBytes(directory: string): number {
  const entries = readdirSync(directory, { withFileTypes: true, recursive: true });
  return sum(
    entries.map((entry) => {
      const stats = statSync(join(entry.parentPath, entry.name), { throwIfNoEntry: false });
      return entry.isFile() && stats ? stats.blocks * 512 : 0;
    }),
  );
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function quantile(sorted: readonly number[], share: number): string {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!.toFixed(1);
}

function mb(bytes: number): string {
  return `${(bytes / 1e6).toFixed(0)} MB`;
}

function line(what: string, figures: string): void {
  console.log(`${what.padEnd(10)} ${figures}`);
}
