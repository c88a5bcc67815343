/** Powers of ten of the words and letters that follow a figure. */
const POWERS: Readonly<Record<string, number>> = {
  thousand: 3,
  k: 3,
  million: 6,
  mln: 6,
  mn: 6,
  m: 6,
  billion: 9,
  bn: 9,
  b: 9,
  trillion: 12,
  tn: 12,
  t: 12,
};
const NAMES: Readonly<Record<number, string>> = { 3: 'thousand', 6: 'million', 9: 'billion', 12: 'trillion' };

/** A figure as it is written, with its fraction; part of a regular expression. */
export const FIGURE = String.raw`\d{1,3}(?:[,'’]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?`;

/** Words that multiply the figure before them; m, b, k and t do so only where the figure is one of money. */
export const SCALES = Object.keys(POWERS)
  .filter((scale) => scale.length > 1)
  .join('|');

export const CURRENCIES: Readonly<Record<string, string>> = {
  $: 'dollar',
  '€': 'euro',
  '£': 'pound',
  '¥': 'yen',
  '₹': 'rupee',
  '₽': 'rouble',
  '₩': 'won',
};

/**
 * The terms of a figure, its value first: `3.5` and `million` are `3500000` and `million`. A fraction that is left is
 * parted by a d, so that it stays one word: `7d1124`.
 *
 * @param figure as written, with commas or apostrophes between thousands
 * @param scale what multiplies it, as written; empty without
 */
export function numberTerms(figure: string, scale: string): string[] {
  const [whole = '', fraction = ''] = figure.replace(/[,'’]/gu, '').split('.');
  const power = POWERS[scale.toLowerCase()] ?? 0;
  if (power === 0 && fraction === '') return [whole];
  const digits = whole + fraction.padEnd(power, '0');
  const integer = digits.slice(0, whole.length + power).replace(/^0+(?=\d)/u, '');
  const rest = digits.slice(whole.length + power).replace(/0+$/u, '');
  const value = rest === '' ? integer : `${integer}d${rest}`;
  return power === 0 ? [value] : [value, NAMES[power]!];
}
