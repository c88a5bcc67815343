import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitListwise } from './listwise-regression.ts';

describe('fitListwise', () => {
  it('finds the log odds of a feature that right options have', () => {
    const list = (first: boolean) => [
      { features: [1], isRight: first },
      { features: [0], isRight: !first },
    ];
    const [weight] = fitListwise([list(true), list(true), list(true), list(false)], 0);
    expect(weight).toBeCloseTo(Math.log(3));
  });

  it('counts nothing that is the same for a whole list', () => {
    const list = (shared: number, first: boolean) => [
      { features: [1, shared], isRight: first },
      { features: [0, shared], isRight: !first },
    ];
    const weights = fitListwise([list(9, true), list(5, true), list(-7, false)], 0.01);
    expect(weights[1]).toBeCloseTo(0);
  });

  it('takes it as well when any one of several right options comes first', () => {
    const list = [
      { features: [2, 0], isRight: true },
      { features: [0, 2], isRight: true },
      { features: [1, 0], isRight: false },
    ];
    const [first, second] = fitListwise([list], 0.1) as [number, number];
    expect(Math.max(2 * first, 2 * second)).toBeGreaterThan(first);
  });

  it('gives the same weights whatever the order of the lists, for any lists', () => {
    const option = fc.record({
      features: fc.tuple(
        fc.double({ min: -2, max: 2, noNaN: true }),
        fc.double({ min: -2, max: 2, noNaN: true }),
      ),
      isRight: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(fc.array(option, { minLength: 2, maxLength: 5 }), { maxLength: 8 }), (lists) => {
        const [one, other] = [fitListwise(lists, 1), fitListwise([...lists].reverse(), 1)];
        for (const [i, weight] of one.entries()) expect(weight).toBeCloseTo(other[i] as number, 3);
      }),
    );
  });
});
