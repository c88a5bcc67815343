import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askCorpus, type CorpusAnswer } from './ask-corpus.ts';

let directory: string;
let answers: readonly CorpusAnswer[];

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'footnote-corpus-'));
  answers = await askCorpus(directory);
}, 600_000);

afterAll(() => rm(directory, { recursive: true }));

function right(of: (one: CorpusAnswer) => boolean): number {
  return answers.filter((one) => of(one) && one.isRight).length;
}

describe('the fifty questions on the sample articles', () => {
  it('get a first quote that holds the answer at least 25 times in 30', () => {
    expect(right(({ asked }) => asked.answerable)).toBeGreaterThanOrEqual(26);
  });

  it('are refused 20 times in 20 when the articles do not say', () => {
    expect(right(({ asked }) => !asked.answerable)).toBe(20);
  });

  it('are answered exactly when the confidence reaches the threshold', () => {
    for (const { result } of answers) {
      expect(result.kind === 'Answer').toBe(result.confidence >= result.threshold);
    }
  });
});
