import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { indexAt } from '@footnote/index-location';
import { parseClusterLocation } from '@footnote/index-weaviate';
import { Cluster, dropIndex, ObjectStore } from '@footnote/index-weaviate/testing';
import { createEmbedder, resolveEmbeddingModel } from '@footnote/inference';
import { updateIndex } from '@footnote/ingestion';
import { recordingEmbedder } from '@footnote/tests/crash/recorded-embedder.ts';
import { madeArticles } from '@footnote/tests/made-articles.ts';
import { randomNumbers, trialSeed } from '@footnote/tests/random-numbers.ts';
import { expect, it } from 'vitest';
import { clusterUrl } from './cluster-node.ts';

const KILLS = 20;
const require = createRequire(import.meta.url);
const PROCESS = require.resolve('@footnote/tests/crash/indexing-process.ts');
const TSX = pathToFileURL(require.resolve('tsx')).href;

/** Everything that an index holds and answers with, but who wrote it and when. */
async function fingerprint(url: string): Promise<string> {
  const location = parseClusterLocation(url);
  const cluster = new Cluster(location, undefined);
  const store = new ObjectStore(cluster, location.name);
  const hash = createHash('sha256');
  for (const kind of ['passages', 'articles', 'nearDuplicates', 'records'] as const) {
    const objects = await store.fetch(kind, { limit: 10_000, after: '', withVector: kind === 'passages' });
    for (const { id, properties, vector } of objects) {
      if ('kind' in properties && properties.kind === 'writer') continue;
      const sorted = Object.entries(properties).sort(([a], [b]) => (a < b ? -1 : 1));
      hash.update(JSON.stringify([kind, id, sorted, vector && [...vector]]));
    }
  }
  await cluster.close();
  return hash.digest('hex');
}

/** Runs the index process; kills it a while after a step of its choice, when one is given. */
async function run(args: readonly string[], killAt?: { step: number; afterMs: number }): Promise<boolean> {
  const child = spawn(process.execPath, ['--import', TSX, PROCESS, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = once(child, 'exit');
  let steps = 0;
  for await (const line of createInterface({ input: child.stdout })) {
    if (line.startsWith('failed')) throw new Error(line);
    steps += 1;
    if (steps !== killAt?.step) continue;
    await pause(killAt.afterMs);
    child.kill('SIGKILL');
    break;
  }
  await exited;
  if (child.signalCode === 'SIGKILL') return true;
  if (child.exitCode !== 0) throw new Error(`the index run ended with ${child.exitCode}`);
  return false;
}

it(`an index whose runs are killed ${KILLS} times is in the end that of an unbroken run`, async () => {
  const workplace = mkdtempSync(join(tmpdir(), 'footnote-killed-'));
  const articles = join(workplace, 'articles');
  const recordingFile = join(workplace, 'vectors.json');
  const [unbroken, broken] = ['unbroken', 'broken'].map((name) => clusterUrl(`${name}_${process.pid}`)) as [
    string,
    string,
  ];
  const random = randomNumbers(trialSeed());
  try {
    mkdirSync(articles);
    const write = (part: Readonly<Record<string, string>>) => {
      for (const [name, text] of Object.entries(part)) writeFileSync(join(articles, name), text);
    };
    const before = madeArticles(24, 300);
    const after = madeArticles(24, 220);
    const model = await resolveEmbeddingModel();
    const { embedder, recording } = recordingEmbedder(await createEmbedder({ model }));
    const index = await indexAt(unbroken);
    let steps = 0;
    const onProgress = () => {
      steps += 1;
    };
    // Each article is replaced once, so that passages have to go.
    for (const version of [before, after]) {
      write(version);
      await updateIndex({ index, paths: [articles], model, embedder, onProgress });
    }
    await embedder.close();
    writeFileSync(recordingFile, JSON.stringify(recording));

    const args = [broken, articles, recordingFile];
    let kills = 0;
    for (const version of [before, after]) {
      write(version);
      const aim = kills + KILLS / 2;
      while (kills < aim) {
        const step = 1 + Math.floor(random() * (steps / 2 + 2));
        if (await run(args, { step, afterMs: random() * 60 })) {
          kills += 1;
          process.stderr.write(`${kills} killed, at step ${step} of ${steps / 2}\n`);
        }
        // It was through before: begin anew.
        else await dropIndex(parseClusterLocation(broken));
      }
    }
    await run(args);
    expect(kills).toBe(KILLS);
    expect(await (await indexAt(broken)).verify()).toEqual({ ok: true, problems: [] });
    expect(await fingerprint(broken)).toBe(await fingerprint(unbroken));
  } finally {
    for (const url of [unbroken, broken]) await dropIndex(parseClusterLocation(url));
    rmSync(workplace, { recursive: true });
  }
}, 1_200_000);
