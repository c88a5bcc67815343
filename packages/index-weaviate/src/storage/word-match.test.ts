import { expect, it } from 'vitest';
import { readWordMatch } from './word-match.ts';

it('reads how often each stem stands in a passage, and how long that is', () => {
  const explanation =
    ', BM25F_bridg_propLength:115, BM25F_bridg_frequency:2, BM25F_2.4bn_frequency:1, BM25F_2.4bn_propLength:115';
  expect(readWordMatch(explanation)).toEqual({
    length: 115,
    frequencies: new Map([
      ['bridg', 2],
      ['2.4bn', 1],
    ]),
  });
});

it.each([undefined, '', 'Hybrid (Result Set keyword)'])('takes "%s" for no explanation', (explanation) => {
  expect(() => readWordMatch(explanation)).toThrow(/tells no frequencies/);
});
