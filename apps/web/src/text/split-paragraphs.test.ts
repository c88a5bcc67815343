import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutAtSpans } from './cut-at-spans.ts';
import { splitParagraphs } from './split-paragraphs.ts';

const lines = fc.string({ unit: fc.constantFrom('a', ' ', '\n', '\r\n', '\r', '\t', '😀', 'ש') });

describe('splitParagraphs', () => {
  it('cuts behind blank lines', () => {
    expect(splitParagraphs('One.\n\nTwo,\nstill two.\r\n \r\nThree.')).toEqual([
      { text: 'One.\n\n', start: 0 },
      { text: 'Two,\nstill two.\r\n \r\n', start: 6 },
      { text: 'Three.', start: 26 },
    ]);
  });

  it('loses no character', () => {
    fc.assert(
      fc.property(lines, (text) => {
        const paragraphs = splitParagraphs(text);
        expect(paragraphs.map((paragraph) => paragraph.text).join('')).toBe(text);
        for (const paragraph of paragraphs) {
          expect(text.startsWith(paragraph.text, paragraph.start)).toBe(true);
        }
      }),
    );
  });

  it('leaves a quote whole that crosses paragraphs', () => {
    fc.assert(
      fc.property(lines, fc.nat(), fc.nat(), (text, a, b) => {
        const [start = 0, end = 0] = [a % (text.length + 1), b % (text.length + 1)].sort((x, y) => x - y);
        const segments = splitParagraphs(text).flatMap((paragraph) =>
          cutAtSpans(paragraph, [[{ start, end }]]),
        );
        const marked = segments.filter((segment) => segment.within[0]).map((segment) => segment.text);
        expect(marked.join('')).toBe(text.slice(start, end));
      }),
    );
  });
});
