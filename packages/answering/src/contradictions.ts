import { type AnswerKind, asksYesOrNo, holdsKind, isOfKind } from './answer-kind.ts';
import type { Claims } from './claims.ts';
import { countedInQuestion, countedInText } from './counted-things.ts';
import { datesAgree, datesIn, publicationDate, type StatedDate } from './dates-in-text.ts';
import { namesIt } from './names-in-question.ts';
import { numberedThingsIn, numbersIn } from './numbered-things.ts';
import { countsNone, deniesInQuestion, deniesInQuote, opposesIn, saysUnknown } from './polarity.ts';
import { qualifiersMissing } from './qualifiers.ts';
import { codesIn, quantitiesAgree, quantitiesIn } from './quantities-in-text.ts';
import type { QuoteInContext } from './quote-in-context.ts';
import { lacksReason, sentenceBefore } from './reasons.ts';
import { isRetracted } from './retractions.ts';
import { differsInRole } from './roles.ts';
import { placeTaken } from './taken-places.ts';
import { wordFormsOf } from './word-forms.ts';

/**
 * What speaks against a quote as the answer to a question, each 0 (nothing) to 1. None of it says that a quote
 * answers: it can only lower how far a quote is trusted.
 */
export interface Contradictions {
  /** The question gives a date, and the quote another and not that one. */
  readonly dateDiffers: number;
  /**
   * Neither quote nor passage, title, first sentence and day of publication have the question's date; one half where only
   * another sentence of an article of another year has it.
   */
  readonly dateMissing: number;
  /** Share of the question's figures and codes that neither the quote, with what it leans on, nor title and first sentence have. */
  readonly numberMissing: number;
  /** A word of the question has another number beside it ("season 7" for "season 8"), and its number is nowhere near. */
  readonly numberDiffers: number;
  /** One half where it is asked how many there are of what no article names, and the figure that answers counts another thing. */
  readonly countsOther: number;
  /** Share of the words that single out one of several ("first", "largest") that neither the quote, with what it leans on, nor the title has. */
  readonly qualifierMissing: number;
  /** Share of the words of the question's names that passage, title and first sentence do not hold. */
  readonly nameMissing: number;
  /** Share of them that only the passage holds, not the quote with what it leans on, nor title and first sentence. */
  readonly nameElsewhere: number;
  /** A number follows a name in one of the two and not in the other ("Velia 2"). */
  readonly nameDiffers: number;
  /** Another word stands where the question has one, beside the same neighbour (`placeTaken`). */
  readonly placeTaken: number;
  /** The one asked about does, or undergoes, something else than the question says. */
  readonly roleDiffers: number;
  /** One of question and quote denies what the other says, and it is not asked whether; one half where the quote only says that it is not known. */
  readonly polarityDiffers: number;
  /** The quote says the opposite of a word of the question (first and last, rose and fell), and it is not asked whether. */
  readonly oppositeSaid: number;
  /** The words that answer, or without a reader the quote, are not of the kind asked for (a number, a time, a name). */
  readonly wrongKind: number;
  /** The question asks why, and the quote only says again that it is so. */
  readonly noReason: number;
  /** The quote says only what was said before and is taken back. */
  readonly retracted: number;
}

export function contradictionsOf(claims: Claims, context: QuoteInContext): Contradictions {
  const near = [...context.referents, context.quote].join(' ');
  return {
    ...dateContradictions(claims, context, near),
    ...nameContradictions(claims, context, near),
    numberMissing: numberMissing(claims, `${context.head}\n${near}`),
    numberDiffers: Number(numberDiffers(claims, context, near)),
    countsOther: countsOther(claims, context) ? UNLESS_ANOTHER_WORD : 0,
    qualifierMissing: qualifiersMissing(claims.qualifiers, `${context.head}\n${near}`),
    placeTaken: Number(placeTaken(claims.pairs, near, context.answer)),
    roleDiffers: Number(differsInRole(claims, context)),
    polarityDiffers: polarityDiffers(claims, context),
    oppositeSaid: Number(!asksYesOrNo(claims.question) && opposesIn(claims.forms, wordFormsOf(near))),
    wrongKind: Number(!isRightKind(claims.kind, context)),
    noReason: lacksReason(claims, context),
    retracted: Number(isRetracted(context)),
  };
}

function dateContradictions({ dates }: Claims, context: QuoteInContext, near: string) {
  if (dates.length === 0) return { dateDiffers: 0, dateMissing: 0 };
  const { publishedAt, quote, surroundings, head } = context;
  const said = publishedAt === null ? [] : [publicationDate(publishedAt)];
  const inQuote = datesIn(quote, publishedAt);
  const around = [...datesIn(`${head}\n${near}\n${surroundings}`, publishedAt), ...said];
  const differs = dates.some((date) => {
    const own = inQuote.filter(({ start }) => !COMPARED.test(quote.slice(0, start)));
    const agreements = own.map((other) => datesAgree(date, other)).filter((agree) => agree !== null);
    const isCompared = inQuote.some((other) => !own.includes(other) && datesAgree(date, other) === true);
    return !agreements.includes(true) && (agreements.length > 0 || isCompared);
  });
  const missing = dates.map((date) => {
    if (!around.some((other) => coversDate(other, date))) return 1;
    return said.length > 0 &&
      isOfAnotherYear(date, [...datesIn(`${head}\n${near}`, publishedAt), ...said], context)
      ? ELSEWHERE
      : 0;
  });
  return { dateDiffers: Number(differs), dateMissing: Math.max(...missing) };
}

/** "fewer than in 2019": the year of what is compared with, not of what is said. */
const COMPARED =
  /\b(?:than|compared (?:with|to)|against|unlike|as)(?: (?:in|on|for|during|that of|the one of|those of|a year))*\s*$/iu;
/** A date that only another sentence of the passage has is doubtful. */
const ELSEWHERE = 1 / 2;

/**
 * Whether neither a quote, with what it leans on, title and day of publication, nor the sentence before it is of the year
 * asked about.
 */
function isOfAnotherYear(
  date: StatedDate,
  close: readonly StatedDate[],
  { quote, surroundings, publishedAt }: QuoteInContext,
) {
  if (date.years === null || close.some((other) => datesAgree(date, other) === true)) return false;
  const before = sentenceBefore(quote, surroundings);
  return !datesIn(before, publishedAt).some((other) => datesAgree(date, other) === true);
}

/** Whether the other date says at least as much as is asked for, and agrees. */
function coversDate(other: StatedDate, asked: StatedDate): boolean {
  if (asked.years !== null && other.years === null) return false;
  return datesAgree(asked, other) === true;
}

function numberMissing({ quantities, codes }: Claims, text: string): number {
  const total = quantities.length + codes.length;
  if (total === 0) return 0;
  const there = quantitiesIn(text);
  const numbers = new Set(numbersIn(text).map(({ value }) => value));
  const codesThere = codesIn(text);
  const bareNumbers = new Set(text.match(/\d+/gu) ?? []);
  const found =
    quantities.filter(
      (one) =>
        there.some((other) => quantitiesAgree(one, other)) ||
        numbers.has(one.value) ||
        bareNumbers.has(String(one.value)),
    ).length + codes.filter(({ plain }) => codesThere.some((other) => other.plain === plain)).length;
  return 1 - found / total;
}

function numberDiffers({ numbered }: Claims, { head, surroundings }: QuoteInContext, near: string): boolean {
  if (numbered.length === 0) return false;
  const said = numberedThingsIn(`${head}\n${near}`);
  const around = new Set(numbersIn(`${head}\n${near}\n${surroundings}`).map(({ value }) => value));
  return numbered.some(({ base, value }) => !around.has(value) && said.some((other) => other.base === base));
}

/** It may be another word for the same. */
const UNLESS_ANOTHER_WORD = 1 / 2;

function countsOther({ question, kind, forms, pairs }: Claims, { quote, answer }: QuoteInContext): boolean {
  const asked = kind === 'NUMBER' ? countedInQuestion(question) : null;
  if (asked === null || !pairs.unknown.has(asked)) return false;
  const counted = countedInText(quote, answer);
  return counted !== null && !forms.some(({ base }) => base === counted);
}

function nameContradictions(
  { names, namesAreSure, question }: Claims,
  context: QuoteInContext,
  near: string,
) {
  if (names.length === 0) return { nameMissing: 0, nameElsewhere: 0, nameDiffers: 0 };
  const close = `${context.head}\n${near}`;
  const far = names.filter((name) => !namesIt(close, name));
  const missing = far.filter((name) => !namesIt(context.surroundings, name));
  return {
    nameMissing: missing.length / names.length,
    nameElsewhere: (far.length - missing.length) / names.length,
    nameDiffers: Number(namesAreSure && names.some((name) => differsInNumber(name, question, near))),
  };
}

/** "Velia 2" where the other has "Velia" alone, or "Velia 3". */
function differsInNumber(name: string, question: string, near: string): boolean {
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}])${name}(?:[’']s)?(?: (?<number>\\d{1,3}|[IVX]+)(?![\\p{L}\\p{N}.,-]|[.,]\\d))?(?![\\p{L}\\p{N}])`,
    'giu',
  );
  const numbersIn = (text: string) => [...text.matchAll(pattern)].map(({ groups }) => groups?.number ?? '');
  if (!namesIt(near, name)) return false;
  const [asked] = numbersIn(question);
  const there = numbersIn(near).filter((number) => asked === '' || number !== '');
  return asked !== undefined && there.length > 0 && !there.includes(asked);
}

function polarityDiffers(claims: Claims, { quote, answer }: QuoteInContext): number {
  const isDenied = deniesInQuestion(claims.question);
  const differs = isDenied !== deniesInQuote(quote, answer, claims);
  const isAnswer = asksYesOrNo(claims.question) || (claims.kind === 'NUMBER' && countsNone(quote));
  if (differs && !isAnswer) return 1;
  return !isDenied && saysUnknown(quote) ? 0.5 : 0;
}

function isRightKind(kind: AnswerKind, { answer, quote }: QuoteInContext): boolean {
  return answer === null ? holdsKind(quote, kind) : isOfKind(answer, kind);
}

/** Nothing speaks against a quote. */
export const NO_CONTRADICTION: Contradictions = {
  dateDiffers: 0,
  dateMissing: 0,
  numberMissing: 0,
  numberDiffers: 0,
  countsOther: 0,
  qualifierMissing: 0,
  nameMissing: 0,
  nameElsewhere: 0,
  nameDiffers: 0,
  placeTaken: 0,
  roleDiffers: 0,
  polarityDiffers: 0,
  oppositeSaid: 0,
  wrongKind: 0,
  noReason: 0,
  retracted: 0,
};
