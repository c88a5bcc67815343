import { isEnglishWord } from './english-words.ts';

/** First parts that keep their hyphen, since no word is written with them in one. */
const HYPHENATED = /(?:^|[^\p{L}])(?:self|ex|well|half|all|far|long|short|high|low|cross|much|so)-$/iu;

/** Prefixes that are written with a hyphen where the whole is no word of the dictionary: "pro-government". */
const PREFIX = /^(?:anti|co|mid|multi|neo|non|post|pre|pro|semi|sub|ultra|un|vice)$/iu;

/** Second parts that are joined to names with a hyphen: "Lindhaven-based". */
const AFTER_NAME = /^(?:backed|based|born|built|controlled|led|made|owned|registered|run|style|trained)$/u;

/**
 * Joins a line to the text before it. A hyphen at the text's end goes when the next line goes on in lower case and the
 * hyphen only broke the word: not when the document writes the word with a hyphen elsewhere, when its first part keeps
 * one, or when the two parts are words and the whole is none ("state-owned").
 *
 * @param words those of the document, in lower case, with their hyphens
 */
export function joinLine(text: string, line: string, words: ReadonlySet<string>): string {
  const broken = /([\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*)([-\u2010\u00ad])$/u.exec(text);
  const next = /^\p{Ll}+/u.exec(line)?.[0];
  // After a stop or a bracket a hyphen parts no word: "U.S.-China".
  if (broken === null) return /[\p{L}.)\]”’]-$/u.test(text) ? `${text}${line}` : `${text} ${line}`;
  if (next === undefined) return `${text}${line}`;
  const [, first = '', hyphen] = broken;
  const keepsHyphen = hyphen !== '\u00ad' && isCompound(first, next, words);
  return keepsHyphen ? `${text}${line}` : `${text.slice(0, -1)}${line}`;
}

function isCompound(first: string, next: string, words: ReadonlySet<string>): boolean {
  if (words.has(`${first}${next}`.toLowerCase())) return false;
  if (words.has(`${first}-${next}`.toLowerCase())) return true;
  if (first.includes('-') || /\p{N}/u.test(first)) return true;
  // No word is broken after one letter: "e-mail".
  if (/^\p{L}$/u.test(first)) return true;
  if (isEnglishWord(`${first}${next}`)) return false;
  if (HYPHENATED.test(`${first}-`)) return true;
  if (/^\p{Lu}{2,}$/u.test(first)) return true;
  if (/^\p{Lu}/u.test(first) && !isEnglishWord(first.toLowerCase())) return AFTER_NAME.test(next);
  return next.length > 2 && isEnglishWord(next) && (PREFIX.test(first) || isEnglishWord(first));
}
