import { letters, wordsOf } from '../phrases/words.ts';

/** What parts headline and site in a window's title. */
export const TITLE_SEPARATOR = /\s+[|–—»·-]\s+/;
/** What parts them in a line of text, where a dash may be the headline's own, and a bar part two sections. */
export const TITLE_BAR = /(?<=\S.{10,})\s+\|\s+/;

const MOST_WORDS = 4;

/**
 * `Headline | Site name` without its last part, where that is the site's name or, when no name is known, short.
 * @param site the site's name as the page gives it
 */
export function withoutSiteName(
  title: string,
  { site, separator }: { site: string | null; separator: RegExp },
): string {
  const last = title.split(separator).at(-1)!;
  const before = title.slice(0, title.length - last.length);
  const headline = before.replace(new RegExp(`${separator.source}$`), '');
  if (headline === before) return title;
  const isSite = site === null ? last.split(' ').length <= MOST_WORDS : sharedWords(last, site) > 0.6;
  return isSite ? headline : title;
}

/**
 * The share of the shorter text's words that the other has too, 0 to 1; one-word headings count by length. Of scripts
 * without spaces one text must hold the other.
 */
export function sharedWords(one: string, other: string): number {
  const [letter, others] = [letters(one), letters(other)];
  if (letter !== '' && letter === others) return 1;
  const isUnspaced = /^\p{Lo}{4}/u.test(letter) && /^\p{Lo}{4}/u.test(others);
  if (isUnspaced && (letter.includes(others) || others.includes(letter))) return 1;
  const a = new Set(wordsOf(one));
  const b = new Set(wordsOf(other));
  const shared = [...a].filter((word) => b.has(word)).length;
  return shared / Math.max(1, Math.min(Math.max(a.size, 3), Math.max(b.size, 3)));
}
