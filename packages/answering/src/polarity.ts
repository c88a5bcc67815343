import { isContentWord } from '@footnote/retrieval';
import type { Claims } from './claims.ts';
import { type WordForm, wordFormsOf } from './word-forms.ts';

const DENIAL =
  /\b(?:not|never|no longer|nor|neither|none|nobody|no one|nothing|without|cannot|hardly|scarcely)\b|n[’']t\b|\bno(?= \p{L})|\b(?:denie[sd]|deny|refus(?:e|es|ed)|declin(?:e|es|ed) to|fail(?:s|ed)? to|reject(?:s|ed)?|rul(?:e|es|ed) out)\b/giu;
const NO_DENIAL = /\bnot (?:only|just|least)\b|\bno (?:doubt|fewer|less|more|one knows)\b/giu;
/** How many words after a denial what it denies is looked for. */
const REACH = 4;
/** A denial that is a sentence's subject, or opens a clause: it denies the verb that comes after the words that go with it. */
const DENYING_SUBJECT =
  /(?:^|[,;:]\s+|\b(?:and|but|that)\s+)["“‘'(]*(?:no|none|nobody|no one|nothing|neither)\b|\bnor\b/giu;
/** How many words after it. */
const SUBJECT_REACH = 9;
/** What ends the clause whose verb is denied. */
const CLAUSE_END =
  /[,;:()]|\b(?:that|which|who|whom|whose|where|when|while|because|after|before|although|if|but)\b/iu;
/** What stands right before words that are named only to be left out. */
const LEFT_OUT =
  /\b(?:not|except(?: for| from)?|excluding|apart from|other than|rather than|instead of)\s+(?:(?:the|a|an|its|their|his|her)\s+)?["“]?$/iu;

/** Whether a quote says of how many it is so: of none. */
export function countsNone(quote: string): boolean {
  return new RegExp(DENYING_SUBJECT, 'iu').test(quote);
}

/** Whether a question denies what it asks about ("Who did not take part?"). */
export function deniesInQuestion(question: string): boolean {
  return denialsIn(question).length > 0;
}

/**
 * Whether a quote denies what a question asks about: the first word of weight after a denial is one of the
 * question's, or the verb of a denying subject is; or the words that answer are named only to be left out. Where the
 * question itself denies, any of these will do.
 */
export function deniesInQuote(
  quote: string,
  answer: string | null,
  { question, forms, names }: Claims,
): boolean {
  if (isLeftOut(quote, answer)) return true;
  const denials = denialsIn(quote);
  if (deniesInQuestion(question)) return denials.length > 0;
  const asked = new Set(forms.filter(({ word }) => isContentWord(word)).map(({ base }) => base));
  const verbs = new Set(
    forms.filter(({ word, base }) => asked.has(base) && !names.includes(word)).map(({ base }) => base),
  );
  return deniesNext(quote, denials, asked) || deniesVerb(quote, verbs);
}

function deniesNext(quote: string, denials: readonly number[], asked: ReadonlySet<string>): boolean {
  const words = wordFormsOf(quote);
  return denials.some((end) => {
    const after = words.filter(({ start }) => start >= end).slice(0, REACH);
    const denied = after.find(({ word }) => isContentWord(word) && !ADVERB.test(word));
    return denied !== undefined && asked.has(denied.base) && !/[,;:()]/u.test(quote.slice(end, denied.start));
  });
}

/** "None of the striking pilots took part": what nobody did is what is asked. */
function deniesVerb(quote: string, asked: ReadonlySet<string>): boolean {
  return [...withoutNoDenials(quote).matchAll(DENYING_SUBJECT)].some((match) => {
    const rest = quote.slice(match.index + match[0].length);
    const clause = rest.slice(0, CLAUSE_END.exec(rest)?.index);
    return wordFormsOf(clause)
      .slice(0, SUBJECT_REACH)
      .some(({ base }) => asked.has(base));
  });
}

function isLeftOut(quote: string, answer: string | null): boolean {
  const at = answer === null || answer === '' ? -1 : quote.indexOf(answer);
  return at > 0 && LEFT_OUT.test(quote.slice(0, at));
}

const UNKNOWN =
  /\b(?:not|never) (?:yet |been |immediately )*(?:known|clear|said|announced|disclosed|established|determined)\b|\b(?:unknown|unclear)\b/iu;

/** Whether a quote says of what is asked only that nobody knows. */
export function saysUnknown(quote: string): boolean {
  return UNKNOWN.test(quote);
}

const ADVERB = /ly$|^(?:even|also|yet|ever|any|all|longer)$/u;

/** Where each denial of a text ends. */
function denialsIn(text: string): number[] {
  return [...withoutNoDenials(text).matchAll(DENIAL)].map((match) => match.index + match[0].length);
}

/** The same text, blank where words only look like a denial. */
function withoutNoDenials(text: string): string {
  return text.replace(NO_DENIAL, (found) => ' '.repeat(found.length));
}

const OPPOSITES =
  'first last,early late,before after,largest smallest,biggest smallest,highest lowest,most least,more less,more fewer,' +
  'oldest youngest,oldest newest,longest shortest,north south,northern southern,east west,eastern western,begin end,' +
  'start end,increase decrease,rise fall,grow shrink,gain lose,win lose,minimum maximum,male female,men women,buy sell,' +
  'open close,arrive leave,support oppose,import export,accept reject,hire fire,profit loss,best worst,cheapest dearest,' +
  'former current,join leave,up down,above below,inside outside,birth death,bear die,allow ban,approve reject';
const PAIRS: readonly (readonly [string, string])[] = OPPOSITES.split(',').map((pair) => {
  const [one = '', other = ''] = wordFormsOf(pair).map(({ base }) => base);
  return [one, other] as const;
});

/** A deed told from its other side. */
export interface OtherSide {
  readonly asked: string;
  readonly said: string;
  /** What stands before the one who does what is asked about. */
  readonly before: string;
}

/** What is sold to somebody is bought by him. */
export const OTHER_SIDES: readonly OtherSide[] = [
  { asked: 'buy', said: 'sell', before: 'to' },
  { asked: 'sell', said: 'buy', before: 'from' },
];

/** Whether a text has the opposite of a word of the question, and not the word. */
export function opposesIn(question: readonly WordForm[], text: readonly WordForm[]): boolean {
  const asked = new Set(question.map(({ base }) => base));
  const said = new Set(text.map(({ base }) => base));
  const isOtherSide = (one: string, other: string) =>
    OTHER_SIDES.some((side) => side.asked === one && side.said === other && said.has(side.before));
  const opposed = (one: string, other: string) =>
    asked.has(one) && !asked.has(other) && said.has(other) && !said.has(one) && !isOtherSide(one, other);
  return PAIRS.some(([one, other]) => opposed(one, other) || opposed(other, one));
}
