import { expect, it } from 'vitest';
import { isCalendarDate } from './calendar-date.ts';

it.each(['2024-02-29', '1999-12-31', '0001-01-01'])('takes %s', (value) => {
  expect(isCalendarDate(value)).toBe(true);
});

it.each(['2023-02-29', '2024-13-01', '2024-00-10', '2024-1-1', '2024-05-16T00:00:00Z', '16.05.2024', ''])(
  'does not take "%s"',
  (value) => {
    expect(isCalendarDate(value)).toBe(false);
  },
);
