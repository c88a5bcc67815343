import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { segmentSentences } from './sentences.ts';

function sentences(text: string): string[] {
  return segmentSentences(text).map(({ start, end }) => text.slice(start, end));
}

describe('segmentSentences', () => {
  it('cuts after a full stop, a question mark and an exclamation mark', () => {
    expect(sentences('One came. Did two? Three did! Four.')).toEqual([
      'One came.',
      'Did two?',
      'Three did!',
      'Four.',
    ]);
  });

  it('keeps closing quotes and brackets with their sentence', () => {
    expect(sentences('“We agree.” (So it was.) He left.')).toEqual([
      '“We agree.”',
      '(So it was.)',
      'He left.',
    ]);
  });

  it('does not cut when the next word is not capitalised', () => {
    expect(sentences('“Why?” he asked. And so… but no.')).toEqual(['“Why?” he asked.', 'And so… but no.']);
  });

  it.each([
    'Mr. Smith met Sen. Doe on Nov. 5.',
    'J. R. Doe and George W. Bush spoke.',
    'The meeting in St. Petersburg ended at 5 p.m. Monday.',
    'Trade reached $3.5 billion, up 1.2 percent.',
    'The U.S. President met Apple Inc. Chief Executive Tim Cook.',
    '1. First comes this.',
    'The house was built c. 1689 by a merchant.',
  ])('keeps "%s" whole', (text) => {
    expect(sentences(text)).toEqual([text]);
  });

  it.each([
    ['He went to the U.S. The trip was short.', 2],
    ['They bought it from Acme Corp. The price was low.', 2],
    ['It opened in Nov. The crowd came.', 2],
    ['中国和俄罗斯。两国。', 2],
  ])('cuts "%s" into %i', (text, count) => {
    expect(sentences(text)).toHaveLength(count);
  });

  it('ends a sentence at a blank line and at a line break between unequal lines', () => {
    expect(sentences('A headline\nA much longer line that follows it\n\nAnother')).toEqual([
      'A headline',
      'A much longer line that follows it',
      'Another',
    ]);
  });

  it('reads on over the line breaks of hard-wrapped text', () => {
    const text =
      'This text was wrapped at a\r\nfixed width so that lines\r\nbreak within sentences.\r\nThen it ends.';
    expect(sentences(text)).toEqual([
      'This text was wrapped at a\r\nfixed width so that lines\r\nbreak within sentences.',
      'Then it ends.',
    ]);
  });

  it('leaves nothing but white space between sentences, for any text', () => {
    const unit = fc.constantFrom(
      'Mr.',
      'He',
      ' ',
      '\n',
      '\r\n',
      '.',
      '!',
      '"',
      '😀',
      'é',
      'e\u0301',
      'שלום',
      '5',
      'U.S.',
      '。',
      'and',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'grapheme' }),
          fc.array(unit).map((units) => units.join('')),
        ),
        (text) => {
          let end = 0;
          for (const sentence of segmentSentences(text)) {
            expect(text.slice(end, sentence.start).trim()).toBe('');
            const quote = text.slice(sentence.start, sentence.end);
            expect(quote).toBe(quote.trim());
            expect(quote).not.toBe('');
            end = sentence.end;
          }
          expect(text.slice(end).trim()).toBe('');
        },
      ),
    );
  });

  it.each(['a', '.', ' a.', '\n', 'A. ', '"', 'a\n', ' '])(
    'takes time linear in a long run of %j',
    (unit) => {
      const time = (length: number): number => {
        const text = unit.repeat(length / unit.length);
        const start = performance.now();
        segmentSentences(text);
        return performance.now() - start;
      };
      time(100_000);
      expect(time(1_000_000)).toBeLessThan(40 * Math.max(5, time(100_000)));
    },
  );
});
