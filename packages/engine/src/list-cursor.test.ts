import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decodeListCursor, encodeListCursor, type ListIdentity } from './list-cursor.ts';

const PLACE = fc.string({ unit: 'grapheme' });
const ARTICLES: ListIdentity = { name: 'articles', of: { query: 'ferry' } };

it('comes back as the place it was made from', () => {
  fc.assert(
    fc.property(PLACE, (place) => {
      expect(decodeListCursor(ARTICLES, encodeListCursor(ARTICLES, place))).toBe(place);
    }),
  );
});

it.each<ListIdentity>([
  { name: 'articles', of: { query: 'bridge' } },
  { name: 'articles', of: {} },
  { name: 'passages', of: { query: 'ferry' } },
])('is refused in another list: $name of $of', (other) => {
  expect(() => decodeListCursor(ARTICLES, encodeListCursor(other, 'a'))).toThrow(
    'no cursor of these articles',
  );
});

it.each(['', '?', 'a', 'YXJ0aWNsZXM6YQ', `${encodeListCursor(ARTICLES, 'a')}=`])('is not "%s"', (cursor) => {
  expect(() => decodeListCursor(ARTICLES, cursor)).toThrow('no cursor');
});

it('is said to be none of the search that it was passed to', () => {
  expect(() => decodeListCursor({ name: 'search', of: {} }, 'a')).toThrow('"a" is no cursor of this search.');
});
