import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { madeArticles } from '@footnote/tests/made-articles.ts';

/**
 * npm run measure:serving [ARTICLES]: four clients ask a server all the time, first while nothing else happens, then
 * while 2,000 articles are indexed under it.
 */
const count = Number(process.argv[2] ?? 2000);
const CLIENTS = 4;
const QUIET_MS = 20_000;
const FOOTNOTE = fileURLToPath(new URL('../../apps/cli/bin/footnote.js', import.meta.url));
const QUERY = `query ($question: String!) { ask(question: $question) { __typename
  ... on Answer { citations { quote start end article { text } } } ... on NoAnswer { reason } } }`;
const QUESTIONS = [
  'What did the mayor open?',
  'Who counted eleven boats?',
  'Where did the night train stop?',
  'When did the choir leave?',
];

interface AskResponse {
  readonly errors?: readonly { readonly message: string }[];
  readonly data?: { readonly ask: { readonly citations?: readonly Citation[] } };
}

interface Citation {
  readonly quote: string;
  readonly start: number;
  readonly end: number;
  readonly article: { readonly text: string };
}

const workplace = mkdtempSync(join(tmpdir(), 'footnote-serving-'));
const index = join(workplace, 'index');
const [first, rest] = [join(workplace, 'first'), join(workplace, 'rest')];
let server: ChildProcess | undefined;
try {
  const articles = Object.entries(madeArticles(count + 100, 300));
  write(first, articles.slice(0, 100));
  write(rest, articles.slice(100));
  await indexFolder(first);
  server = footnote('serve', '--index', index, '--port', '0');
  const url = await addressOf(server);
  const quiet = await askFor(url, delay(QUIET_MS));
  const busy = await askFor(url, indexFolder(rest));
  report('quiet', quiet);
  report(`while ${count} articles are indexed`, busy);
  console.log(
    `p95 ${(quantile(busy.times, 0.95) / quantile(quiet.times, 0.95)).toFixed(2)} times that of the quiet server (at most: 3)`,
  );
  process.exitCode = quiet.failed + busy.failed === 0 ? 0 : 1;
} finally {
  server?.kill('SIGTERM');
  if (server) await once(server, 'exit');
  rmSync(workplace, { recursive: true, force: true });
}

interface Asking {
  readonly times: number[];
  readonly failed: number;
}

async function askFor(url: string, end: Promise<unknown>): Promise<Asking> {
  let isOver = false;
  const ended = end.finally(() => {
    isOver = true;
  });
  const times: number[] = [];
  let failed = 0;
  const client = async (number: number) => {
    for (let turn = number; !isOver; turn += 1) {
      const started = performance.now();
      const isAnswered = await ask(url, QUESTIONS[turn % QUESTIONS.length]!);
      times.push(performance.now() - started);
      if (!isAnswered) failed += 1;
    }
  };
  await Promise.all([ended, ...Array.from({ length: CLIENTS }, (_, number) => client(number))]);
  return { times, failed };
}

/** Whether an answer or a refusal came, each quote of it word for word in its article. */
async function ask(url: string, question: string): Promise<boolean> {
  try {
    const body = JSON.stringify({ query: QUERY, variables: { question } });
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    });
    const { data, errors } = (await response.json()) as AskResponse;
    if (!data || errors) throw new Error(JSON.stringify(errors));
    return (data.ask.citations ?? []).every(
      ({ article, quote, start, end }) => article.text.slice(start, end) === quote,
    );
  } catch (error) {
    console.error(error);
    return false;
  }
}

function write(folder: string, files: readonly (readonly [string, string])[]): void {
  mkdirSync(folder);
  for (const [name, text] of files) writeFileSync(join(folder, name), text);
}

async function indexFolder(folder: string): Promise<void> {
  const run = footnote('index', folder, '--index', index, '--json');
  run.stdout!.resume();
  await once(run, 'exit');
  if (run.exitCode !== 0) throw new Error(`footnote index ended with status ${run.exitCode}`);
}

function footnote(...args: string[]): ChildProcess {
  return spawn(process.execPath, [FOOTNOTE, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
}

async function addressOf(server: ChildProcess): Promise<string> {
  for await (const text of createInterface({ input: server.stderr! })) {
    const address = /https?:\S+/.exec(text)?.[0];
    if (address) return address;
  }
  throw new Error('the server ended before it said where it is');
}

function report(what: string, { times, failed }: Asking): void {
  times.sort((a, b) => a - b);
  console.log(
    `${what}: ${times.length} questions, ${failed} failed, p50 ${quantile(times, 0.5).toFixed(0)} ms, p95 ${quantile(times, 0.95).toFixed(0)} ms`,
  );
}

function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!;
}
