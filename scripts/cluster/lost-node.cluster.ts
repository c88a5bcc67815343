import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type Engine, openEngine } from '@footnote/engine';
import { indexAt } from '@footnote/index-location';
import { parseClusterLocation } from '@footnote/index-weaviate';
import { dropIndex } from '@footnote/index-weaviate/testing';
import { updateIndex } from '@footnote/ingestion';
import { expect, it } from 'vitest';
import { clusterUrl, endNode, startNode, untilReady } from './cluster-node.ts';
import { weaviateServer } from './weaviate-server.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const CLIENTS = 4;
const LOST_NODE = 2;
/** How long clients ask before the node is killed, while it is away, and after it is back. */
const PHASE_MS = Number(process.env.LOST_NODE_PHASE_MS ?? 45_000);

interface Asked {
  readonly phase: string;
  readonly milliseconds: number;
  readonly failure: string | null;
}

it('answers as before, and nothing else, while one of three nodes is killed and comes back', async () => {
  const url = clusterUrl(`lost_${process.pid}`, 'replicas=3');
  await updateIndex({ index: await indexAt(url), paths: [resolve(ROOT, 'corpus')] });
  const engine = await openEngine({ index: url });
  try {
    const questions = await answeredQuestions(engine);
    const asked: Asked[] = [];
    let phase: string | null = 'all nodes';
    const ask = async (client: number) => {
      for (let turn = client; phase !== null; turn += 1) {
        const now: string = phase;
        const { question, answer } = questions[(turn * CLIENTS + client) % questions.length]!;
        const started = performance.now();
        const failure = await failureOf(engine, { question, answer });
        asked.push({ phase: now, milliseconds: performance.now() - started, failure });
      }
    };
    const clients = Array.from({ length: CLIENTS }, (_, client) => ask(client));
    await pause(PHASE_MS);
    phase = 'one killed';
    await endNode(LOST_NODE, 'SIGKILL');
    await pause(PHASE_MS);
    phase = 'it comes back';
    startNode(LOST_NODE, await weaviateServer());
    await untilReady(LOST_NODE);
    await pause(PHASE_MS);
    phase = null;
    await Promise.all(clients);
    for (const name of ['all nodes', 'one killed', 'it comes back']) report(name, asked);
    expect(asked.flatMap(({ failure }) => failure ?? [])).toEqual([]);
  } finally {
    await engine.close();
    await untilReady(LOST_NODE).catch(async () => startNode(LOST_NODE, await weaviateServer()));
    await untilReady(LOST_NODE);
    await dropIndex(parseClusterLocation(url));
  }
}, 900_000);

interface AnsweredQuestion {
  readonly question: string;
  /** What was answered while all was well; the quotes, or why there is none. */
  readonly answer: string;
}

async function answeredQuestions(engine: Engine): Promise<AnsweredQuestion[]> {
  const lines = readFileSync(resolve(ROOT, 'tests/corpus-questions.jsonl'), 'utf8').trim().split('\n');
  const answered: AnsweredQuestion[] = [];
  for (const line of lines.filter((_, index) => index % 2 === 0)) {
    const { question } = JSON.parse(line) as { question: string };
    answered.push({ question, answer: await answerOf(engine, question) });
  }
  return answered;
}

async function answerOf(engine: Engine, question: string): Promise<string> {
  const result = await engine.ask({ question });
  if (result.kind === 'NoAnswer') return result.reason;
  for (const { quote, start, end, passage } of result.citations) {
    if (passage.article.text.slice(start, end) !== quote) throw new Error(`"${quote}" is not in its article`);
  }
  return JSON.stringify(result.citations.map(({ quote, passage }) => [passage.articleKey, quote]));
}

/** Null when the question is answered as it was before. */
async function failureOf(engine: Engine, { question, answer }: AnsweredQuestion): Promise<string | null> {
  try {
    const given = await answerOf(engine, question);
    return given === answer ? null : `${question}: ${given} in place of ${answer}`;
  } catch (error) {
    return `${question}: ${(error as Error).message}`;
  }
}

function report(name: string, all: readonly Asked[]): void {
  const asked = all.filter(({ phase }) => phase === name);
  const times = asked.map(({ milliseconds }) => milliseconds).sort((a, b) => a - b);
  const at = (share: number) =>
    times[Math.min(times.length - 1, Math.floor(times.length * share))]?.toFixed(0);
  const failed = asked.filter(({ failure }) => failure !== null).length;
  console.log(
    `${name}: ${asked.length} questions, ${failed} failed, p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, most ${at(1)} ms`,
  );
}
