import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainWordEnd, skipToTerm } from './plain-words.ts';

const UNITS = [
  'a',
  'S',
  'U',
  'per',
  'cent',
  'Pct',
  'pcs',
  ' ',
  '.',
  ',',
  '-',
  '’',
  '"',
  ')',
  '2',
  '$',
  '%',
  '_',
  'é',
  '\u212a',
];
const texts = fc.array(fc.constantFrom(...UNITS)).map((units) => units.join(''));

/** The same as a rule. */
const PLAIN = /(?!per(?![a-z])|pct)(?:[a-z]{2,}(?=[\s,.;:!?'")]|$)|[a-z](?=[\s,;:!?'")]|$))/iy;
const isAscii = (text: string) => /^\p{ASCII}*$/u.test(text);

describe('plain words', () => {
  it('are runs of ASCII letters that nothing makes more of', () => {
    fc.assert(
      fc.property(texts, fc.nat(), (text, place) => {
        const from = place % (text.length + 1);
        PLAIN.lastIndex = from;
        const word = PLAIN.exec(text)?.[0] ?? '';
        // Regular expressions that ignore case take the Kelvin sign for a k.
        expect(text.slice(from, plainWordEnd(text, from))).toBe(isAscii(word) ? word : '');
      }),
    );
  });

  it.each(['per cent', 'PCT', 'U.S.', 'co-operative', 'don’t', 'km2', 'Zürich'])(
    'are not in "%s"',
    (text) => {
      expect(plainWordEnd(text, 0)).toBe(0);
    },
  );
});

it('what is skipped has no letter, figure, sign of money nor percent', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const end = skipToTerm(text, 0);
      expect(text.slice(0, end)).toMatch(/^[\s.,\-"')_]*$/);
      if (end < text.length) expect(text[end]).toMatch(/[a-z\d$%\P{ASCII}]/iu);
    }),
  );
});
