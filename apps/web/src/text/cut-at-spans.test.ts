import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutAtSpans } from './cut-at-spans.ts';
import type { TextSpan } from './text-span.ts';

const hardText = fc.string({
  unit: fc.constantFrom('a', 'b', ' ', '\n', '\r\n', '😀', 'é', 'e\u0301', 'שלום', '.'),
});

const textWithSpans = hardText.chain((text) => {
  const offset = fc.nat({ max: text.length });
  const span = fc
    .tuple(offset, offset)
    .map(([a, b]): TextSpan => ({ start: Math.min(a, b), end: Math.max(a, b) }));
  return fc.record({
    text: fc.constant(text),
    marked: fc.array(span, { maxLength: 3 }),
    strong: fc.array(span, { maxLength: 3 }),
  });
});

describe('cutAtSpans', () => {
  it('gives segments that joined are the text', () => {
    fc.assert(
      fc.property(textWithSpans, ({ text, marked, strong }) => {
        const segments = cutAtSpans({ text, start: 0 }, [marked, strong]);
        expect(segments.map((segment) => segment.text).join('')).toBe(text);
      }),
    );
  });

  it('marks exactly the characters of the spans, in every layer', () => {
    fc.assert(
      fc.property(textWithSpans, ({ text, marked, strong }) => {
        const segments = cutAtSpans({ text, start: 0 }, [marked, strong]);
        for (const [layer, spans] of [marked, strong].entries()) {
          for (const segment of segments) {
            for (let at = segment.start; at < segment.start + segment.text.length; at += 1) {
              const covered = spans.some((span) => span.start <= at && at < span.end);
              expect(segment.within[layer]).toBe(covered);
            }
          }
        }
      }),
    );
  });

  it('places the segments of a piece by the offsets of the whole text', () => {
    const text = 'First. Second. Third.';
    const placed = { text: text.slice(7), start: 7 };
    const segments = cutAtSpans(placed, [[{ start: 0, end: 14 }]]);
    expect(segments).toEqual([
      { text: 'Second.', start: 7, within: [true] },
      { text: ' Third.', start: 14, within: [false] },
    ]);
  });

  it('gives an empty text no segment', () => {
    expect(cutAtSpans({ text: '', start: 0 }, [])).toEqual([]);
  });
});
