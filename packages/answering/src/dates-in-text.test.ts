import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { datesAgree, datesIn, weekdaysIn } from './dates-in-text.ts';

function agree(one: string, other: string): boolean | null {
  const [a, b] = [datesIn(one)[0], datesIn(other)[0]];
  if (a === undefined || b === undefined) throw new Error('No date.');
  return datesAgree(a, b);
}

describe('datesIn', () => {
  it.each([
    ['on 2 December 2019', 2019, 12, 2],
    ['on December 2, 2019', 2019, 12, 2],
    ['2019-12-02', 2019, 12, 2],
    ['in Dec. 2019', 2019, 12, null],
    ['on the 5th of June', undefined, 6, 5],
    ['in 2022', 2022, null, null],
    ['the 2022 elections', 2022, null, null],
  ])('reads %s', (text, ...read) => {
    const [date] = datesIn(text);
    expect([date?.years?.from, date?.month, date?.day]).toEqual(read);
  });

  it.each(['1250 trains', 'it may rain', '$2,024', 'flight 12019', '2000 people'])(
    'finds no date in "%s"',
    (text) => {
      expect(datesIn(text)).toEqual([]);
    },
  );

  it('counts "last year" from the day it was said', () => {
    expect(datesIn('rose last year', '2024-03-01')[0]?.years).toEqual({ from: 2023, to: 2023 });
    expect(datesIn('rose last year')).toEqual([]);
  });

  it('says where each stands, without overlap, for any text', () => {
    const part = fc.constantFrom(
      '2 May 2019',
      'in',
      '1990s',
      'from 2001 to 2004',
      '2019-01-02',
      'May',
      '–',
      '7',
    );
    fc.assert(
      fc.property(fc.array(part), (parts) => {
        const text = parts.join(' ');
        let end = 0;
        for (const date of datesIn(text)) {
          expect(date.start).toBeGreaterThanOrEqual(end);
          expect(date.end).toBeLessThanOrEqual(text.length);
          end = date.end;
        }
      }),
    );
  });
});

describe('datesIn, of words that count from the day they were said', () => {
  it.each([
    ['yesterday', { years: { from: 2023, to: 2023 }, month: 12, day: 31 }],
    ['today', { years: { from: 2024, to: 2024 }, month: 1, day: 1 }],
    ['last month', { years: { from: 2023, to: 2023 }, month: 12, day: null }],
    ['next year', { years: { from: 2025, to: 2025 }, month: null, day: null }],
  ])('reads "%s"', (words, date) => {
    expect(datesIn(`It opened ${words}.`, '2024-01-01')).toMatchObject([date]);
    expect(datesIn(`It opened ${words}.`)).toEqual([]);
  });
});

describe('datesAgree', () => {
  it('compares what both say', () => {
    expect(agree('in December 2019', 'on 2 December 2019')).toBe(true);
    expect(agree('on 3 December 2019', 'on 2 December 2019')).toBe(false);
    expect(agree('in 2021', 'on 2 December 2019')).toBe(false);
  });

  it('takes a year within a span of years for one of them', () => {
    expect(agree('in 2006', 'between 2004 and 2008')).toBe(true);
    expect(agree('in 1994', 'the 1990s')).toBe(true);
    expect(agree('in 2009', '2004–08')).toBe(false);
  });

  it('cannot tell a year from a day without one', () => {
    expect(agree('in 2019', 'on 2 December')).toBeNull();
  });
});

describe('weekdaysIn', () => {
  it('reads a weekday as the last such day before the text was written', () => {
    const [date] = weekdaysIn('The ferry ran aground on Thursday.', '2022-08-19');
    expect(date).toMatchObject({ years: { from: 2022, to: 2022 }, month: 8, day: 18 });
    expect(weekdaysIn('It sank on Wednesday.', '2023-03-01')[0]).toMatchObject({ month: 3, day: 1 });
  });

  it('reads none of what is to come, nor where it is not known when the text was written', () => {
    expect(weekdaysIn('The ferry will sail on Thursday.', '2022-08-19')).toEqual([]);
    expect(weekdaysIn('The ferry ran aground on Thursday.', null)).toEqual([]);
  });
});
