import fc from 'fast-check';
import { expect, it } from 'vitest';
import { checkCitation } from './check-citation.ts';

it('holds exactly for what stands at the offsets, in any text', () => {
  const text = fc.string({ unit: 'grapheme', minLength: 1 });
  fc.assert(
    fc.property(text, fc.nat(), fc.nat(), (whole, a, b) => {
      const start = a % whole.length;
      const end = start + 1 + (b % (whole.length - start));
      const quote = whole.slice(start, end);
      expect(checkCitation(whole, { start, end, quote })).toEqual({
        valid: true,
        reason: null,
        actual: quote,
      });
      expect(checkCitation(whole, { start, end, quote: `${quote}x` }).valid).toBe(false);
    }),
  );
});

it('says where a quote stands that is not at its offsets', () => {
  expect(checkCitation('One. Two.', { start: 0, end: 4, quote: 'Two.' })).toEqual({
    valid: false,
    reason: 'The quote stands elsewhere in the article: it begins at 5, not at 0.',
    actual: 'One.',
  });
});

it.each([
  [-1, 2],
  [0, 10],
  [3, 3],
  [4, 2],
])('has nothing to show for the offsets %i to %i of a text of nine', (start, end) => {
  const verdict = checkCitation('One. Two.', { start, end, quote: 'One.' });
  expect(verdict).toMatchObject({ valid: false, actual: null });
});

it('says so when there is no such article', () => {
  expect(checkCitation(null, { start: 0, end: 1, quote: 'a' }).reason).toBe(
    'The index does not hold this article.',
  );
});
