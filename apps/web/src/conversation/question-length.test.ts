import { expect, it } from 'vitest';
import { excessWords } from './question-length.ts';

it('a question of 2,000 characters can be asked', () => {
  expect(excessWords(`${'a'.repeat(2000)}\n`)).toBeNull();
});

it('a longer one is told how much is too much', () => {
  expect(excessWords('a'.repeat(3140))).toContain('1,140 more');
});
