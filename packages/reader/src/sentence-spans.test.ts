import { segmentSentences } from '@footnote/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bestSpans } from './sentence-spans.ts';
import { splitWords } from './split-words.ts';

const words = fc.array(
  fc.constantFrom(
    'Xi',
    'met',
    'Putin',
    'in',
    '2010',
    '.',
    '!',
    '😀',
    'e\u0301',
    '\r\n',
    ' ',
    '\n\n',
    'שלום',
    '中',
    '“',
    '”',
    'U.S.',
  ),
);
const text = fc.oneof(
  words.map((parts) => parts.join(' ')),
  fc.string({ unit: 'grapheme' }),
);

describe('splitWords', () => {
  it('gives words that hold no white space and leave none but white space out, for any text', () => {
    fc.assert(
      fc.property(text, (source) => {
        let end = 0;
        for (const word of splitWords(source)) {
          expect(source.slice(end, word.start).trim()).toBe('');
          expect(source.slice(word.start, word.end)).toMatch(/^\S+$/u);
          end = word.end;
        }
        expect(source.slice(end).trim()).toBe('');
      }),
    );
  });

  it('lets punctuation and ideographs stand alone', () => {
    const source = '$3.5 中国!';
    expect(splitWords(source).map(({ start, end }) => source.slice(start, end))).toEqual([
      '$',
      '3',
      '.',
      '5',
      '中',
      '国',
      '!',
    ]);
  });
});

describe('bestSpans', () => {
  it('gives spans that are slices of their sentence, of whole words, for any text and any logits', () => {
    fc.assert(
      fc.property(text, fc.infiniteStream(fc.double({ min: -9, max: 9, noNaN: true })), (source, stream) => {
        const found = splitWords(source);
        const draw = () => found.map(() => stream.next().value as number);
        const spans = bestSpans(
          { words: found, starts: draw(), ends: draw(), nothing: 0 },
          segmentSentences(source),
        );
        expect(spans).toHaveLength(segmentSentences(source).length);
        for (const { sentence, answer } of spans) {
          expect(answer.start).toBeGreaterThanOrEqual(sentence.start);
          expect(answer.end).toBeLessThanOrEqual(sentence.end);
          expect(found.some((word) => word.start === answer.start)).toBe(true);
          expect(found.some((word) => word.end === answer.end)).toBe(true);
          expect(source.slice(answer.start, answer.end)).not.toBe('');
        }
      }),
    );
  });

  it('takes the pair of start and end with the greatest sum, start first', () => {
    const source = 'One two three.';
    const [span] = bestSpans(
      { words: splitWords(source), starts: [0, 3, 1, 0], ends: [9, 1, 4, 0], nothing: 2 },
      segmentSentences(source),
    );
    expect(span).toMatchObject({ answer: { start: 0, end: 3 } });
  });

  it('counts together what speaks for spans of one sentence', () => {
    const source = 'Two here. Just one.';
    const none = -1000;
    const [two, one] = bestSpans(
      {
        words: splitWords(source),
        starts: [1, 1, none, none, 1.5, none],
        ends: [0, none, none, none, 0, none],
        nothing: 0,
      },
      segmentSentences(source),
    );
    expect(two?.margin).toBeCloseTo(1 + Math.log(2));
    expect(one?.margin).toBeCloseTo(1.5);
  });
});
