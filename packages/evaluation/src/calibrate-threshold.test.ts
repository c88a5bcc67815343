import fc from 'fast-check';
import { expect, it } from 'vitest';
import { calibrateThreshold } from './calibrate-threshold.ts';

const asked = (confidence: number, isAnswerable: boolean) => ({ confidence, isAnswerable });

it('finds a threshold between those to answer and those to refuse', () => {
  const { threshold, answered, refused } = calibrateThreshold([
    asked(0.8, true),
    asked(0.7, true),
    asked(0.2, false),
    asked(0.1, false),
  ]);
  expect(threshold).toBeGreaterThan(0.2);
  expect(threshold).toBeLessThanOrEqual(0.7);
  expect([answered, refused]).toEqual([1, 1]);
});

it('is surer with more questions', () => {
  const few = [asked(0.8, true), asked(0.2, false)];
  const many = Array.from({ length: 50 }, () => few).flat();
  expect(calibrateThreshold(many).uncertainty).toBeLessThan(calibrateThreshold(few).uncertainty);
});

it('says what comes of the questions at its threshold, for any questions', () => {
  const one = fc.record({
    confidence: fc.double({ min: 0, max: 1, noNaN: true }),
    isAnswerable: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(one, { minLength: 1 }), (questions) => {
      const { threshold, answered } = calibrateThreshold(questions);
      const answerable = questions.filter(({ isAnswerable }) => isAnswerable);
      const above = answerable.filter(({ confidence }) => confidence >= threshold);
      expect(answered).toBe(answerable.length === 0 ? null : above.length / answerable.length);
    }),
  );
});
