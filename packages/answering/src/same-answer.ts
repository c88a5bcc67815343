import { termsOf } from '@footnote/retrieval';
import { answerKindOf } from './answer-kind.ts';
import { countedInText } from './counted-things.ts';
import { datesAgree, datesIn } from './dates-in-text.ts';
import type { JudgedSentence } from './judged-sentence.ts';
import { measuredIn } from './measured-in.ts';
import { quantitiesAgree, quantitiesIn } from './quantities-in-text.ts';
import { wordFormsOf } from './word-forms.ts';

/** Two sentences that share more of their words than this (Jaccard) say the same. */
const SAME_WORDS = 0.8;

/** Whether two sentences answer a question with the same thing, as far as their words tell. */
export function answersTheSame(question: string, one: JudgedSentence, other: JudgedSentence): boolean {
  if (samePlace(one, other) || jaccard(stemsOf(one.text), stemsOf(other.text)) > SAME_WORDS) return true;
  const [a, b] = [one.context.answer, other.context.answer];
  if (a === null || b === null) return false;
  return compare(question, a, b) ?? sameWords(a, b);
}

/** Whether two sentences of different articles give different figures or dates for the same thing. */
export function answersDiffer(question: string, one: JudgedSentence, other: JudgedSentence): boolean {
  const [a, b] = [one.context.answer, other.context.answer];
  if (a === null || b === null || articleOf(one) === articleOf(other)) return false;
  return compare(question, a, b) === false && !countsOther(question, one, other);
}

/** Whether one of two sentences counts what is asked for ("thirty meetings") and the other something else ("two visits"). */
function countsOther(question: string, one: JudgedSentence, other: JudgedSentence): boolean {
  const asked = new Set(wordFormsOf(question).map(({ base }) => base));
  const [here, there] = [one, other].map(({ text, context }) => countedInText(text, context.answer));
  if (!here || !there || here === there) return false;
  return asked.has(here) !== asked.has(there);
}

/**
 * Whether two figures or dates agree; null where one of the two has none, where
 * they measure different things (2,000 kilometres, thirty years), or the question asks for neither.
 */
function compare(question: string, one: string, other: string): boolean | null {
  const kind = answerKindOf(question);
  if (kind === 'TIME') {
    const others = datesIn(other);
    const agreements = datesIn(one).flatMap((date) => others.map((another) => datesAgree(date, another)));
    const known = agreements.filter((agree) => agree !== null);
    if (known.length > 0) return known.includes(true);
  }
  if (kind !== 'NUMBER' && kind !== 'EXTENT' && kind !== 'TIME') return null;
  const those = quantitiesIn(other);
  const pairs = quantitiesIn(one).flatMap((figure) => those.map((another) => [figure, another] as const));
  const comparable = pairs.filter(([figure, another]) => {
    const [here, there] = [measuredIn(one, figure), measuredIn(other, another)];
    return here === null || there === null || here === there;
  });
  return comparable.length === 0 ? null : comparable.some((pair) => quantitiesAgree(...pair));
}

function sameWords(one: string, other: string): boolean {
  const [a, b] = [stemsOf(one), stemsOf(other)];
  const [fewer, more] = a.size <= b.size ? [a, b] : [b, a];
  return fewer.size > 0 && [...fewer].every((stem) => more.has(stem));
}

function samePlace(one: JudgedSentence, other: JudgedSentence): boolean {
  return articleOf(one) === articleOf(other) && one.start < other.end && other.start < one.end;
}

export function articleOf({ hit }: JudgedSentence): string {
  return hit.passage.articleKey;
}

function stemsOf(text: string): Set<string> {
  return new Set(termsOf(text).map((term) => term.stem));
}

function jaccard(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const shared = [...a].filter((stem) => b.has(stem)).length;
  const all = a.size + b.size - shared;
  return all === 0 ? 1 : shared / all;
}
