/** A figure as a text gives it, in one scale: `2.4bn` and `2.4 billion` are 2,400,000,000. */
export interface Quantity {
  readonly value: number;
  /** `%`, a currency sign, or null where none is written. */
  readonly unit: string | null;
  readonly start: number;
  readonly end: number;
}

const SCALES: Readonly<Record<string, number>> = {
  hundred: 1e2,
  thousand: 1e3,
  k: 1e3,
  million: 1e6,
  m: 1e6,
  mn: 1e6,
  billion: 1e9,
  bn: 1e9,
  b: 1e9,
  trillion: 1e12,
  tn: 1e12,
};
const WORDS: Readonly<Record<string, number>> = {
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
};
const SHARES: Readonly<Record<string, number>> = {
  half: 50,
  'a third': 100 / 3,
  'a quarter': 25,
  'a fifth': 20,
};
const CURRENCIES: Readonly<Record<string, string>> = { dollar: '$', pound: '£', euro: '€' };

const SCALE = '(?: ?(?<scale>hundred|thousand|million|billion|trillion|bn|mn|tn|k|m|b)(?![\\p{L}\\p{N}]))?';
const UNIT = '(?: ?(?<percent>%|per ?cent\\b)| (?<currency>dollar|pound|euro)s?\\b)?';
const FIGURE = new RegExp(
  `(?<![\\p{L}\\p{N}.-])(?<sign>[$£€])?(?<figure>\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?)${SCALE}${UNIT}(?![\\p{L}\\p{N}])`,
  'giu',
);
const NUMBER_WORD = new RegExp(`\\b(?<word>${Object.keys(WORDS).join('|')})\\b${SCALE}${UNIT}`, 'giu');
const SHARE = /\b(?<share>half|a third|a quarter|a fifth)\b/giu;

/** The figures in a text, in order; ordinals, codes and parts of words are none. */
export function quantitiesIn(text: string): Quantity[] {
  const found: Quantity[] = [];
  for (const match of [...text.matchAll(FIGURE), ...text.matchAll(NUMBER_WORD), ...text.matchAll(SHARE)]) {
    const { groups = {}, index } = match;
    const end = index + match[0].length;
    found.push({ value: figureOf(groups), unit: unitOf(groups), start: index, end });
  }
  return found.sort((a, b) => a.start - b.start);
}

type Groups = Readonly<Record<string, string | undefined>>;

function figureOf({ share, word, figure, scale }: Groups): number {
  if (share !== undefined) return SHARES[share.toLowerCase()] ?? Number.NaN;
  const value = word === undefined ? Number(figure?.replaceAll(',', '')) : (WORDS[word.toLowerCase()] ?? 0);
  return value * (SCALES[scale?.toLowerCase() ?? ''] ?? 1);
}

function unitOf({ share, percent, sign, currency }: Groups): string | null {
  if (share !== undefined || percent !== undefined) return '%';
  return sign ?? CURRENCIES[currency?.toLowerCase() ?? ''] ?? null;
}

/** Figures written to different digits are still the same within this share. */
const SAME = 1e-6;

/** Whether two quantities are the same one; a unit that is not written differs from none. */
export function quantitiesAgree(one: Quantity, other: Quantity): boolean {
  const sameUnit = one.unit === null || other.unit === null || one.unit === other.unit;
  return sameUnit && Math.abs(one.value - other.value) <= SAME * Math.abs(one.value);
}

const CODE =
  /(?<![\p{L}\p{N}])(?=[\p{L}-]*\d)(?=[\d-]*\p{L})[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*(?![\p{L}\p{N}])/gu;
const ORDINAL = /^\d+(?:st|nd|rd|th|s|m|bn|k|b)$/iu;
const WORDLIKE = /^(?:\d+-\p{L}+|\p{L}{4,}-\d+)(?:-\p{L}+)*$/u;

/** A code as it is written, and without hyphens in capitals, by which two are compared. */
export interface Code {
  readonly written: string;
  readonly plain: string;
}

/** Codes of letters and digits in a text: "GR-4471", "A320". */
export function codesIn(text: string): Code[] {
  return (text.match(CODE) ?? [])
    .filter((code) => !ORDINAL.test(code) && !WORDLIKE.test(code))
    .map((written) => ({ written, plain: written.replaceAll('-', '').toUpperCase() }));
}
