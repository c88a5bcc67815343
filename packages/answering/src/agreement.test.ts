import { describe, expect, it } from 'vitest';
import { agreementOf } from './agreement.ts';
import { judgedSentence } from './testing/judged-sentence.ts';

const QUESTION = 'How many trains were late?';

function read(key: string, answer: string, score: number) {
  return { ...judgedSentence({ text: `${answer} trains of ${key} were late.`, key, answer }), score };
}

describe('agreementOf', () => {
  it('is the share of the odds of the sentence that comes first, among the passages', () => {
    expect(agreementOf(QUESTION, [read('north', '12', 1), read('south', '40', 1)])).toBeCloseTo(0.5);
    expect(agreementOf(QUESTION, [read('north', '12', 9), read('south', '40', 1)])).toBeGreaterThan(0.99);
  });

  it('counts a passage that gives the same figure for it', () => {
    expect(agreementOf(QUESTION, [read('north', '12', 1), read('south', 'twelve', 1)])).toBeCloseTo(1);
  });

  it('looks at the best sentence of a passage only', () => {
    const one = read('north', '12', 3);
    const other = { ...read('north', '40', 3), hit: one.hit };
    expect(agreementOf(QUESTION, [one, other])).toBe(1);
  });
});
