import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type CursorList, decodeCursor, encodeCursor } from './cursor.ts';

const PLACE = fc.string({ unit: 'grapheme' });
const ARTICLES: CursorList = { name: 'articles', of: { query: 'ferry' } };

it('comes back as the place it was made from', () => {
  fc.assert(
    fc.property(PLACE, (place) => {
      expect(decodeCursor(ARTICLES, encodeCursor(ARTICLES, place))).toBe(place);
    }),
  );
});

it.each<CursorList>([
  { name: 'articles', of: { query: 'bridge' } },
  { name: 'articles', of: {} },
  { name: 'passages', of: { query: 'ferry' } },
])('is refused in another list: $name of $of', (other) => {
  expect(() => decodeCursor(ARTICLES, encodeCursor(other, 'a'))).toThrow('no cursor of these articles');
});

it.each(['', '?', 'a', 'YXJ0aWNsZXM6YQ', `${encodeCursor(ARTICLES, 'a')}=`])('is not "%s"', (cursor) => {
  expect(() => decodeCursor(ARTICLES, cursor)).toThrow('no cursor');
});
