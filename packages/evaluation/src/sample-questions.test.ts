import fc from 'fast-check';
import { expect, it } from 'vitest';
import { sampleQuestions } from './sample-questions.ts';

it('samples as many as asked for, each once, in order, the same every time', () => {
  fc.assert(
    fc.property(fc.nat(500), fc.integer({ min: 1, max: 600 }), (size, limit) => {
      const all = Array.from({ length: size }, (_, index) => index);
      const sample = sampleQuestions(all, limit);
      expect(sample.length).toBe(Math.min(size, limit));
      expect([...new Set(sample)].sort((a, b) => a - b)).toEqual(sample);
      expect(sampleQuestions(all, limit)).toEqual(sample);
    }),
  );
});

it('takes them all without a limit', () => {
  expect(sampleQuestions([1, 2, 3], undefined)).toEqual([1, 2, 3]);
});
