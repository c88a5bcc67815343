import type { TextSpan } from './article.ts';
import { dayInWords, isCalendarDate } from './calendar-date.ts';
import { foldText } from './fold-text.ts';
import { type FoldedText, foldWithPlaces } from './folded-places.ts';
import { CURRENCIES, FIGURE, numberTerms, SCALES } from './number-terms.ts';
import { plainWordEnd, skipToTerm } from './plain-words.ts';
import { spelledOut } from './spelled-out.ts';
import { stripEndings } from './strip-endings.ts';
import { cutUnspaced, UNSPACED } from './unspaced-words.ts';

/** A word as the lexical index holds it, and where it stands in the text. The parts of a compound lie within it. */
export interface SearchTerm extends TextSpan {
  /** In small letters, without marks; stemmed only where the Porter stemmer does not know the script. */
  readonly term: string;
}

/** A term, and where in the folded text it stands. */
interface Found {
  readonly term: string;
  readonly from: number;
  readonly to: number;
}

/**
 * The version of the terms that this process makes of an article: that of the rules here and of `articleHeading`, and of
 * the dictionaries by which Chinese, Japanese and Thai are cut. In another version, the terms of a text may be others.
 */
export function searchTermsVersion(): string {
  return `4, ICU ${process.versions.icu}`;
}

const HYPHEN = String.raw`[\-\u2010-\u2013\u2212]`;
const LETTER = String.raw`[[\p{L}\p{N}\p{M}]--${UNSPACED}]`;
/** Names in capitals that are everyday words in small letters. */
const EVERYDAY_NAMES = '(?:US|WHO|IT|AM|ME|OR)';
const SIGN = `[${Object.keys(CURRENCIES).join('')}]`;

/** In this order: what is more than a word; words. */
const TERM = new RegExp(
  [
    String.raw`(?<unspaced>${UNSPACED}[${UNSPACED}\p{M}]*)`,
    String.raw`(?<day>(?<!${LETTER}|-)\d{4}-\d{2}-\d{2}(?!${LETTER}|-))`,
    String.raw`(?<spaced>(?<!${LETTER}|\d[., ])\d{1,3}(?: \d{3})+(?!${LETTER}|[., ]?\d))`,
    String.raw`(?<sign>${SIGN})\s?(?<amount>${FIGURE})(?:[\s\-]?(?<amountScale>${SCALES}|[mbkt])(?!${LETTER}))?(?!${LETTER}|[.,]\d)`,
    String.raw`(?<!${LETTER}|\d[.,])(?<figure>${FIGURE})(?:(?:[\s\-]?(?<scale>${SCALES})|(?<letter>[mk]))(?!${LETTER}))?(?!${LETTER}|[.,]\d)`,
    String.raw`(?<percent>(?<=\d\s?)%|(?<!${LETTER})(?:per\scent|pct)(?!${LETTER}))`,
    String.raw`(?<dotted>(?<!${LETTER})(?:\p{L}\.){2,}(?:\p{L}(?!${LETTER}))?)`,
    String.raw`(?<code>(?<!${LETTER})(?!${EVERYDAY_NAMES}\s)\p{Lu}{1,4} \d{1,5}(?!${LETTER}|[., ]?\d|[\s\-]?(?:${SCALES})(?!${LETTER})))`,
    `(?<elided>${LETTER}+['’](?!(?:ll|re|ve)(?!${LETTER}))${LETTER}{2,})`,
    String.raw`(?<compound>${LETTER}+(?:${HYPHEN}(?:[ \t]*\r?\n[ \t]*)?${LETTER}+)+)`,
    `(?<word>${LETTER}+)`,
  ].join('|'),
  'giv',
);

const EVERYDAY = new RegExp(`^${EVERYDAY_NAMES}$`, 'u');
const LONGEST_EVERYDAY = 3;
/** Text without a small letter this far around a word, and with so many capitals, is all in capitals. */
const AROUND = 40;
const SHOUTED_LETTERS = 12;

/**
 * The words by which a text is found, in order, however they are written: accents, ligatures, full-width letters, kinds
 * of hyphens and quotation marks, grouped and multiplied figures do not count. `co-operative` is also `cooperative`,
 * `GR-4471` and `GR 4471` also `gr4471`, `O'Brien` also `obrien`, `Müller` also `mueller`; `$2.4bn` is as `2.4 billion
 * dollars`, `25%` as `25 per cent`, and `2021-04-12` as `12 April 2021`. US, WHO and the like in
 * capitals are other terms than the everyday words. Linear in the length of the text.
 */
export function searchTerms(text: string): SearchTerm[] {
  const folded = foldWithPlaces(text);
  const terms: SearchTerm[] = [];
  const hasMarks = folded.text !== text;
  const add = ({ term, from, to }: Found) => {
    if (term === '') return;
    const place = { start: folded.startOf(from), end: folded.endOf(to) };
    terms.push({ term, ...place });
    const spelled = hasMarks ? spelledOut(text.slice(place.start, place.end)) : null;
    if (spelled !== null && /^\p{L}+$/u.test(term)) terms.push({ term: spelled, ...place });
  };
  // A regular expression that knows every way to write a word takes five times as long to find the plain ones.
  for (let from = skipToTerm(folded.text, 0); from < folded.text.length; ) {
    let to = plainWordEnd(folded.text, from);
    if (to > from) add(plainTerm({ from, to }, folded));
    else to = addNextMatch(from, { folded, add });
    from = skipToTerm(folded.text, to);
  }
  return terms;
}

function plainTerm({ from, to }: { from: number; to: number }, folded: FoldedText): Found {
  const word = folded.text.slice(from, to);
  const term = to - from > LONGEST_EVERYDAY ? word : named(word, { from, to }, folded);
  return { term: term.toLowerCase(), from, to };
}

/** Adds the terms of what TERM finds first, and tells where that ends. */
function addNextMatch(
  from: number,
  { folded, add }: { folded: FoldedText; add: (found: Found) => void },
): number {
  TERM.lastIndex = from;
  const match = TERM.exec(folded.text);
  if (!match) return folded.text.length;
  for (const found of termsIn(match as Match, folded)) {
    add({ ...found, term: stripEndings(foldText(found.term)) });
  }
  return match.index + match[0].length;
}

type Match = RegExpExecArray & { readonly groups: Partial<Record<string, string>> };

function termsIn(match: Match, folded: FoldedText): Found[] {
  const [whole] = match;
  const { unspaced, day, spaced, sign, amount, figure, percent, dotted, code, elided, compound } =
    match.groups;
  const place = { from: match.index, to: match.index + whole.length };
  const all = (terms: readonly string[]) => terms.map((term) => ({ term, ...place }));
  if (unspaced) return cutUnspaced(unspaced, match.index);
  if (day && isCalendarDate(day)) return all(dayInWords(day).split(' '));
  if (spaced) return partsOf(spaced, match.index).concat(all([spaced.replaceAll(' ', '')]));
  if (sign && amount) return all([...numberTerms(amount, match.groups.amountScale ?? ''), CURRENCIES[sign]!]);
  if (figure) return all(figureTerms(figure, match.groups));
  if (percent) return all(['percent']);
  if (dotted) return all([named(dotted.replaceAll('.', ''), place, folded)]);
  if (code && code !== code.toUpperCase()) return partsOf(code, match.index);
  const joined = day ?? code ?? elided ?? compound;
  if (joined) return compoundTerms(joined, match.index);
  return all([named(whole, place, folded)]);
}

/** "100m" are metres or millions: both are terms of it. */
function figureTerms(figure: string, { scale, letter }: Partial<Record<string, string>>): string[] {
  if (!letter) return numberTerms(figure, scale ?? '');
  const [value = ''] = numberTerms(figure, letter);
  return /^\d+$/u.test(figure) ? [`${figure}${letter}`, value] : [value];
}

/** The parts of what is joined by a hyphen, an apostrophe or, in a code, a space; of two also the whole, written as one. */
function compoundTerms(compound: string, index: number): Found[] {
  const parts = partsOf(compound, index);
  const whole = parts.map(({ term }) => term).join('');
  if (parts.length !== 2 || !/\p{L}/u.test(whole)) return parts;
  return [...parts, { term: whole, from: index, to: index + compound.length }];
}

function partsOf(compound: string, index: number): Found[] {
  return Array.from(compound.matchAll(/[\p{L}\p{N}\p{M}]+/gu), (part) => ({
    term: part[0],
    from: index + part.index,
    to: index + part.index + part[0].length,
  }));
}

/** No word ends in a letter and 0, so that the name has a term of its own. */
function named(word: string, { from, to }: { from: number; to: number }, { text }: FoldedText): string {
  if (!EVERYDAY.test(word)) return word;
  const around = text.slice(Math.max(0, from - AROUND), from) + text.slice(to, to + AROUND);
  const isShouted = !/\p{Ll}/u.test(around) && (around.match(/\p{Lu}/gu)?.length ?? 0) >= SHOUTED_LETTERS;
  return isShouted ? word : `${word}0`;
}
