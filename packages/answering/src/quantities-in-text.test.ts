import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codesIn, quantitiesAgree, quantitiesIn } from './quantities-in-text.ts';

function agree(one: string, other: string): boolean {
  const [a, b] = [quantitiesIn(one)[0], quantitiesIn(other)[0]];
  return a !== undefined && b !== undefined && quantitiesAgree(a, b);
}

describe('quantitiesIn', () => {
  it.each([
    ['1,250 trains', '1250 trains'],
    ['3.5 million journeys', '3,500,000 journeys'],
    ['$2.4bn', '2.4 billion dollars'],
    ['fell 25%', 'fell by a quarter'],
    ['twelve points', '12 points'],
    ['half of it', '50 per cent of it'],
  ])('takes "%s" and "%s" for the same', (one, other) => {
    expect(agree(one, other)).toBe(true);
  });

  it.each([
    ['25%', '25 euros'],
    ['1,250', '1,251'],
    ['2 million', '2 billion'],
  ])('takes "%s" and "%s" for different', (one, other) => {
    expect(agree(one, other)).toBe(false);
  });

  it('takes no ordinal, code or part of a word for a figure', () => {
    expect(quantitiesIn('the 11th GR-4471 often')).toEqual([]);
  });

  it('reads a whole number however it is written', () => {
    fc.assert(
      fc.property(fc.integer({ min: 13, max: 9_999_999 }), (value) => {
        expect(quantitiesIn(`${value.toLocaleString('en-US')} trains`)[0]?.value).toBe(value);
        expect(quantitiesIn(`${value} trains`)[0]?.value).toBe(value);
      }),
    );
  });
});

describe('codesIn', () => {
  it('compares codes without their hyphens', () => {
    expect(codesIn('The part is GR-4471.')[0]?.plain).toBe(codesIn('What is GR4471?')[0]?.plain);
  });

  it('finds none in words and figures', () => {
    expect(codesIn('a 5-year plan for the 1990s, $2.4bn, COVID-19')).toEqual([]);
  });
});
