import { foldMarks } from './fold-text.ts';

/** A text without marks and compatibility characters, its capitals kept, and the places of its characters before. */
export interface FoldedText {
  readonly text: string;
  /** Where in the original what stands at an offset of `text` begins. */
  startOf(offset: number): number;
  /** Where in the original what ends at an offset of `text` ends. */
  endOf(offset: number): number;
}

/**
 * A stretch of ASCII without a mark after it; else a letter with its marks, and as one too letters of Korean in parts and
 * half-width kana with the mark after it.
 */
const CLUSTER = /\p{ASCII}+(?!\p{M})|[\u1100-\u115f][\u1160-\u11ff]*|\P{M}[\p{M}\uff9e\uff9f]*|\p{M}+/gsu;

/** Small figures are none of the word or figure before them: fractions, powers and marks of notes. */
const APART = /[¼-¾⅐-⅞⁰¹²³⁴-⁹]/gu;

/** Spaces that part the thousands of a figure; a plain space parts two figures. */
const THOUSANDS = /(?<=\d)[\u00a0\u2009\u202f](?=\d{3}(?!\d))/gu;

/** Text that is the same when folded: ASCII, and what most articles hold besides. */
const UNFOLDED = /^[\p{ASCII}‘’“”–—£€]*$/u;

export function foldWithPlaces(text: string): FoldedText {
  if (UNFOLDED.test(text)) return { text, startOf: (offset) => offset, endOf: (offset) => offset };
  const parts: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  for (const match of text.replace(THOUSANDS, "'").matchAll(CLUSTER)) {
    const isAscii = match[0].charCodeAt(0) < 0x80 && !/\P{ASCII}/u.test(match[0]);
    const part = isAscii ? match[0] : foldMarks(match[0].replace(APART, ' $&'));
    parts.push(part);
    for (let unit = 0; unit < part.length; unit += 1) {
      starts.push(match.index + (isAscii ? unit : 0));
      ends.push(match.index + (isAscii ? unit + 1 : match[0].length));
    }
  }
  return {
    text: parts.join(''),
    startOf: (offset) => starts[offset] ?? text.length,
    endOf: (offset) => ends[offset - 1] ?? 0,
  };
}
