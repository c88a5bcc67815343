import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { excerptAround } from './excerpt.ts';

const words = fc.array(fc.stringMatching(/^[a-z]{1,9}$/), { minLength: 1, maxLength: 80 });

describe('excerptAround', () => {
  it('is a stretch of the passage, no longer than asked for but for a word, in whole words', () => {
    fc.assert(
      fc.property(words, fc.nat(400), fc.integer({ min: 20, max: 200 }), (list, at, length) => {
        const text = list.join(' ');
        const from = at % text.length;
        const excerpt = excerptAround({ text, start: 50 }, [{ start: 50 + from, end: 51 + from }], length);
        const shown = excerpt.segments.map((segment) => segment.text).join('');
        expect(` ${text} `).toContain(` ${shown.trim()} `);
        expect(shown.length).toBeLessThanOrEqual(length + 10);
        expect(excerpt.isCutBefore).toBe(!text.startsWith(shown));
      }),
    );
  });

  it('holds the words that matter, wherever they stand', () => {
    const text = `${'filler '.repeat(100)}the bridge opened ${'filler '.repeat(100)}`;
    const start = text.indexOf('bridge');
    const { segments } = excerptAround({ text, start: 0 }, [{ start, end: start + 6 }], 120);
    expect(segments.filter((segment) => segment.within[0]).map((segment) => segment.text)).toEqual([
      'bridge',
    ]);
  });
});
