import fc from 'fast-check';
import { expect, it } from 'vitest';
import { BestScores } from './best-scores.ts';

it('keeps what sorting everything would give, whatever the order of offers', () => {
  const scores = fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 60 });
  fc.assert(
    fc.property(scores, fc.integer({ min: 0, max: 12 }), (values, limit) => {
      const best = new BestScores(limit, (a, b) => a - b);
      values.forEach((score, passageId) => {
        best.offer(passageId, score / 10);
      });
      const all = values.map((score, passageId) => ({ passageId, score: score / 10 }));
      all.sort((a, b) => b.score - a.score || a.passageId - b.passageId);
      expect(best.sorted()).toEqual(all.slice(0, limit));
    }),
  );
});
