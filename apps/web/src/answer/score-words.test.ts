import { expect, it } from 'vitest';
import { noAnswer } from './answer-fixtures.ts';
import { scoreWords } from './score-words.ts';

const [hit] = noAnswer.nearest;

it.each([
  [0.7, 'very close in meaning; has “bridge”'],
  [0.5, 'close in meaning; has “bridge”'],
  [0.1, 'not close in meaning; has “bridge”'],
  [null, 'has “bridge”'],
])('a passage of cosine %d is told in words', (semantic, words) => {
  expect(scoreWords({ ...hit!, explanation: { semantic, lexical: 1 } })).toBe(words);
});

it('a word that a passage has twice is named once', () => {
  const twice = { ...hit!, highlights: [...hit!.highlights, ...hit!.highlights] };
  expect(scoreWords(twice)).toContain('has “bridge”');
});

it('a passage without any word of the question says so', () => {
  expect(scoreWords({ ...hit!, highlights: [] })).toContain('has none of its words');
});
