import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitLogistic, predict } from './logistic-regression.ts';

describe('fitLogistic', () => {
  it('finds the log odds of the true ones when nothing else is known', () => {
    const examples = [true, true, true, false].map((isTrue) => ({ features: [], isTrue, weight: 1 }));
    expect(fitLogistic(examples, 0).intercept).toBeCloseTo(Math.log(3));
  });

  it('gives the weights that the examples were made with', () => {
    const examples = [-2, -1, 0, 1, 2].flatMap((x) => {
      const truth = 1 / (1 + Math.exp(-(0.5 + 1.5 * x)));
      return [
        { features: [x], isTrue: true, weight: truth },
        { features: [x], isTrue: false, weight: 1 - truth },
      ];
    });
    const model = fitLogistic(examples, 0);
    expect(model.intercept).toBeCloseTo(0.5);
    expect(model.weights[0]).toBeCloseTo(1.5);
  });

  it('gives probabilities whose mean is the share of the true ones, for any examples', () => {
    const example = fc.record({
      features: fc.tuple(fc.double({ min: -3, max: 3, noNaN: true })),
      isTrue: fc.boolean(),
      weight: fc.constant(1),
    });
    fc.assert(
      fc.property(fc.array(example, { minLength: 20, maxLength: 60 }), (examples) => {
        const share = examples.filter((one) => one.isTrue).length / examples.length;
        fc.pre(share > 0.1 && share < 0.9);
        const model = fitLogistic(examples, 1);
        const mean = examples.reduce((sum, one) => sum + predict(model, one.features), 0) / examples.length;
        expect(mean).toBeCloseTo(share, 4);
      }),
    );
  });
});
