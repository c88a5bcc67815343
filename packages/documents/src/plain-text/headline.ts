import { neighbour, wordCount } from '../phrases/line-shape.ts';

const MOST_WORDS = 20;
const MOST_CHARACTERS = 200;

/** A final word after which no headline ends, but a line that was broken to fit. */
const OPEN_END =
  /\b(?:a|an|the|of|to|in|on|at|by|for|from|with|and|or|but|that|which|who|as|is|are|was|were|has|had)$/i;

/** A sentence that ends within the line; abbreviations are shorter. */
const SEVERAL_SENTENCES = /\p{Ll}(?:[!?]|(?<=\p{Ll}{5})\.)["”’]? \p{Lu}/u;

/** A day without its year: `Friday, 25 February`. */
const DAY = /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?(?:\d{1,2} \p{L}{3,9}|\p{L}{3,9} \d{1,2})$/iu;

/** True when the line reads as a headline over what follows: short, no sentence, and a text comes after it. */
export function isHeadline(lines: readonly string[], index: number): boolean {
  const line = lines[index]!.trim();
  const words = wordCount(line);
  if (words < 3 || words > MOST_WORDS || line.length > MOST_CHARACTERS) return false;
  if (/[.,;:…]["”’)]*$/.test(line) || /^[-*•–—(]/.test(line) || OPEN_END.test(line)) return false;
  if (SEVERAL_SENTENCES.test(line) || DAY.test(line)) return false;
  const next = neighbour(lines, index, 1);
  if (next < 0) return false;
  return next > index + 1 || isOwnLine(line, lines[next]!.trim());
}

/** Without a blank line between them, the next one must be no continuation. */
function isOwnLine(line: string, next: string): boolean {
  const isParagraph = next.length > 120 || /[.!?]["”’)]*$/.test(next);
  return !/^\p{Ll}/u.test(next) && line.length <= 120 && isParagraph;
}

/** A headline that reads as a sentence too may be the text's first one, and is left in the text. */
export function maySayMore(headline: string): boolean {
  return /[?!"”]$/.test(headline);
}

/** `Mayor opens bridge | News` without the name of the section or site, which is at most three words. */
export function withoutSiteName(headline: string): string {
  return headline.replace(/(?<=\S.{10,})\s+\|\s+(?:[^\s|]+ ?){1,3}$/u, '');
}
