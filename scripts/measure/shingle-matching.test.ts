import { describe, expect, it } from 'vitest';
import { harmonicMean, matchShingles } from './shingle-matching.ts';

describe('matchShingles', () => {
  it('is perfect for the same words, whatever stands between them', () => {
    expect(matchShingles('one two three four five', 'one, two – three\n\nfour five')).toEqual({
      precision: 1,
      recall: 1,
    });
  });

  it('counts what is too much against precision and what is missing against recall', () => {
    expect(matchShingles('a b c d e', 'a b c d e f')).toEqual({ precision: 2 / 3, recall: 1 });
    expect(matchShingles('a b c d e f', 'a b c d e')).toEqual({ precision: 1, recall: 2 / 3 });
  });

  it('counts a repetition as too much', () => {
    expect(matchShingles('a b c d', 'a b c d a b c d').precision).toBe(1 / 5);
  });

  it('takes texts shorter than a shingle whole', () => {
    expect(matchShingles('a b', 'a b')).toEqual({ precision: 1, recall: 1 });
    expect(matchShingles('a b', '')).toEqual({ precision: 0, recall: 0 });
  });
});

describe('harmonicMean', () => {
  it('is zero where both are', () => {
    expect(harmonicMean(0, 0)).toBe(0);
    expect(harmonicMean(0.5, 1)).toBeCloseTo(2 / 3);
  });
});
