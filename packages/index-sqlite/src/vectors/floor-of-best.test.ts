import fc from 'fast-check';
import { expect, it } from 'vitest';
import { floorOfBest } from './floor-of-best.ts';

it('is not above the last of the best, and not far below it', () => {
  const values = fc.array(fc.float({ min: -1000, max: 1000 }), { maxLength: 200 });
  fc.assert(
    fc.property(values, fc.integer({ min: 1, max: 40 }), (given, limit) => {
      const found = floorOfBest(Float32Array.from(given), limit);
      const sorted = given.filter((value) => !Number.isNaN(value)).sort((a, b) => b - a);
      expect(found).toBeLessThanOrEqual(sorted[limit - 1] ?? Number.NEGATIVE_INFINITY);
      const step = (sorted[0]! - sorted.at(-1)!) / 4096;
      const isNear = sorted.filter((value) => value > found + 3 * step).length < limit;
      expect(isNear || found === Number.NEGATIVE_INFINITY).toBe(true);
    }),
  );
});

it('leaves out all but the best of many', () => {
  const values = Float32Array.from({ length: 10_000 }, (_, index) => Math.sin(index));
  const floor = floorOfBest(values, 200);
  expect(values.filter((value) => value >= floor).length).toBeLessThan(300);
});
