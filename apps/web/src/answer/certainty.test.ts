import { expect, it } from 'vitest';
import { frequencyWords } from './certainty.ts';

it.each([
  [0, 'fewer than 1 in 100'],
  [0.004, 'fewer than 1 in 100'],
  [0.07, '7 in 100'],
  [0.5, '5 in 10'],
  [0.943, '94 in 100'],
  [0.999, 'more than 99 in 100'],
  [1, 'more than 99 in 100'],
])('the probability %d is %s', (probability, words) => {
  expect(frequencyWords(probability)).toBe(words);
});
