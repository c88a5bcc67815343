import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sqliteIndex } from '@footnote/index-sqlite';
import { updateIndex } from '@footnote/ingestion';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { madeArticles } from '../made-articles.ts';
import { trialSeed } from '../random-numbers.ts';
import { chooseDamages, runTrials } from './flip-trials.ts';

let workplace: string;

beforeEach(() => {
  workplace = mkdtempSync(join(tmpdir(), 'footnote-flips-'));
});
afterEach(() => rmSync(workplace, { recursive: true }));

// The long one is `npm run test:flips`.
it('a damaged byte or a cut file is reported or changes no answer, and no quote is false', async () => {
  const articles = join(workplace, 'articles');
  mkdirSync(articles);
  for (const [name, text] of Object.entries(madeArticles(4, 200))) writeFileSync(join(articles, name), text);
  const index = join(workplace, 'index');
  await updateIndex({ index: sqliteIndex(index), paths: [articles], workers: 1 });
  const damages = chooseDamages(index, { flips: 40, truncations: 8, seed: trialSeed() });
  const trials = await runTrials(index, { damages, workplace });
  expect(trials.filter(({ outcome }) => outcome !== 'reported' && outcome !== 'harmless')).toEqual([]);
  expect(trials.some(({ outcome }) => outcome === 'reported')).toBe(true);
}, 300_000);
