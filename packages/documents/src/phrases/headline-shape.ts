import { wordCount } from './words.ts';

const FEWEST_WORDS = 3;
const MOST_WORDS = 22;
const MOST_CHARACTERS = 200;

/** A final word after which no headline ends, but a line that was broken to fit. */
const OPEN_END =
  /\b(?:a|an|the|of|to|in|on|at|by|for|from|with|and|or|but|that|which|who|as|is|are|was|were|has|had)$/i;

/** A sentence that ends within the line; abbreviations are shorter. */
const SEVERAL_SENTENCES = /\p{Ll}(?:[!?]|(?<=\p{Ll}{5})\.)["”’]? \p{Lu}/u;

/** Whether a line has the shape of a headline: some words, no final stop, no sentence within. */
export function isHeadlineShaped(line: string): boolean {
  const words = wordCount(line);
  if (words < FEWEST_WORDS || words > MOST_WORDS || line.length > MOST_CHARACTERS) return false;
  if (/[.,;:…]["”’)]*$/.test(line) || /^[-*•–—(]/.test(line)) return false;
  return !OPEN_END.test(line) && !SEVERAL_SENTENCES.test(line);
}
