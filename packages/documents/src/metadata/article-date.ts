import * as chrono from 'chrono-node';
import { dateInOtherLanguage } from './month-names.ts';

const ISO_DATE = /^\s*(\d{4})-(\d{2})-(\d{2})(?:[T ]|$)/;
const COMPACT_DATE = /^\s*(\d{4})(\d{2})(\d{2})(?:T?\d{4,6}Z?)?\s*$/;
const YEAR = /(?<!\d)(?:19|20)\d\d(?!\d)/;

/**
 * The calendar day that a date text names, as written there: no shift between time zones.
 * @returns YYYY-MM-DD, or null unless year, month and day are all given.
 */
export function parseArticleDate(text: string): string | null {
  const plain = ISO_DATE.exec(text) ?? COMPACT_DATE.exec(text);
  if (plain) return calendarDate(Number(plain[1]), Number(plain[2]), Number(plain[3]));
  if (!YEAR.test(text)) return null;
  const written = text.replace(/(\d)(?:st|nd|rd|th)\b/g, '$1').replace(/\bSept\b\.?/g, 'Sep');
  const start = chrono.strict.parse(written)[0]?.start;
  if (!start?.isCertain('year') || !start.isCertain('month') || !start.isCertain('day')) {
    const other = dateInOtherLanguage(text);
    return other && calendarDate(other.year, other.month, other.day);
  }
  if (isAmbiguous(written)) return null;
  return calendarDate(start.get('year')!, start.get('month')!, start.get('day')!);
}

/** 3/4/2024 is March or April by country: only what cannot be read both ways counts. */
function isAmbiguous(text: string): boolean {
  const numeric = /\b(\d{1,2})[/.-](\d{1,2})[/.-]\d{4}\b/.exec(text);
  if (!numeric) return false;
  const [first, second] = [Number(numeric[1]), Number(numeric[2])];
  return first <= 12 && second <= 12 && first !== second;
}

/** YYYY-MM-DD of a day that exists, or null. */
function calendarDate(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  if (year < 1000 || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  return date.toISOString().slice(0, 10);
}

const YEAR_IN_URL = '((?:19[89]|20[0-3])\\d)';
const MONTH_IN_URL = '(0?[1-9]|1[0-2]|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)';
const DAY_IN_URL = '(0?[1-9]|[12]\\d|3[01])(?=[/_.-]|$)';
/** `/2024/09/03/`, `/2024-09-03-`; `/2024-09/03/`, `/202409/03/`, `/2024/0903/`, `/20240903/`, `/t20240903_`. */
const URL_DATES: readonly RegExp[] = [
  new RegExp(`/${YEAR_IN_URL}([/-])${MONTH_IN_URL}\\2${DAY_IN_URL}`, 'i'),
  new RegExp(`/${YEAR_IN_URL}(-?)(0[1-9]|1[0-2])/(0[1-9]|[12]\\d|3[01])(?=[/_.-]|$)`),
  new RegExp(`/${YEAR_IN_URL}(/?)(0[1-9]|1[0-2])(0[1-9]|[12]\\d|3[01])(?=[/_-]|$)`),
  new RegExp(`[/_]t${YEAR_IN_URL}()(0[1-9]|1[0-2])(0[1-9]|[12]\\d|3[01])_`),
];
const FILE_NAME_DATE =
  /(?:^|[^\d])((?:19[89]|20[0-3])\d)([-_.]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?!\d)/;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** The day in an address such as `/2024/05/31/`; null unless year, month and day stand together. */
export function dateInUrl(url: string): string | null {
  const path = url.replace(/[?#].*$/, '');
  const found = URL_DATES.map((pattern) => pattern.exec(path)).find((match) => match !== null);
  if (!found) return null;
  const month = MONTHS.indexOf(found[3]!.toLowerCase()) + 1 || Number(found[3]);
  return calendarDate(Number(found[1]), month, Number(found[4]));
}

/** The day in a file name such as `2024-05-31-storm.html` or `storm_20240531.txt`. */
export function dateInFileName(fileName: string): string | null {
  const found = FILE_NAME_DATE.exec(fileName);
  return found ? calendarDate(Number(found[1]), Number(found[3]), Number(found[4])) : null;
}
