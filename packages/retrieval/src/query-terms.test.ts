import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contentTerms, createTermFinder, termsOf } from './query-terms.ts';

describe('contentTerms', () => {
  it('takes US and WHO in capitals for names', () => {
    expect(contentTerms('What did the WHO ask of the US?').map((term) => term.word)).toEqual([
      'who0',
      'ask',
      'us0',
    ]);
  });

  it('keeps the words that carry the question', () => {
    expect(contentTerms('When did Putin and Xi first meet?').map((term) => term.word)).toEqual([
      'putin',
      'xi',
      'first',
      'meet',
    ]);
  });

  it('keeps every word when none carries meaning by itself', () => {
    expect(contentTerms('who is he').map((term) => term.word)).toEqual(['who', 'is', 'he']);
  });

  it('takes words of one stem once', () => {
    expect(contentTerms('meeting meetings').map((term) => term.stem)).toEqual(['meet']);
  });
});

describe('termsOf', () => {
  it('gives stems that hold for every way to write a word', () => {
    const stems = (text: string) => termsOf(text).map(({ stem }) => stem);
    expect(stems('Zoé’s oﬃces cost $2.4bn')).toEqual(stems("ZOE's office costs 2.4 billion dollars"));
  });
});

describe('createTermFinder', () => {
  const word = fc.oneof(
    fc.stringMatching(/^[a-z]{1,4}(?:s|es|ies|ed|ing|y|ational|ness|ement)?$/),
    fc.string({ unit: 'grapheme' }),
  );
  const text = fc.array(word, { maxLength: 20 }).map((words) => words.join(' '));

  it('finds every word of the stems, and no other', () => {
    fc.assert(
      fc.property(text, text, (query, passage) => {
        const terms = contentTerms(query);
        const stems = new Set(terms.map(({ stem }) => stem));
        const expected = termsOf(passage).filter(({ stem }) => stems.has(stem));
        expect(createTermFinder(terms)(passage)).toEqual(expected.map(({ start, end }) => ({ start, end })));
      }),
    );
  });
});
