import { isHeadlineShaped } from '../phrases/headline-shape.ts';
import { neighbour } from '../phrases/line-shape.ts';

/** A day without its year: `Friday, 25 February`. */
const DAY = /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?(?:\d{1,2} \p{L}{3,9}|\p{L}{3,9} \d{1,2})$/iu;

/** True when the line reads as a headline over what follows: short, no sentence, and a text comes after it. */
export function isHeadline(lines: readonly string[], index: number): boolean {
  const line = lines[index]!.trim();
  if (!isHeadlineShaped(line) || DAY.test(line)) return false;
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
