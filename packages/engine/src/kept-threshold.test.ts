import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { keepThreshold, readKeptThreshold } from './kept-threshold.ts';

let directory: string;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'footnote-threshold-'));
});
afterEach(() => rm(directory, { recursive: true }));

it('gives the threshold that was kept for the same models', async () => {
  await keepThreshold(directory, { threshold: 0.3, models: ['a', null] });
  expect(await readKeptThreshold(directory, ['a', null])).toBe(0.3);
});

it('gives none for other models, and where none was kept', async () => {
  expect(await readKeptThreshold(directory, ['a', 'b'])).toBeUndefined();
  await keepThreshold(directory, { threshold: 0.3, models: ['a', 'b'] });
  expect(await readKeptThreshold(directory, ['a', null])).toBeUndefined();
});

it('says so when the file is none of its own', async () => {
  await writeFile(join(directory, 'threshold.json'), '{"threshold": 7}');
  await expect(readKeptThreshold(directory, ['a'])).rejects.toThrow(/footnote calibrate/u);
});
