import { describe, expect, it } from 'vitest';
import { NO_FILTER } from '../address/filter.ts';
import { isChosen, isYearChosen, toggled, yearToggled } from './filter-changes.ts';

describe('toggled', () => {
  it('chooses a source, and the same again takes it back, in any case', () => {
    const chosen = toggled(NO_FILTER, 'sources', 'The Gazette');
    expect(isChosen(chosen, 'sources', 'the gazette')).toBe(true);
    expect(toggled(chosen, 'sources', 'THE GAZETTE')).toEqual(NO_FILTER);
  });

  it('leaves what else is chosen', () => {
    const both = toggled(toggled(NO_FILTER, 'authors', 'A'), 'authors', 'B');
    expect(toggled(both, 'authors', 'A').authors).toEqual(['B']);
  });
});

describe('yearToggled', () => {
  it('chooses the days of a year, and the same again takes them back', () => {
    const chosen = yearToggled(NO_FILTER, '2022');
    expect([chosen.from, chosen.to]).toEqual(['2022-01-01', '2022-12-31']);
    expect(isYearChosen(chosen, '2022')).toBe(true);
    expect(yearToggled(chosen, '2022')).toEqual(NO_FILTER);
  });
});
