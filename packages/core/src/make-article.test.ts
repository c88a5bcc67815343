import fc from 'fast-check';
import { expect, it } from 'vitest';
import { makeArticle, wellFormed } from './make-article.ts';

const fields = {
  key: 'a.txt',
  title: null,
  text: 'Text.',
  source: null,
  authors: [],
  publishedAt: null,
  url: null,
  language: null,
};

it('NULs and lone surrogates become U+FFFD, pairs stay', () => {
  expect(wellFormed('a\0b\uD83Dc\uDE00 😀')).toBe('a\uFFFDb\uFFFDc\uFFFD 😀');
});

it('any string becomes well formed without a change of length', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 0, max: 0xffff }), (text, unit) => {
      const safe = wellFormed(text + String.fromCharCode(unit));
      expect(safe).toHaveLength(text.length + 1);
      expect(Buffer.from(safe, 'utf8').toString('utf8')).toBe(safe);
    }),
  );
});

it('the hash tells articles apart by every field', () => {
  const hashes = [
    fields,
    { ...fields, key: 'b' },
    { ...fields, title: 'T' },
    { ...fields, text: 'U' },
    { ...fields, source: 'S' },
    { ...fields, authors: ['A'] },
    { ...fields, publishedAt: '2024-01-01' },
    { ...fields, url: 'https://example.org' },
    { ...fields, language: 'en' },
  ].map((each) => makeArticle(each).contentHash);
  expect(new Set(hashes).size).toBe(hashes.length);
  expect(makeArticle({ ...fields }).contentHash).toBe(hashes[0]);
});
