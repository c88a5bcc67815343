import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decodeCursor, encodeCursor } from './cursor.ts';

it('gives back the place that a cursor was made of', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (place) => {
      expect(decodeCursor('articles', encodeCursor('articles', place))).toBe(place);
    }),
  );
});

it.each(['', '?', 'articles:ferry.md', encodeCursor('passages', '12')])(
  'does not take "%s" for one',
  (cursor) => {
    expect(() => decodeCursor('articles', cursor)).toThrow('is no cursor of articles');
  },
);
