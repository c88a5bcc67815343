import { type Citation, datesIn, leansOnAnother } from '@footnote/answering';

/** What keeps a quote from being said by itself, away from its article. */
export interface Standing {
  /** It is spoken by somebody who is named only outside it: it is not said at all. */
  readonly isSpoken: boolean;
  /** It opens with what only the sentence before it explains ("It", "The structure"), and is said only right after that. */
  readonly leans: boolean;
  /** It says when by the day of its article ("last year", "on Monday"), and is said only with that day. */
  readonly isRelative: boolean;
}

export function standingOf({ quote, start, passage: { article } }: Citation): Standing {
  return {
    isSpoken: !hasWholeQuotations(quote) || isWithinQuotation(article.text, start) || isFirstPerson(quote),
    leans: leansOnAnother(quote) || NAMELESS.test(quote) || THE_SAME.test(quote),
    isRelative: RELATIVE_TIME.test(quote) || datesIn(quote).some(({ years }) => years === null),
  };
}

/** "The crossing takes 35 minutes": it has no name, so that something else could be taken for it. */
const NAMELESS = /^\P{L}*[\p{L}\p{M}]+\P{Lu}*$/u;
const THE_SAME =
  /\b(?:the (?:same|latter|former|two|three|other|others|following|previous|next)|(?:that|those) (?:year|day|month|week|time|night)s?|at the time|then|there|here|earlier|later|afterwards|thereafter)\b/iu;

const RELATIVE_TIME =
  /\b(?:yesterday|today|tonight|tomorrow|now|nowadays|currently|recently|lately|ago|so far|to date|up to now|this (?:morning|afternoon|evening|week|weekend|month|year|spring|summer|autumn|fall|winter|decade|century)|(?:last|next|past|coming|previous|current) (?:few )?(?:night|weeks?|weekend|months?|years?|spring|summer|autumn|fall|winter|decades?|days?|century)|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b/iu;

/** Marks of quotation that open and close within the quote. */
function hasWholeQuotations(quote: string): boolean {
  const straight = quote.match(/"/gu)?.length ?? 0;
  const [opening, closing] = [quote.match(/[“«]/gu)?.length ?? 0, quote.match(/[”»]/gu)?.length ?? 0];
  return straight % 2 === 0 && opening === closing;
}

/** Whether a place lies between marks of quotation that its paragraph opened before it. */
function isWithinQuotation(text: string, start: number): boolean {
  const before = text.slice(0, start);
  const paragraph = before.slice(before.lastIndexOf('\n\n') + 1);
  const straight = paragraph.match(/"/gu)?.length ?? 0;
  return straight % 2 === 1 || /[“«][^”»]*$/u.test(paragraph);
}

function isFirstPerson(quote: string): boolean {
  const outside = quote.replace(/"[^"]*"|“[^”]*”|«[^»]*»/gu, ' ');
  return /\b(?:I|we|our|ours|us|my|mine|me)\b/iu.test(outside.replace(/\bUS\b/gu, ' '));
}
