import { FootnoteError } from '@footnote/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { comparePositions, decodeCursor, encodeCursor, type RankPosition } from './search-cursor.ts';

const position: fc.Arbitrary<RankPosition> = fc.record({
  isCopy: fc.boolean(),
  score: fc.oneof(
    fc.constantFrom(0, 0.5, 1),
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((score) => score + 0),
  ),
  articleKey: fc.string({ unit: 'binary' }).map((key) => key.toWellFormed()),
  start: fc.nat(),
});

describe('search cursors', () => {
  it('come back as the position they were made from', () => {
    fc.assert(
      fc.property(position, (original) => {
        expect(comparePositions(decodeCursor(encodeCursor(original)), original)).toBe(0);
      }),
    );
  });

  it('page through any results without losing or repeating one', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(position, { comparator: (a, b) => comparePositions(a, b) === 0 }),
        (positions) => {
          const ordered = [...positions].sort(comparePositions);
          for (const [index, current] of ordered.entries()) {
            const after = decodeCursor(encodeCursor(current));
            expect(ordered.filter((other) => comparePositions(after, other) < 0)).toEqual(
              ordered.slice(index + 1),
            );
          }
        },
      ),
    );
  });

  it.each(['', 'x', 'bnVsbA', Buffer.from('[1,2,3,4]').toString('base64url')])(
    'refuse %j with a code',
    (cursor) => {
      expect(() => decodeCursor(cursor)).toThrowError(FootnoteError);
    },
  );
});
