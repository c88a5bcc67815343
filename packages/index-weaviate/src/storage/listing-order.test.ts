import { compareListPositions, listPosition } from '@footnote/index';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { listingOrder, ORDER_PROPERTIES } from './listing-order.ts';

const article = fc.record({
  key: fc.string({ unit: 'binary' }),
  title: fc.option(fc.string({ unit: 'binary', maxLength: 20 })),
  publishedAt: fc.option(fc.constantFrom('0999-01-01', '1999-12-31', '2000-01-01')),
  source: fc.constant(null),
  authors: fc.constant([]),
});

it.each(['KEY', 'TITLE', 'NEWEST', 'OLDEST'] as const)('sorts by %s as the contract compares', (order) => {
  fc.assert(
    fc.property(article, article, (a, b) => {
      const expected = compareListPositions(listPosition(a, order), listPosition(b, order), order);
      const [first, second] = [listingOrder(a), listingOrder(b)];
      const by = ORDER_PROPERTIES[order];
      const primary = by && compare(first[by.property], second[by.property]) * (by.isAscending ? 1 : -1);
      expect(Math.sign(primary || compare(first.byKey, second.byKey))).toBe(Math.sign(expected));
    }),
  );
});

function compare(a: string | number, b: string | number): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
