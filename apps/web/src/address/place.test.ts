import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NO_FILTER } from './filter.ts';
import { HOME, type Place, placeHref, quoteHref, readPlace } from './place.ts';

function read(href: string): Place {
  const { pathname, searchParams } = new URL(href, 'http://127.0.0.1:3000');
  return readPlace(pathname, searchParams);
}

const offset = fc.option(fc.nat().map(String));
const text = fc.string({ unit: 'grapheme', minLength: 1 }).filter((value) => value.trim() === value);
const date = fc.option(
  fc
    .date({ min: new Date('1900-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
    .map((day) => day.toISOString().slice(0, 10)),
);
const place: fc.Arbitrary<Place> = fc.record({
  conversation: fc.option(fc.uuid()),
  question: fc.option(text),
  filter: fc.record({ sources: fc.array(text), authors: fc.array(text), from: date, to: date }),
  source: fc.option(
    fc.record({
      key: text.filter((key) => !/^\.{0,2}$/.test(key)),
      start: offset,
      end: offset,
      answerStart: offset,
      answerEnd: offset,
    }),
  ),
});

describe('placeHref', () => {
  it('is an address that leads to the same place', () => {
    fc.assert(
      fc.property(place, (there) => {
        expect(read(placeHref(there))).toEqual(there);
      }),
    );
  });

  it('of a quote is the path of its article', () => {
    const source = { key: 'news/a.md', start: '3', end: '9', answerStart: null, answerEnd: null };
    expect(placeHref({ ...HOME, source, conversation: 'x' })).toBe('/article/news/a.md?start=3&end=9&c=x');
  });

  it('of the home page has no parameters', () => {
    expect(placeHref(HOME)).toBe('/');
  });
});

describe('readPlace', () => {
  it.each(['2024-02-30', '2024-1-1', 'yesterday'])('takes the date %s as not given', (from) => {
    expect(read(`/?from=${from}`).filter).toEqual(NO_FILTER);
  });

  it('takes a blank question as none', () => {
    expect(read('/?q=+').question).toBeNull();
  });
});

describe('quoteHref', () => {
  it('names the place of the quote, and the words that answer after it', () => {
    const quote = { start: 3, end: 14 };
    expect(quoteHref({ key: 'a.md', quote })).toBe('/article/a.md?start=3&end=14');
    expect(quoteHref({ key: 'a.md', quote, answer: { start: 5, end: 7 } })).toBe(
      '/article/a.md?start=3&end=14&answerStart=5&answerEnd=7',
    );
  });
});
