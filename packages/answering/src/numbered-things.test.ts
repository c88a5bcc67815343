import { describe, expect, it } from 'vitest';
import { numberedThingsIn, numbersIn } from './numbered-things.ts';

const values = (text: string) => numbersIn(text).map(({ value }) => value);

describe('numbersIn', () => {
  it('reads ordinals in words and figures, and Roman figures after a name', () => {
    expect(values('the seventh ferry of the 12th fleet')).toEqual([7, 12]);
    expect(values('King Osric IV of Velia')).toEqual([4]);
    expect(values('Anna and I went home')).toEqual([]);
  });

  it('takes no date for a number', () => {
    expect(values('on 4 May 2021')).toEqual([]);
  });
});

describe('numberedThingsIn', () => {
  it('finds the words on both sides of a number', () => {
    expect(numberedThingsIn('flight 12')).toEqual([{ base: 'flight', value: 12 }]);
    expect(numberedThingsIn('the seventh chapter')).toContainEqual({ base: 'chapter', value: 7 });
    expect(numberedThingsIn('7 chapters')).toContainEqual({ base: 'chapter', value: 7 });
  });
});
