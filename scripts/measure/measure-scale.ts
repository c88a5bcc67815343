import { once } from 'node:events';
import { createWriteStream, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Candidate, CandidateQuery, IndexReader } from '@footnote/index';
import { sqliteIndex } from '@footnote/index-sqlite';
import { SqliteIndexReader } from '@footnote/index-sqlite/testing';
import { createEmbedder, type Embedder, resolveEmbeddingModel } from '@footnote/inference';
import { updateIndex } from '@footnote/ingestion';
import { createRetriever } from '@footnote/retrieval';
import { madeArticle } from '@footnote/tests/made-articles.ts';
import { newsLikeText, vocabularyWord } from './news-like-text.ts';

/**
 * npm run measure:scale DIR [PASSAGES]: an index of 100,000 passages, whose vectors are those of 2,000 passages by
 * the model with noise added; the time to open it, the memory it takes, the time of a search, and, at several
 * selectivities of a filter, time and recall against exact scoring. DIR holds the index and is used again when it is
 * there.
 */
const [place, passagesWanted = '100000'] = process.argv.slice(2);
if (!place) throw new Error('Usage: npm run measure:scale -- DIR [PASSAGES]');
const PASSAGES_PER_ARTICLE = 7;
const WORDS = 880;
const SHARES = [0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1];
const QUERIES = 40;
const LIMIT = 200;
const directory = join(place, 'index');
const folder = join(place, 'articles');

const model = await resolveEmbeddingModel();
const real = await createEmbedder({ model, workers: 2 });
const samples = await realVectors(real);
const embedder = noisyEmbedder(real, samples);
await writeArticles(Number(passagesWanted) / PASSAGES_PER_ARTICLE);
const report = await updateIndex({
  index: sqliteIndex(directory),
  paths: [folder],
  model,
  embedder,
  onProgress: showProgress,
});
line(
  'index',
  `${report.articles} articles, ${report.passages} passages, ${report.seconds.toFixed(0)} s (embedding left out)`,
);
globalThis.gc?.();

const memoryBefore = process.memoryUsage().rss;
const opening = performance.now();
const reader = await sqliteIndex(directory).openReader();
line('opened in', `${(performance.now() - opening).toFixed(0)} ms (at most: 2000)`);
line(
  'memory',
  `${((process.memoryUsage().rss - memoryBefore) / 1e6).toFixed(0)} MB more; vectors alone: ${((report.passages * 384 * 4) / 1e6).toFixed(0)} MB`,
);
const queries = samples.slice(0, QUERIES).map((vector) => noisy(vector));
await measureSearch(reader);
const exact = new SqliteIndexReader(directory, { limits: { exact: Number.POSITIVE_INFINITY, filtered: 0 } });
for (const share of SHARES) await measureFilter(share);
await reader.close();
await exact.close();
await real.close();

async function realVectors(embedder: Embedder): Promise<Float32Array[]> {
  const texts = Array.from({ length: 2000 }, (_, number) => madeArticle(number, 110));
  return Promise.all(texts.map((text) => embedder.embedPassage(text)));
}

function noisyEmbedder(embedder: Embedder, vectors: readonly Float32Array[]): Embedder {
  let next = 0;
  const embedPassage = async () => noisy(vectors[next++ % vectors.length]!);
  return { ...embedder, embedPassage, close: async () => {} };
}

/** Cosine with the original about 0.9. */
function noisy(vector: Float32Array): Float32Array {
  const changed = vector.map((value) => value + (Math.random() - 0.5) * 0.086);
  const length = Math.hypot(...changed);
  return changed.map((value) => value / length);
}

/** Each article names the shares that it belongs to as its authors. */
async function writeArticles(count: number): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (let start = 0; start < count; start += 500) {
    const file = createWriteStream(join(folder, `part-${String(start).padStart(6, '0')}.jsonl`));
    for (let number = start; number < Math.min(start + 500, count); number += 1) {
      const position = (number * 0.618033988749895) % 1;
      const author = SHARES.filter((share) => position < share).map((share) => `share ${share}`);
      const article = {
        id: `a${number}`,
        title: `Report ${number}`,
        text: newsLikeText(number, WORDS),
        author,
      };
      file.write(`${JSON.stringify(article)}\n`);
    }
    file.end();
    await once(file, 'close');
  }
}

async function measureSearch(index: IndexReader): Promise<void> {
  let turn = 0;
  const embedQuery = async () => queries[turn++ % queries.length]!;
  const retriever = createRetriever({ index, embedder: { ...real, embedQuery } });
  // Words as questions have them: from one that a passage in six has, to rare ones.
  const query = (round: number) => [60, 150, 700, 3000].map((rank) => vocabularyWord(rank + round)).join(' ');
  for (const mode of ['HYBRID', 'SEMANTIC', 'LEXICAL'] as const) {
    const times: number[] = [];
    for (let round = 0; round < 60; round += 1) {
      const started = performance.now();
      await retriever.search({ query: query(round), mode, first: 10 });
      times.push(performance.now() - started);
    }
    const rest = times.slice(10).sort((a, b) => a - b);
    line(`search, ${mode.toLowerCase()}`, `p50 ${quantile(rest, 0.5)} ms, p95 ${quantile(rest, 0.95)} ms`);
  }
}

function nearest(index: IndexReader, query: Pick<CandidateQuery, 'vector' | 'filter'>) {
  return index.withSearcher((searcher) => searcher.candidates({ ...query, terms: null, limit: LIMIT }));
}

function placeOf({ articleKey, start }: Candidate): string {
  return `${start} ${articleKey}`;
}

async function measureFilter(share: number): Promise<void> {
  const filter = share === 1 ? undefined : { authors: [`share ${share}`] };
  const times: number[] = [];
  const exactTimes: number[] = [];
  let found = 0;
  let wanted = 0;
  for (const query of queries) {
    let started = performance.now();
    const approximate = await nearest(reader, { vector: query, filter });
    times.push(performance.now() - started);
    started = performance.now();
    const truth = await nearest(exact, { vector: query, filter });
    exactTimes.push(performance.now() - started);
    const places = new Set(approximate.map(placeOf));
    found += truth.filter((candidate) => places.has(placeOf(candidate))).length;
    wanted += truth.length;
  }
  line(
    `${(share * 100).toFixed(1)} % pass`,
    `recall@${LIMIT} ${(found / wanted).toFixed(4)} (at least: 0.98), p50 ${quantile(
      times.sort((a, b) => a - b),
      0.5,
    )} ms, p95 ${quantile(times, 0.95)} ms; exact: p50 ${quantile(
      exactTimes.sort((a, b) => a - b),
      0.5,
    )} ms`,
  );
}

function quantile(sorted: readonly number[], share: number): string {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!.toFixed(1);
}

function showProgress({ stage, passages }: { stage: string; passages: number }): void {
  if (passages % 10_000 < PASSAGES_PER_ARTICLE) console.error(`${stage} ${passages}`);
}

function line(what: string, figures: string): void {
  console.log(`${what.padEnd(20)} ${figures}`);
}
