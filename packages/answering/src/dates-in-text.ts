/** A date as far as a text gives it; `years` is a range where the text names one ("1990s", "from 2004 to 2008"). */
export interface StatedDate {
  readonly years: { readonly from: number; readonly to: number } | null;
  /** 1 to 12. */
  readonly month: number | null;
  /** 1 to 31. */
  readonly day: number | null;
  /** Where it stands in the text. */
  readonly start: number;
  readonly end: number;
}

const MONTHS = 'january february march april may june july august september october november december'.split(
  ' ',
);
const MONTH =
  '(?<month>january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\\.?';
const DAY = '(?<day>\\d{1,2})(?:st|nd|rd|th)?';
const YEAR = '(?<year>1\\d{3}|20\\d{2})';
/** Most telling form first; what one of them took no other takes. */
const FORMS: readonly RegExp[] = [
  '(?<year>1\\d{3}|20\\d{2})-(?<number>0[1-9]|1[0-2])-(?<day>\\d{2})',
  `${DAY} (?:of )?${MONTH}(?:,? ${YEAR})?`,
  `${MONTH} ${DAY}(?:,? ${YEAR})?`,
  `${MONTH},? (?:of )?${YEAR}`,
  `(?:from|between) ${YEAR} (?:to|and|until) (?<until>1\\d{3}|20\\d{2})`,
  `${YEAR} ?(?:[-–/]|to) ?(?<until>1\\d{3}|20\\d{2}|\\d{2})`,
  `${YEAR}(?<decade>s|’s|'s)`,
  `(?<=\\b(?:in|of|since|until|by|early|late|mid|last|this|next|during) )${MONTH}`,
  YEAR,
  '(?<relative>last|this|next) (?<span>year|month)',
  '(?<relativeDay>today|yesterday|tomorrow)',
].map((form) => new RegExp(`(?<![\\p{L}\\p{N}.,$£€-])${form}(?![\\p{L}\\p{N}%]|[.,]\\d)`, 'giu'));
/** A figure before what may be counted ("1250 trains") is a year only after a word that takes one. */
const COUNTED = /^ (?:people|men|women|children|\p{Ll}+s)\b/u;
const BEFORE_YEAR =
  /\b(?:in|of|since|until|till|from|by|during|before|after|the|to|and|or|late|early|mid|around|about|for|season|year|fiscal)\s+\(?$/iu;

/**
 * The dates in a text. `said` is the day it was said (YYYY-MM-DD), from which "last year" counts; without it such
 * words give none.
 */
export function datesIn(text: string, said: string | null = null): StatedDate[] {
  const dates: StatedDate[] = [];
  for (const form of FORMS) {
    for (const match of text.matchAll(form)) {
      const start = match.index;
      const end = start + match[0].length;
      if (dates.some((date) => start < date.end && date.start < end)) continue;
      const isBare = /^\d{4}$/u.test(match[0]);
      if (isBare && COUNTED.test(text.slice(end)) && !BEFORE_YEAR.test(text.slice(0, start))) continue;
      const date = toDate(match.groups ?? {}, said);
      if (date !== null) dates.push({ ...date, start, end });
    }
  }
  return dates.sort((a, b) => a.start - b.start);
}

type Groups = Readonly<Record<string, string | undefined>>;

function toDate(groups: Groups, said: string | null): Omit<StatedDate, 'start' | 'end'> | null {
  const day = groups.day === undefined ? null : Number(groups.day);
  const month = groups.number === undefined ? monthOf(groups.month) : Number(groups.number);
  if (day !== null && (day < 1 || day > 31)) return null;
  if (groups.relative !== undefined || groups.relativeDay !== undefined) return relativeDate(groups, said);
  const years = yearsOf(groups);
  return years === null && month === null ? null : { years, month, day };
}

function monthOf(name: string | undefined): number | null {
  if (name === undefined) return null;
  return MONTHS.findIndex((month) => month.startsWith(name.toLowerCase().slice(0, 3))) + 1;
}

function yearsOf({ year, until, decade }: Groups): StatedDate['years'] {
  if (year === undefined) return null;
  const from = Number(year);
  if (decade !== undefined) return { from, to: from + (from % 100 === 0 ? 99 : 9) };
  if (until === undefined) return { from, to: from };
  const to = until.length === 2 ? Number(`${year.slice(0, 2)}${until}`) : Number(until);
  return to < from ? { from, to: from } : { from, to };
}

const AWAY: Readonly<Record<string, number>> = { last: -1, yesterday: -1, next: 1, tomorrow: 1 };

function relativeDate(
  { relative, span, relativeDay }: Groups,
  said: string | null,
): Omit<StatedDate, 'start' | 'end'> | null {
  if (said === null) return null;
  const away = AWAY[(relative ?? relativeDay ?? '').toLowerCase()] ?? 0;
  const [year = 0, month = 1, day = 1] = said.split('-').map(Number);
  const isOfYear = span?.toLowerCase() === 'year';
  const meant = new Date(
    isOfYear
      ? Date.UTC(year + away, 0)
      : relativeDay === undefined
        ? Date.UTC(year, month - 1 + away)
        : Date.UTC(year, month - 1, day + away),
  );
  return {
    years: { from: meant.getUTCFullYear(), to: meant.getUTCFullYear() },
    month: isOfYear ? null : meant.getUTCMonth() + 1,
    day: relativeDay === undefined ? null : meant.getUTCDate(),
  };
}

const WEEKDAYS = 'sunday monday tuesday wednesday thursday friday saturday'.split(' ');
const WEEKDAY = new RegExp(`\\b(?:${WEEKDAYS.join('|')})\\b`, 'giu');
const AHEAD = /\b(?:will|would|next|until|due|to be|plans?|planned)\b/iu;

/** The days meant by weekdays in a text that was said on a day: the last such day, as news tells of what has happened. */
export function weekdaysIn(text: string, said: string | null): StatedDate[] {
  if (said === null || AHEAD.test(text)) return [];
  const [year = 0, month = 1, day = 1] = said.split('-').map(Number);
  const today = new Date(Date.UTC(year, month - 1, day)).getUTCDay();
  return [...text.matchAll(WEEKDAY)].map(({ 0: name, index }) => {
    const ago = (today - WEEKDAYS.indexOf(name.toLowerCase()) + 7) % 7;
    const meant = new Date(Date.UTC(year, month - 1, day - ago)).toISOString().slice(0, 10);
    return { ...publicationDate(meant), start: index, end: index + name.length };
  });
}

/** The day an article was published, as a date that compares with those in texts. */
export function publicationDate(publishedAt: string): StatedDate {
  const [year = 0, month = 0, day = 0] = publishedAt.split('-').map(Number);
  return { years: { from: year, to: year }, month: month || null, day: day || null, start: 0, end: 0 };
}

/** Whether two dates can be the same; null when they have nothing in common to compare. */
export function datesAgree(one: StatedDate, other: StatedDate): boolean | null {
  const agreements: boolean[] = [];
  if (one.years && other.years) {
    agreements.push(one.years.from <= other.years.to && other.years.from <= one.years.to);
  }
  if (one.month !== null && other.month !== null) agreements.push(one.month === other.month);
  if (one.day !== null && other.day !== null) agreements.push(one.day === other.day);
  return agreements.length === 0 ? null : agreements.every(Boolean);
}
