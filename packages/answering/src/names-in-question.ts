import { isContentWord } from '@footnote/retrieval';

/** Words that open a question or a sentence with a capital for that reason only. */
const OPENERS =
  /^(?:who|whom|whose|what|when|where|why|which|how|is|are|was|were|did|does|do|has|have|had|can|could|will|would|should|in|on|at|by|for|from|to|of|with|about|after|before|during|since|and|but|so|or|tell|name|give|list|please|the|a|an|i)$/iu;
const WORD = /[\p{L}\p{M}\p{N}]+(?:[’'][\p{L}]+)?/gu;
/** A word is a name where texts write it with a capital, within sentences, this many times as often as not. */
const CAPITALISED_TIMES = 4;

/**
 * The words of a question that belong to names, in lower case: those it writes with a capital, and, for a question in
 * small letters, those that `texts` (the passages found for it) write so.
 */
export function nameWordsIn(question: string, texts: readonly string[]): string[] {
  const words = [...question.matchAll(WORD)].map((match) => ({ written: match[0], at: match.index }));
  const hasCapitals = words.some(({ written, at }) => at > 0 && /^\p{Lu}/u.test(written));
  const isName = hasCapitals ? isCapitalised : isCapitalisedIn(texts);
  const names = words
    .filter(({ written }) => isContentWord(plain(written)) && !OPENERS.test(written))
    .filter(({ written, at }) => !/\p{N}/u.test(written) && isName(written, at, question))
    .map(({ written }) => plain(written));
  return [...new Set(names)];
}

function isCapitalised(written: string, at: number, question: string): boolean {
  return (
    /^\p{Lu}/u.test(written) &&
    (at > 0 || /^\P{L}*\p{Lu}[\p{L}’']*\s+\p{Lu}/u.test(question) || /\p{Lu}{2}/u.test(written))
  );
}

function isCapitalisedIn(texts: readonly string[]): (written: string) => boolean {
  const joined = texts.join('\n');
  return (written) => {
    const word = plain(written);
    if (word.length < 3 || /^\d+$/u.test(word)) return false;
    const pattern = new RegExp(`(?<=[\\p{L}\\p{N},;]\\s)${word}(?![\\p{L}\\p{N}])`, 'giu');
    const found = joined.match(pattern) ?? [];
    const capitalised = found.filter((one) => /^\p{Lu}/u.test(one)).length;
    return capitalised > 0 && capitalised >= CAPITALISED_TIMES * (found.length - capitalised);
  };
}

/** Lower case, without a possessive ending and diacritics. */
function plain(written: string): string {
  return written
    .replace(/[’']s?$/u, '')
    .replace(/[’'].*$/u, '')
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
}

/** Letters by which "Russia" and "Russian", "China" and "Chinese" are told to name the same. */
function trunk(name: string): string {
  return name.length <= 4 ? name : name.slice(0, Math.max(4, Math.min(name.length - 1, 6)));
}

/** Longer names are no abbreviations. */
const LONGEST_ABBREVIATION = 6;

/** Whether a text names it: in another form ("Russian" for "Russia") or by the letters of an abbreviation, too. */
export function namesIt(text: string, name: string): boolean {
  const plainText = /^[ -~\s]*$/u.test(text) ? text : text.normalize('NFD').replace(/\p{M}+/gu, '');
  if (hasWordThatBegins(plainText.toLowerCase(), trunk(name))) return true;
  return name.length <= LONGEST_ABBREVIATION && spelled(plainText).has(name);
}

function hasWordThatBegins(text: string, letters: string): boolean {
  for (let at = text.indexOf(letters); at >= 0; at = text.indexOf(letters, at + 1)) {
    if (at === 0 || !/[\p{L}\p{N}]/u.test(text.charAt(at - 1))) return true;
  }
  return false;
}

const LONG_NAME = /\p{Lu}\p{Ll}+(?:[ -](?:(?:of|and|the|for|de|on) )*\p{Lu}\p{Ll}+){1,5}/gu;

/** Initials of the long names in a text: "Shanghai Cooperation Organisation" spells "sco". */
function spelled(text: string): Set<string> {
  const found = new Set<string>();
  for (const name of text.match(LONG_NAME) ?? []) {
    const initials = [...name.matchAll(/\p{Lu}/gu)].map(([letter]) => letter.toLowerCase());
    for (let from = 0; from < initials.length - 1; from++) {
      for (let to = from + 2; to <= initials.length; to++) found.add(initials.slice(from, to).join(''));
    }
  }
  return found;
}
