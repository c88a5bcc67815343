import { expect, it } from 'vitest';
import { toShare } from './share.ts';

it('reads which share of how many', () => {
  expect(toShare('2/8')).toEqual({ part: 2, of: 8 });
  expect(toShare('1/1')).toEqual({ part: 1, of: 1 });
});

it.each(['', '2', '0/8', '9/8', '2/0', '2/65', '-1/8', '2/8/3', 'a/b'])('takes no "%s"', (text) => {
  expect(() => toShare(text)).toThrow(/2\/8/);
});
