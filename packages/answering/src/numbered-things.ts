import { datesIn } from './dates-in-text.ts';
import { quantitiesIn } from './quantities-in-text.ts';
import { wordFormsOf } from './word-forms.ts';

/** A number beside a word: `season 7`, `7 seasons`, `the seventh season`. */
export interface NumberedThing {
  /** Base form of the word. */
  readonly base: string;
  readonly value: number;
}

const ORDINALS =
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth'.split(
    ' ',
  );
const ORDINAL = new RegExp(
  `\\b(?:(?<figure>\\d{1,3})(?:st|nd|rd|th)|(?<word>${ORDINALS.join('|')}))\\b`,
  'giu',
);
const ROMAN = /(?<=\p{Lu}\p{L}+ )(?<roman>X{0,2}(?:IX|IV|V?I{1,3}|V)|X{1,2})(?![\p{L}\p{N}])/gu;
const ROMAN_DIGITS: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10 };

interface PlacedNumber {
  readonly value: number;
  readonly start: number;
  readonly end: number;
}

/** The numbers of a text, ordinals and those in Roman figures after a name included, dates left out. */
export function numbersIn(text: string): PlacedNumber[] {
  const dates = datesIn(text);
  const ordinals = [...text.matchAll(ORDINAL)].map(({ 0: found, index, groups }) => ({
    value: groups?.figure ? Number(groups.figure) : ORDINALS.indexOf(found.toLowerCase()) + 1,
    start: index,
    end: index + found.length,
  }));
  const romans = [...text.matchAll(ROMAN)].map(({ 0: found, index }) => ({
    value: romanValue(found),
    start: index,
    end: index + found.length,
  }));
  return [...quantitiesIn(text), ...ordinals, ...romans].filter(
    ({ start, end }) => !dates.some((date) => start < date.end && date.start < end),
  );
}

function romanValue(roman: string): number {
  const digits = [...roman].map((letter) => ROMAN_DIGITS[letter] ?? 0);
  return digits.reduce((sum, digit, i) => sum + (digit < (digits[i + 1] ?? 0) ? -digit : digit), 0);
}

/** The words that stand right beside a number. */
export function numberedThingsIn(text: string): NumberedThing[] {
  const words = wordFormsOf(text).filter(({ word }) => /^\p{L}/u.test(word));
  return numbersIn(text).flatMap(({ value, start, end }) => {
    const before = words.findLast((word) => word.end <= start);
    const after = words.find((word) => word.start >= end);
    const beside = [
      ...(before && text.slice(before.end, start).trim() === '' ? [before] : []),
      ...(after && /^[ -]?$/u.test(text.slice(end, after.start)) ? [after] : []),
    ];
    return beside.map(({ base }) => ({ base, value }));
  });
}
