/** Letters that are another with a stroke or two in one, which no decomposition of Unicode says. */
const PLAIN_LETTERS: Readonly<Record<string, string>> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ħ: 'h',
  ŧ: 't',
  ı: 'i',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
  ς: 'σ',
};
const STROKED = new RegExp(`[${Object.keys(PLAIN_LETTERS).join('')}]`, 'gu');

/** Marks of the alphabets in which words are also written without them; elsewhere they are letters. */
const MARKS = /[\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u064b-\u065f\u0670]/gu;

/** Marks that show nothing: soft hyphen, zero-width characters, word joiner, byte order mark, direction marks. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu;

/** A text as it is compared: small letters without marks, compatibility characters (ﬁ, Ａ, ²) as plain ones. */
export function foldText(text: string): string {
  if (/^\p{ASCII}*$/u.test(text)) return text.toLowerCase();
  return foldMarks(text)
    .toLowerCase()
    .replace(STROKED, (letter) => PLAIN_LETTERS[letter] ?? letter);
}

/** The same with its capitals. */
export function foldMarks(text: string): string {
  return text.replace(INVISIBLE, '').normalize('NFKC').normalize('NFD').replace(MARKS, '').normalize('NFC');
}
