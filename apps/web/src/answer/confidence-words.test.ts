import { expect, test } from 'vitest';
import { frequencyWords, sureness } from './confidence-words.ts';

test.each([
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

test.each([
  [0.95, 'Very sure'],
  [0.8, 'Fairly sure'],
  [0.55, 'Not sure'],
])('an answer of confidence %d is called %s', (confidence, words) => {
  expect(sureness(confidence)).toBe(words);
});
