import { foldText } from './fold-text.ts';

/** Letters that are written as two where a keyboard or a language has not got them. */
const AS_TWO: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ø: 'oe', å: 'aa', đ: 'dj' };
const ONE = new RegExp(`[${Object.keys(AS_TWO).join('')}]`, 'gu');

/** `Mueller` for `Müller`, folded, and letters only, as a term is; null for a word without such letters. */
export function spelledOut(word: string): string | null {
  const lower = word.normalize('NFC').toLowerCase();
  const spelled = lower.replace(ONE, (letter) => AS_TWO[letter]!);
  return spelled === lower ? null : foldText(spelled).replace(/\P{L}/gu, '');
}
