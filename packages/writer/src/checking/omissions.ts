import { datesIn, quantitiesIn } from '@footnote/answering';
import type { TextSpan } from '@footnote/core';
import { denies, isTelling, isVerb } from './telling-words.ts';
import { wordsOf } from './words.ts';

/**
 * What may be left out of a quote without changing what the rest of it says, as offsets into the quote: words that
 * only lead on from the sentence before, the letters of an abbreviation, and clauses that stand apart between commas or
 * at the end. No two ways of reading the commas: where there are, nothing is left out.
 */
export function omissionsOf(quote: string): TextSpan[] {
  const asides = /["“”«»]/u.test(quote) ? [] : [...subjectAsides(quote), ...tailsOf(quote)];
  return [...plainOmissions(quote), ...asides];
}

const LEAD =
  /^(?:And|But(?! for\b)|(?:However|Meanwhile|Moreover|Furthermore|In addition|Also|Still|Nevertheless|Nonetheless|Indeed),)\s+/u;
const WITHIN = [
  /\salso\b(?!,)/gu,
  /,\s(?:however|meanwhile|moreover|furthermore|nevertheless|nonetheless|indeed|too),(?=\s)/gu,
  /,?\stoo(?=[.!]$)/gu,
  /\s\(\p{Lu}{2,8}\)/gu,
];

function plainOmissions(quote: string): TextSpan[] {
  const isListed = /\bnot (?:only|just|merely)\b/iu.test(quote);
  const spans = isListed ? [] : WITHIN.flatMap((pattern) => [...quote.matchAll(pattern)].map(spanOf));
  const lead = LEAD.exec(quote);
  return lead ? [spanOf(lead), ...spans] : spans;
}

function spanOf(match: RegExpExecArray): TextSpan {
  return { start: match.index, end: match.index + match[0].length };
}

/** A comma that parts words, not thousands. */
const COMMA = /,(?!\p{N})/gu;
/** What makes it unclear where a clause ends. */
const OTHER_STOPS = /[;:()–—]|\s-\s|\.{3}|…/u;
const RELATIVE = /^,\s(?:who|whose|whom|which|where)\s/u;

/**
 * "Lavrov, who met Xi, flew home": a clause right after the subject, between two commas and before the verb. In any other
 * place, the second comma may belong to a list.
 */
function subjectAsides(quote: string): TextSpan[] {
  const commas = commasOf(quote);
  return commas.flatMap((start, n) => {
    const end = commas[n + 1];
    if (end === undefined || !RELATIVE.test(quote.slice(start))) return [];
    const aside = quote.slice(start, end + 1);
    const [next] = wordsOf(quote.slice(end));
    const isSubject = !hasVerb(quote.slice(0, start));
    const isFree = isSubject && !isTelling(aside) && !OTHER_STOPS.test(aside);
    return isFree && next && isVerb(next.folded) ? [{ start, end: end + 1 }] : [];
  });
}

const TAIL =
  /^,\s(?:(?:who|whose|whom|which|where|including|such as)\s|(?!during|following|concerning|regarding|notwithstanding)\p{Ll}{2,}ing\s)/u;
const SECOND_CLAUSE = /^,\s(?:and|but)\s(?:the|an?|he|she|it|they|his|her|its|their|\p{Lu}\p{L}*)\s/u;

/** What comes after the last comma. */
function tailsOf(quote: string): TextSpan[] {
  const commas = commasOf(quote);
  const start = commas.at(-1);
  const stop = /[.!]$/u.exec(quote);
  if (start === undefined || !stop) return [];
  const [main, tail] = [quote.slice(0, start), quote.slice(start, stop.index)];
  if (OTHER_STOPS.test(tail) || isTelling(tail)) return [];
  if (!hasVerb(main)) return [];
  const isTail = RELATIVE.test(tail) || (TAIL.test(tail) && !denies(main) && !hasFigure(main));
  return isTail || (commas.length === 1 && isSecondClause(main, tail)) ? [{ start, end: stop.index }] : [];
}

/** "Putin signed the law, and Xi praised it": two sentences, of which the second may go, but not with the only date. */
function isSecondClause(main: string, tail: string): boolean {
  if (!SECOND_CLAUSE.test(tail) || isTelling(main.replace(LEAD, '')) || OTHER_STOPS.test(main)) return false;
  if (datesIn(tail).length > 0 && datesIn(main).length === 0) return false;
  return hasVerb(tail);
}

/** A name is no verb, whatever its form ("Reed"). */
function hasVerb(text: string): boolean {
  return wordsOf(text).some(({ folded, start }) => /\p{Ll}/u.test(text.charAt(start)) && isVerb(folded));
}

function hasFigure(text: string): boolean {
  const dates = datesIn(text);
  return quantitiesIn(text).some(
    (one) => !dates.some((date) => one.start < date.end && date.start < one.end),
  );
}

function commasOf(quote: string): number[] {
  return [...quote.matchAll(COMMA)].map(({ index }) => index);
}
