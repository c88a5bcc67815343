import * as chrono from 'chrono-node';

const ISO_DATE = /^\s*(\d{4})-(\d{2})-(\d{2})(?:[T ]|$)/;

/**
 * The calendar day that a date text names, as written there (no shift between time zones).
 * @returns YYYY-MM-DD, or null unless year, month and day are all given.
 */
export function parseArticleDate(text: string): string | null {
  const iso = ISO_DATE.exec(text);
  if (iso) return calendarDate(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const start = chrono.strict.parse(text)[0]?.start;
  if (!start?.isCertain('year') || !start.isCertain('month') || !start.isCertain('day')) return null;
  return calendarDate(start.get('year')!, start.get('month')!, start.get('day')!);
}

/** YYYY-MM-DD of a day that exists, or null. */
export function calendarDate(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  if (year < 1000 || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  return date.toISOString().slice(0, 10);
}
