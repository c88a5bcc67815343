import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { madeArticles } from '@footnote/tests/made-articles.ts';
import { Command } from 'commander';
import { newsLikeText } from './news-like-text.ts';
import { closedLoop, type LoopResult, quantile, type Workload } from './serving/closed-loop.ts';
import {
  type FootnoteServer,
  indexFolder,
  startFootnoteServer,
  THIS_CHECKOUT,
} from './serving/footnote-server.ts';
import { workloadsOf } from './serving/workloads.ts';

/**
 * npm run measure:serving: clients ask a server without pause, 1, 8 and 32 at once, for searches, for the same four
 * answers, and for answers, no query twice; then four ask while articles are indexed under it. With --beside, another checkout's server is asked in
 * turns with this one's, on the same index: rates compare within one run only. With --index, an index that is there is
 * served, as measure:scale makes one, and nothing is indexed.
 */
const options = new Command()
  .option('--corpus <file>', 'a corpus.jsonl whose texts are served, instead of made-up ones of 300 words')
  .option('--index <directory>', 'an index that is served as it is')
  .option('--articles <n>', 'articles that are served', Number, 1100)
  .option('--more <n>', 'articles that are indexed while questions are asked', Number, 1000)
  .option('--seconds <n>', 'how long each loop lasts', Number, 10)
  .option('--beside <checkout>', 'another checkout of Footnote, installed, to compare with')
  .option('--readers <n>', 'processes that read, of this checkout')
  .option('--only <names>', 'loops to measure, parted by commas')
  .option('--requests <n>', 'searches after which the memory is told again', Number, 0)
  .parse()
  .opts<{
    corpus?: string;
    index?: string;
    articles: number;
    more: number;
    seconds: number;
    beside?: string;
    readers?: string;
    only?: string;
    requests: number;
  }>();
const CLIENTS = [1, 8, 32];
const WARM_UP_MS = 2_000;

const workplace = mkdtempSync(join(tmpdir(), 'footnote-serving-'));
const index = options.index ?? join(workplace, 'index');
const servers = new Map<string, FootnoteServer>();
let failures = 0;
let turn = 0;
try {
  const articles = readTexts();
  const workloads = workloadsOf(articles.map(([, text]) => text));
  const [first, rest] = [join(workplace, 'first'), join(workplace, 'rest')];
  if (!options.index) {
    write(first, articles.slice(0, options.articles));
    write(rest, articles.slice(options.articles));
    await indexFolder(first, index);
  }
  if (options.beside) {
    servers.set('the other', await startFootnoteServer(resolve(options.beside), { index }));
  }
  const flags = options.readers ? ['--readers', options.readers] : [];
  servers.set('this', await startFootnoteServer(THIS_CHECKOUT, { index, flags }));
  const only = options.only?.split(',');
  for (const workload of workloads) {
    if (only?.includes(workload.name) ?? true) await measureRates(workload);
  }
  for (const [name, server] of servers) {
    console.log(`memory of ${name}: ${server.memory()?.toFixed(0) ?? 'unknown'} MB with its children`);
  }
  if (options.requests > 0) await measureMemory(servers.get('this')!, workloads[0]!);
  if (!options.index) await measureWhileIndexing(servers.get('this')!, rest, workloads.at(-1)!);
  process.exitCode = failures === 0 ? 0 : 1;
} finally {
  for (const server of servers.values()) await server.stop();
  rmSync(workplace, { recursive: true, force: true });
}

async function measureRates(workload: Workload): Promise<void> {
  for (const [, { url }] of servers) await loop(url, workload, { clients: 2, milliseconds: WARM_UP_MS });
  for (const clients of CLIENTS) {
    const rates: number[] = [];
    for (const [name, { url }] of servers) {
      const result = await loop(url, workload, { clients, milliseconds: options.seconds * 1000 });
      rates.push(result.requestsPerSecond);
      console.log(`${workload.name}, ${clients} clients, ${name}: ${describe(result)}`);
    }
    if (rates.length === 2) console.log(`  this has ${(rates[1]! / rates[0]!).toFixed(2)} times the rate`);
  }
}

/** Of a server that is asked very often, after each tenth. */
async function measureMemory(server: FootnoteServer, workload: Workload): Promise<void> {
  const megabytes: string[] = [];
  for (let asked = 0; asked < options.requests; ) {
    const until = ((megabytes.length + 1) * options.requests) / 10;
    while (asked < until) {
      asked += (await loop(server.url, workload, { clients: 8, milliseconds: 1000 })).times.length;
    }
    megabytes.push(server.memory()?.toFixed(0) ?? 'unknown');
  }
  console.log(`memory of this after each tenth of ${options.requests} searches: ${megabytes.join(', ')} MB`);
}

async function measureWhileIndexing({ url }: FootnoteServer, folder: string, ask: Workload): Promise<void> {
  const quiet = await loop(url, ask, { clients: 4, milliseconds: options.seconds * 1000 });
  let isIndexed = false;
  const indexing = indexFolder(folder, index).finally(() => {
    isIndexed = true;
  });
  const times: number[] = [];
  while (!isIndexed) {
    times.push(...(await loop(url, ask, { clients: 4, milliseconds: 2_000 })).times);
  }
  await indexing;
  const slowest = quantile(
    times.sort((a, b) => a - b),
    0.95,
  );
  const ratio = slowest / quantile(quiet.times, 0.95);
  console.log(
    `while ${options.more} articles are indexed: ${times.length} questions of four clients, p95 ${slowest.toFixed(0)} ms, ${ratio.toFixed(2)} times that of the quiet server (at most: 3); ${failures} of all failed`,
  );
}

async function loop(
  url: string,
  workload: Workload,
  { clients, milliseconds }: { clients: number; milliseconds: number },
): Promise<LoopResult> {
  const result = await closedLoop(url, workload, { clients, milliseconds, from: turn });
  turn += result.times.length;
  failures += result.failed;
  await delay(200);
  return result;
}

function describe({ requestsPerSecond, times, failed, healthTimes, clientShare }: LoopResult): string {
  return [
    `${requestsPerSecond.toFixed(1)}/s`,
    `p50 ${quantile(times, 0.5).toFixed(1)} ms`,
    `p95 ${quantile(times, 0.95).toFixed(1)} ms`,
    `health p99 ${quantile(healthTimes, 0.99).toFixed(0)} ms`,
    `client's share of the processors ${(clientShare * 100).toFixed(0)} %`,
    `${failed} failed`,
  ].join(', ');
}

/** Names and texts: those of the corpus; words like those of the index that is there; or made-up ones. */
function readTexts(): readonly [string, string][] {
  const count = options.articles + options.more;
  if (options.corpus) return textsOf(options.corpus).slice(0, count);
  if (options.index) return Array.from({ length: 200 }, (_, n) => [String(n), newsLikeText(n, 300)]);
  return Object.entries(madeArticles(count, 300));
}

function textsOf(corpus: string): [string, string][] {
  const lines = readFileSync(corpus, 'utf8').split('\n').filter(Boolean);
  return lines.map((line, number) => [`${number}.txt`, (JSON.parse(line) as { text: string }).text]);
}

function write(folder: string, files: readonly (readonly [string, string])[]): void {
  mkdirSync(folder);
  for (const [name, text] of files) writeFileSync(join(folder, name), text);
}
