import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contentTerms, termsOf } from './query-terms.ts';

describe('contentTerms', () => {
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
  it('says where each word stands, for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        for (const term of termsOf(text)) {
          expect(text.slice(term.start, term.end).normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()).toBe(
            term.word,
          );
        }
      }),
    );
  });
});
