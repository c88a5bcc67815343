import { createHash } from 'node:crypto';
import { segmentSentences } from '@footnote/core';
import { contentTerms, termsOf } from '@footnote/retrieval';
import { CHANGES, type Change } from './changes.ts';
import type { LabelledDocument, LabelledQuestion } from './labelled-set.ts';
import { createNameFinder, type NameFinder } from './name-finder.ts';

/** A question that the collection answered until something in it was changed. */
export interface ChangedQuestion {
  readonly question: string;
  readonly change: Change;
}

export interface QuestionChanger {
  /** The question changed in each way that applies to it; a changed one that some document may answer is left out. */
  changesOf(question: LabelledQuestion): ChangedQuestion[];
}

const YEAR = /\b(?:1[0-9]|20)\d\d\b/gu;
const NUMBER = /(?<![\d.,-])\d{1,3}(?:,\d{3})*(?:\.\d+)?(?![\d.,-]*\d)/gu;
const AUXILIARY =
  /^((?:who|which|what)\b[^?]*?\b(?:is|are|was|were|has|have|had|will|can|could|should|would)) /iu;
/** A word between two names that may be what one does to the other. */
const SOMETHING_DONE = /(?<!\p{L})(?!with|from|into|than|that|this)\p{Ll}{4,}/u;
const FURTHEST_YEARS = 15;
const OPPOSITES: readonly (readonly [string, string])[] = [
  ['first', 'last'],
  ['before', 'after'],
  ['largest', 'smallest'],
  ['biggest', 'smallest'],
  ['highest', 'lowest'],
  ['most', 'least'],
  ['more', 'less'],
  ['oldest', 'youngest'],
  ['longest', 'shortest'],
  ['north', 'south'],
  ['northern', 'southern'],
  ['east', 'west'],
  ['eastern', 'western'],
  ['begin', 'end'],
  ['began', 'ended'],
  ['start', 'end'],
  ['started', 'ended'],
  ['increase', 'decrease'],
  ['rise', 'fall'],
  ['rose', 'fell'],
  ['win', 'lose'],
  ['won', 'lost'],
  ['early', 'late'],
  ['minimum', 'maximum'],
  ['male', 'female'],
  ['buy', 'sell'],
  ['bought', 'sold'],
  ['open', 'close'],
  ['opened', 'closed'],
  ['arrive', 'leave'],
  ['support', 'oppose'],
];

/**
 * Changes questions by rule so that their documents no longer answer them, as the writers of SQuAD 2.0 did by hand
 * (Rajpurkar, Jia and Liang 2018, table 3). The same collection and question give the same changes.
 */
export function createQuestionChanger(documents: readonly LabelledDocument[]): QuestionChanger {
  const finder = createNameFinder(documents.map(({ text }) => text));
  const texts = new Map(documents.map(({ id, title, text }) => [id, `${title ?? ''}\n${text}`]));
  const all = [...texts.values()];
  return {
    changesOf(question) {
      const document = texts.get(question.answerDocument ?? '');
      if (document === undefined) return [];
      const near = all[Math.floor(fraction(question.id) * all.length)] ?? '';
      const asked = { question, document, near, finder };
      return CHANGES.flatMap((change) => {
        const changed = CHANGE[change](asked);
        if (changed === null || changed.text === question.text) return [];
        if (all.some((text) => text !== document && mayAnswer(text, changed, finder))) return [];
        if (saysSo(document, changed)) return [];
        return [{ question: changed.text, change }];
      });
    },
  };
}

interface Asked {
  readonly question: LabelledQuestion;
  readonly document: string;
  /** Another document of the collection. */
  readonly near: string;
  readonly finder: NameFinder;
}

interface Changed {
  readonly text: string;
  /** What the question asks about now and did not before; null where it holds the words it held. */
  readonly by: string | null;
}

const CHANGE: Readonly<Record<Change, (asked: Asked) => Changed | null>> = {
  YEAR: otherYear,
  NUMBER: otherNumber,
  NAME: otherName,
  ROLE: otherRole,
  NEGATION: negated,
  OPPOSITE: opposite,
};

function otherYear({ question }: Asked): Changed | null {
  const year = choose(question.text.match(YEAR) ?? [], question.id);
  if (year === null) return null;
  const away = 1 + Math.floor(fraction(`years of ${question.id}`) * FURTHEST_YEARS);
  const other = String(Number(year) + (fraction(`side of ${question.id}`) < 0.5 ? -away : away));
  return replaced(question.text, year, other);
}

function otherNumber({ question }: Asked): Changed | null {
  const numbers = (question.text.match(NUMBER) ?? []).filter((number) => !new RegExp(YEAR).test(number));
  const number = choose(numbers, question.id);
  if (number === null) return null;
  const value = Number(number.replaceAll(',', ''));
  const other = Math.max(2, Math.round(value * (1.3 + fraction(`number of ${question.id}`))) + 1);
  return replaced(
    question.text,
    number,
    other.toLocaleString('en-US', { useGrouping: number.includes(',') }),
  );
}

function otherName({ question, document, near, finder }: Asked): Changed | null {
  const name = choose(
    finder.namesIn(question.text).filter((one) => has(document, one)),
    question.id,
  );
  if (name === null) return null;
  const isOther = (other: string) =>
    words(other).length === words(name).length &&
    !words(other).some((word) => has(`${question.text} ${question.answers.join(' ')}`, word));
  const other =
    choose(finder.namesIn(document).filter(isOther), `name of ${question.id}`) ??
    choose(finder.namesIn(near).filter(isOther), `name of ${question.id}`);
  const written = /\p{Lu}/u.test(question.text) ? other : (other?.toLowerCase() ?? null);
  return written === null ? null : replaced(question.text, name, written);
}

function otherRole({ question, finder }: Asked): Changed | null {
  const [one, two, ...more] = finder.namesIn(question.text);
  if (one === undefined || two === undefined || more.length > 0) return null;
  if (new RegExp(`${escaped(one)}(?:,| and| or) ${escaped(two)}`, 'iu').test(question.text)) return null;
  const [before, between, after] = partsAround(question.text, one, two);
  if (after === undefined || !SOMETHING_DONE.test(between ?? '')) return null;
  return { text: `${before}${two}${between}${one}${after}`, by: null };
}

function partsAround(text: string, one: string, two: string): string[] {
  const first = text.indexOf(one);
  const second = text.indexOf(two, first + one.length);
  if (first < 0 || second < 0) return [];
  return [text.slice(0, first), text.slice(first + one.length, second), text.slice(second + two.length)];
}

function negated({ question }: Asked): Changed | null {
  if (/\b(?:not|never|no)\b|n[’']t\b/iu.test(question.text)) return null;
  const text = question.text.replace(AUXILIARY, '$1 not ');
  return text === question.text ? null : { text, by: null };
}

function opposite({ question, document }: Asked): Changed | null {
  const pairs = OPPOSITES.flatMap(([a, b]) => [[a, b] as const, [b, a] as const]);
  const fitting = pairs.filter(([word, other]) => has(question.text, word) && !has(document, other));
  const pair = fitting.at(Math.floor(fraction(question.id) * fitting.length));
  return pair === undefined ? null : { text: replaceWord(question.text, ...pair), by: null };
}

function replaced(text: string, from: string, to: string): Changed {
  return { text: replaceWord(text, from, to), by: to };
}

/** A document that speaks of the new thing and of every other name and number of the question. */
function mayAnswer(text: string, { text: question, by }: Changed, finder: NameFinder): boolean {
  if (by === null || !has(text, by)) return false;
  const others = [...finder.namesIn(question), ...(question.match(NUMBER) ?? [])];
  return others.every((other) => has(text, other));
}

/** Of the other words of a question ("sell" is not "sold"), the share beside which the new thing is taken to be what was said. */
const SAID = 0.5;

/** Whether a sentence of its own document speaks of the new thing, and of much else in the question. */
function saysSo(document: string, { text: question, by }: Changed): boolean {
  if (by === null || !has(document, by)) return false;
  const asked = contentTerms(question.replace(wordsPattern(by), ' ')).map(({ stem }) => stem);
  return segmentSentences(document).some(({ start, end }) => {
    const said = document.slice(start, end);
    if (!has(said, by)) return false;
    const stems = new Set(termsOf(said).map(({ stem }) => stem));
    return asked.filter((stem) => stems.has(stem)).length >= SAID * asked.length;
  });
}

function has(text: string, words: string): boolean {
  return wordsPattern(words).test(text);
}

function replaceWord(text: string, from: string, to: string): string {
  return text.replace(wordsPattern(from), () => to);
}

const patterns = new Map<string, RegExp>();

function wordsPattern(text: string): RegExp {
  const known = patterns.get(text);
  if (known) return known;
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])${escaped(text)}(?![\\p{L}\\p{N}])`, 'iu');
  patterns.set(text, pattern);
  return pattern;
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');
}

function words(text: string): string[] {
  return text.split(' ');
}

function choose(values: readonly string[], seed: string): string | null {
  return values[Math.floor(fraction(seed) * values.length)] ?? null;
}

/** A number from 0 to 1 that a text always gets. */
function fraction(text: string): number {
  return createHash('sha256').update(text).digest().readUInt32BE() / 2 ** 32;
}
