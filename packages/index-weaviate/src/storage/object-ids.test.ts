import fc from 'fast-check';
import { expect, it } from 'vitest';
import { articleId, isInShare, passageId, recordId } from './object-ids.ts';

it('makes the same id of the same thing, on every machine', () => {
  expect(articleId('a')).toBe(articleId('a'));
  expect(articleId('2024/summit.md')).toBe('a3c973df-5094-5281-9737-e2044578fddd');
});

it('makes other ids of other things', () => {
  const ids = [
    articleId('a'),
    articleId('a 0'),
    passageId({ articleKey: 'a', start: 0 }),
    passageId({ articleKey: 'a', start: 1 }),
    passageId({ articleKey: 'a 0', start: 1 }),
    recordId('file', 'a'),
    recordId('article', ''),
  ];
  expect(new Set(ids).size).toBe(ids.length);
});

it('each key belongs to one share of any number of them', () => {
  fc.assert(
    fc.property(fc.string(), fc.integer({ min: 1, max: 64 }), (key, of) => {
      const shares = Array.from({ length: of }, (_, index) => ({ part: index + 1, of }));
      expect(shares.filter((share) => isInShare(key, share))).toHaveLength(1);
    }),
  );
  expect(isInShare('any', undefined)).toBe(true);
});
