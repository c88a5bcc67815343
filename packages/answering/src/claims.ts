import type { TextSpan } from '@footnote/core';
import { isContentWord } from '@footnote/retrieval';
import { type AnswerKind, answerKindOf } from './answer-kind.ts';
import { datesIn, type StatedDate } from './dates-in-text.ts';
import { latestIn } from './latest.ts';
import { nameWordsIn } from './names-in-question.ts';
import { type NumberedThing, numberedThingsIn } from './numbered-things.ts';
import { type Qualifier, qualifiersIn } from './qualifiers.ts';
import { type Code, codesIn, type Quantity, quantitiesIn } from './quantities-in-text.ts';
import { type AskedPairs, pairKey, wordPairsIn } from './taken-places.ts';
import { type WordForm, wordFormsOf } from './word-forms.ts';

/** What a question says that a quote may contradict, worked out once. */
export interface Claims {
  readonly question: string;
  readonly kind: AnswerKind;
  readonly forms: readonly WordForm[];
  readonly dates: readonly StatedDate[];
  readonly quantities: readonly Quantity[];
  readonly codes: readonly Code[];
  readonly numbered: readonly NumberedThing[];
  readonly qualifiers: readonly Qualifier[];
  readonly names: readonly string[];
  readonly pairs: AskedPairs;
  /** The question has capitals, by which its names are told; in small letters they are told less surely. */
  readonly namesAreSure: boolean;
}

/** "before 2010": a date that bounds another. */
const BOUNDED = /\b(?:before|after|since|until|till|by|prior to|following)\s*$/iu;

export interface ClaimSource {
  readonly question: string;
  /** The day it was asked (YYYY-MM-DD). */
  readonly today: string;
  /** The passages found for it. */
  readonly texts: readonly string[];
  /** Its words, in lower case, that no article has. */
  readonly unknown: readonly string[];
}

export function claimsOf({ question, today, texts, unknown }: ClaimSource): Claims {
  const all = datesIn(question, today);
  const dates = all.filter(({ start }) => !BOUNDED.test(question.slice(0, start)));
  const quantities = quantitiesIn(question).filter(
    (one) => !overlapsAny(one, all) && isTelling(one, question),
  );
  const forms = wordFormsOf(question);
  const apart = [...all, ...quantitiesIn(question), ...latestIn(question)];
  const words = forms.filter((form) => !overlapsAny(form, apart));
  return {
    question,
    kind: answerKindOf(question),
    forms,
    dates,
    quantities,
    codes: codesIn(question),
    numbered: numberedThingsIn(question).filter(({ base }) => isContentWord(base)),
    qualifiers: qualifiersIn(words),
    names: nameWordsIn(question, texts),
    namesAreSure: /\p{L}.*\p{Lu}/su.test(question),
    pairs: askedPairs(question, words, { texts, unknown }),
  };
}

/** "two leaders" counts those that are named; a figure, or a greater number, is what a quote must have. */
const COUNTED_ON_FINGERS = 10;

function isTelling({ value, start, end }: Quantity, question: string): boolean {
  return /\p{N}/u.test(question.slice(start, end)) || value > COUNTED_ON_FINGERS;
}

function overlapsAny(one: TextSpan, others: readonly TextSpan[]): boolean {
  return others.some((other) => one.start < other.end && other.start < one.end);
}

function askedPairs(
  question: string,
  words: readonly WordForm[],
  { texts, unknown }: Pick<ClaimSource, 'texts' | 'unknown'>,
): AskedPairs {
  const pairs = wordPairsIn(question, words);
  const asked = new Set(pairs.map(pairKey));
  const found = texts.flatMap((text) => wordPairsIn(text, wordFormsOf(text)).map(pairKey));
  return {
    pairs,
    elsewhere: new Set(found.filter((key) => asked.has(key))),
    unknown: new Set(words.filter(({ word }) => unknown.includes(word)).map(({ base }) => base)),
    bases: new Set(words.map(({ base }) => base)),
  };
}
