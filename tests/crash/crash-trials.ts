import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { rankedPassages } from '@footnote/index/testing';
import { isIndexDirectory, sqliteIndex, verifyIndex } from '@footnote/index-sqlite';
import { createEmbedder, resolveEmbeddingModel } from '@footnote/inference';
import { type IndexProgress, updateIndex } from '@footnote/ingestion';
import { randomNumbers } from '../random-numbers.ts';
import { fingerprint } from './fingerprint.ts';
import { recordingEmbedder } from './recorded-embedder.ts';

export interface CrashOptions {
  /** An empty folder. */
  readonly workplace: string;
  /** Texts of the articles by file name. */
  readonly articles: Readonly<Record<string, string>>;
  /** How many runs are killed. */
  readonly kills: number;
  /** After so many kills the run is let through, compared, and begun anew. */
  readonly killsPerIndex: number;
  /** The moments at which runs are killed follow from it, but for what the machine adds. */
  readonly seed: number;
  /** Load the model in every run, instead of giving it the vectors that the model made before. */
  readonly realModel?: boolean;
  /** Asked after each kill, when given: rejects when a server on the index does not answer. */
  readonly askServer?: (index: string) => Promise<void>;
  readonly onKill?: (step: string, failures: readonly string[]) => void;
}

export interface CrashReport {
  readonly kills: number;
  /** Kills by the stage that the run was in. */
  readonly stages: Readonly<Record<string, number>>;
  /** Finished indexes that were compared with that of an unbroken run. */
  readonly compared: number;
  readonly failures: readonly string[];
}

const PROCESS = fileURLToPath(new URL('./indexing-process.ts', import.meta.url));
const TSX = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;

/** Where kills are aimed: the share of each stage, and up to how many milliseconds after one of its steps they come. */
const STAGES = [
  { stage: 'started', share: 0.15, spreadMs: 400 },
  { stage: 'checking', share: 0.15, spreadMs: 5 },
  { stage: 'embedding', share: 0.4, spreadMs: 8 },
  { stage: 'linking', share: 0.2, spreadMs: 20 },
  { stage: 'done', share: 0.1, spreadMs: 20 },
] as const;

/** Kills index runs at random moments and looks each time at what is left. */
export async function runCrashTrials(options: CrashOptions): Promise<CrashReport> {
  const place = await prepare(options);
  const random = randomNumbers(options.seed);
  const stages: Record<string, number> = {};
  const failures: string[] = [];
  let kills = 0;
  let compared = 0;
  while (kills < options.kills) {
    rmSync(place.index, { recursive: true, force: true });
    for (let round = 0; round < options.killsPerIndex && kills < options.kills; round += 1) {
      const step = await killedRun(place, random);
      if (step === null) break;
      kills += 1;
      const stage = step.split(' ')[0]!;
      stages[stage] = (stages[stage] ?? 0) + 1;
      const found = await lookAtRemains(place, options);
      failures.push(...found.map((failure) => `after a kill at "${step}": ${failure}`));
      options.onKill?.(step, found);
    }
    const failure = await unbrokenRun(place);
    compared += 1;
    if (failure !== null) failures.push(`the run after the kills failed: ${failure}`);
    else if ((await fingerprint(place.index)) !== place.expected)
      failures.push(`index ${compared} is not that of an unbroken run`);
  }
  return { kills, stages, compared, failures };
}

interface Place {
  readonly index: string;
  readonly articles: string;
  readonly recording: string;
  /** Of the index of an unbroken run. */
  readonly expected: string;
  /** How many steps of each stage an unbroken run takes. */
  readonly steps: ReadonlyMap<string, number>;
}

async function prepare({ workplace, articles, realModel }: CrashOptions): Promise<Place> {
  const folder = join(workplace, 'articles');
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of Object.entries(articles)) writeFileSync(join(folder, name), text);
  const unbroken = join(workplace, 'unbroken');
  const model = await resolveEmbeddingModel();
  const { embedder, recording } = recordingEmbedder(await createEmbedder({ model }));
  const steps = new Map([
    ['started', 1],
    ['done', 1],
  ]);
  const onProgress = ({ stage }: IndexProgress) => {
    steps.set(stage, (steps.get(stage) ?? 0) + 1);
  };
  await updateIndex({ index: sqliteIndex(unbroken), paths: [folder], model, embedder, onProgress });
  await embedder.close();
  const file = join(workplace, 'vectors.json');
  writeFileSync(file, JSON.stringify(recording));
  return {
    index: join(workplace, 'index'),
    articles: folder,
    recording: realModel ? '-' : file,
    expected: await fingerprint(unbroken),
    steps,
  };
}

/** The step at which the run was killed; null when it was through before. */
async function killedRun(place: Place, random: () => number): Promise<string | null> {
  const { stage, spreadMs } = drawStage(random);
  const target = 1 + Math.floor(random() * (place.steps.get(stage) ?? 1));
  const run = start(place);
  let last = '';
  let steps = 0;
  for await (const line of createInterface({ input: run.stdout! })) {
    last = line;
    if (line.startsWith(stage)) steps += 1;
    if (steps === target) break;
  }
  await delay(random() * spreadMs);
  const isKilled = run.kill('SIGKILL');
  await exited(run);
  return isKilled && run.signalCode === 'SIGKILL' ? last : null;
}

function drawStage(random: () => number): (typeof STAGES)[number] {
  let rest = random();
  for (const each of STAGES) {
    rest -= each.share;
    if (rest < 0) return each;
  }
  return STAGES[0];
}

/** What the run said last, when it failed. */
async function unbrokenRun(place: Place): Promise<string | null> {
  const run = start(place);
  let last = '';
  for await (const line of createInterface({ input: run.stdout! })) last = line;
  await exited(run);
  return run.exitCode === 0 ? null : last;
}

function start({ index, articles, recording }: Place): ChildProcess {
  return spawn(process.execPath, ['--import', TSX, PROCESS, index, articles, recording], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

async function exited(run: ChildProcess): Promise<void> {
  if (run.exitCode === null && run.signalCode === null) await once(run, 'exit');
}

async function lookAtRemains({ index }: Place, { askServer }: CrashOptions): Promise<string[]> {
  const failures: string[] = [];
  try {
    if (existsSync(index) && isIndexDirectory(index)) {
      for (const { code, message } of await remains(index)) failures.push(`${code}: ${message}`);
    }
    await askServer?.(index);
  } catch (error) {
    failures.push((error as Error).message);
  }
  return failures;
}

/** What verify finds, and every passage that is not in its article. An index that was only begun is none yet. */
async function remains(index: string): Promise<{ code: string; message: string }[]> {
  try {
    const { problems } = verifyIndex(index);
    const reader = await sqliteIndex(index).openReader();
    const terms = ['the', 'minister', 'river'];
    const found = await reader.withSearcher((searcher) =>
      rankedPassages(searcher, { terms, vector: null, limit: 50 }),
    );
    const wrong = found.filter(
      ({ passage: { article, start, end, text } }) => article.text.slice(start, end) !== text,
    );
    await reader.close();
    return [...problems, ...wrong.map(() => ({ code: 'QUOTE', message: 'a passage is not in its article' }))];
  } catch (error) {
    const { code, message } = error as { code: string; message: string };
    return code === 'INDEX_NOT_FOUND' ? [] : [{ code, message }];
  }
}
