import { expect, it } from 'vitest';
import { wilsonInterval } from './wilson-interval.ts';

it('is wide for few cases and narrow for many', () => {
  // Brown, Cai and DasGupta 2001 and most tables of the interval: 18 of 20 give 0.699 to 0.972.
  const [from, to] = wilsonInterval(18, 20)!;
  expect(from).toBeCloseTo(0.699, 3);
  expect(to).toBeCloseTo(0.972, 3);
  const [fromMany, toMany] = wilsonInterval(1800, 2000)!;
  expect(toMany - fromMany).toBeLessThan((to - from) / 5);
});

it('stays within 0 and 1, and knows nothing of no case', () => {
  expect(wilsonInterval(0, 3)![0]).toBe(0);
  expect(wilsonInterval(3, 3)![1]).toBe(1);
  expect(wilsonInterval(0, 0)).toBeNull();
});
