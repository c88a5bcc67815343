import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { madeArticles } from '../made-articles.ts';
import { trialSeed } from '../random-numbers.ts';
import { runCrashTrials } from './crash-trials.ts';

let workplace: string;

beforeEach(() => {
  workplace = mkdtempSync(join(tmpdir(), 'footnote-crash-'));
});
afterEach(() => rmSync(workplace, { recursive: true }));

// The long one is `npm run test:crash`.
it('an index whose runs are killed is whole each time, and in the end that of an unbroken run', async () => {
  const articles = madeArticles(8, 300);
  const report = await runCrashTrials({ workplace, articles, kills: 6, killsPerIndex: 3, seed: trialSeed() });
  expect(report.failures).toEqual([]);
  expect(report.kills).toBe(6);
}, 300_000);
