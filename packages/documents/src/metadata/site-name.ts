import { letters, wordsOf } from '../phrases/words.ts';

/** Names of media in Chinese, after a mark without spaces. */
const MEDIUM = '[\\p{Lo}\\p{N}]{0,8}(?:网|網|报|報|新闻|新聞|日报|在线|频道|头条|客户端|社)(?:$|(?=[_|｜]))';
/** What parts headline and site in a window's title. */
export const TITLE_SEPARATOR = new RegExp(
  `(?:\\s+[|–—»·-]\\s+|(?<=[\\p{Lo}\\p{Lm}\\p{P}])(?:[_|｜]+(?=\\p{L})|[-－—]+(?=${MEDIUM})|：(?=\\p{Lu})))`,
  'u',
);
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
  const end = [...title.matchAll(new RegExp(separator.source, 'gu'))].at(-1);
  if (end === undefined) return title;
  const headline = title.slice(0, end.index);
  const last = title.slice(end.index + end[0].length);
  const isSite = site === null ? last.split(' ').length <= MOST_WORDS : isNameOfSite(last, site);
  if (!isSite) return title;
  // Chinese papers put the section between the two: "Headline_Section_Site name".
  return end[0].startsWith('_') ? headline.replace(/_[^_]{2,8}$/, '') : headline;
}

/** Whether a text is a site's name as the site gives it, or the name of its host. */
export function isNameOfSite(text: string, site: string): boolean {
  const [one, other] = [letters(text), letters(site)];
  return sharedWords(text, site) > 0.6 || (one.length >= 4 && other.startsWith(one));
}

/**
 * The share of the shorter text's words that the other has too, 0 to 1; one-word headings count by length. Of scripts
 * without spaces one text must hold the other.
 */
export function sharedWords(one: string, other: string): number {
  const [letter, others] = [letters(one), letters(other)];
  if (letter !== '' && letter === others) return 1;
  const isUnspaced = /^[\p{Lo}\p{Lm}]{4}/u.test(letter) && /^[\p{Lo}\p{Lm}]{4}/u.test(others);
  if (isUnspaced && (letter.includes(others) || others.includes(letter))) return 1;
  const a = new Set(wordsOf(one));
  const b = new Set(wordsOf(other));
  const shared = [...a].filter((word) => b.has(word)).length;
  return shared / Math.max(1, Math.min(Math.max(a.size, 3), Math.max(b.size, 3)));
}
