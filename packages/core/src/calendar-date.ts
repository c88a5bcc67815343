/** True for a day that exists in the calendar, spelled YYYY-MM-DD. */
export function isCalendarDate(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const date = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** A calendar date (YYYY-MM-DD) as a text would give it: `12 April 2021`. */
export function dayInWords(day: string): string {
  const [year, month, ofMonth] = day.split('-').map(Number);
  return `${ofMonth} ${MONTHS[(month as number) - 1]} ${year}`;
}
