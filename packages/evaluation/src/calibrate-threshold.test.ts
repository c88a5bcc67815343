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
  const [fewFrom, fewTo] = calibrateThreshold(few).answeredInterval;
  const [manyFrom, manyTo] = calibrateThreshold(many).answeredInterval;
  expect(manyTo - manyFrom).toBeLessThan(fewTo - fewFrom);
});

it.each([true, false])('needs both kinds of questions, not only those answerable: %s', (isAnswerable) => {
  expect(() => calibrateThreshold([asked(0.5, isAnswerable)])).toThrow('there is none');
});

it('says what comes of the questions at its threshold, for any questions', () => {
  const confidence = fc.double({ min: 0, max: 1, noNaN: true });
  const some = fc.array(confidence, { minLength: 1 });
  fc.assert(
    fc.property(some, some, (answerable, others) => {
      const questions = [
        ...answerable.map((one) => asked(one, true)),
        ...others.map((one) => asked(one, false)),
      ];
      const { threshold, answered, refused } = calibrateThreshold(questions);
      expect(answered).toBe(answerable.filter((one) => one >= threshold).length / answerable.length);
      expect(refused).toBe(others.filter((one) => one < threshold).length / others.length);
    }),
  );
});
