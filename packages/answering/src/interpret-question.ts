import { segmentSentences } from '@footnote/core';
import { contentTerms, isContentWord, termsOf } from '@footnote/retrieval';
import type { ConversationTurn } from './ask-result.ts';

export interface Interpretation {
  /** The question as it is searched and read: stands on its own. */
  readonly question: string;
  /** It refers to something that nothing said before explains. */
  readonly needsContext: boolean;
}

const PERSONAL = /\b(he|she|they|it|him|them|his|hers?|theirs?|its)\b/iu;
const POSSESSIVE = /^(?:his|hers?|theirs?|its)$/iu;
const DEMONSTRATIVE =
  /\b(this|that|these|those)(?=\s*[?.!]*$|\s+(?:is|was|are|were|mean|means|happen|happened|do|does|did)\b)/iu;
const ELLIPSIS = /^(?:(?:and|but|so|or|what about|how about|what of)\b|how \p{L}+\P{L}*$)/iu;
const YEAR = /\b(?:1[89]|20)\d{2}\b/gu;
/** Capitalised words joined by spaces, "and", "of" or "the": "Vladimir Putin and Xi Jinping". */
const NAMES = /\p{Lu}[\p{L}\p{M}'’.-]*(?:\s+(?:(?:and|of|the|de|al|bin|von)\s+)*\p{Lu}[\p{L}\p{M}'’.-]*)*/gu;
/** With no more content words than this, a question with a pronoun says too little to stand on its own. */
const FEW_WORDS = 2;
/** The same when a question came before, which the pronoun then most probably refers to. */
const FEW_WORDS_AFTER_ANOTHER = 5;

/**
 * Makes a follow-up stand on its own: a pronoun stands for the names in the question before, a lone year replaces
 * the year before, anything else that is left out is taken from the words before, put in brackets.
 */
export function interpretQuestion(
  question: string,
  history: readonly ConversationTurn[] = [],
): Interpretation {
  let before: string | null = null;
  for (const turn of history) before = resolve(turn.question.trim(), before);
  const asked = question.trim();
  const needsContext = before === null && refersBack(asked, FEW_WORDS);
  return { question: resolve(asked, before), needsContext };
}

function resolve(asked: string, before: string | null): string {
  if (before === null || !refersBack(asked, FEW_WORDS_AFTER_ANOTHER)) return asked;
  return replaceYear(asked, before) ?? replacePronoun(asked, before) ?? appendTerms(asked, before);
}

/** Whether a question leans on what was said before: a pronoun or an ellipsis, and few words of its own. */
function refersBack(question: string, fewWords: number): boolean {
  const words = termsOf(question);
  if (words.length === 0) return false;
  const contentWords = words.filter((term) => isContentWord(term.word)).length;
  if (ELLIPSIS.test(question)) return contentWords <= FEW_WORDS;
  const pronoun = PERSONAL.test(question) || DEMONSTRATIVE.test(question);
  return contentWords === 0 || (pronoun && contentWords <= fewWords && namesIn(question).length === 0);
}

/** "And in 2022?" after "How much was trade in 2023?" asks for trade in 2022. */
function replaceYear(question: string, before: string): string | null {
  const years = question.match(YEAR) ?? [];
  const yearsBefore = before.match(YEAR) ?? [];
  if (years.length !== 1 || yearsBefore.length !== 1 || contentTerms(question).length > 1) return null;
  return before.replace(YEAR, years[0] as string);
}

function replacePronoun(question: string, before: string): string | null {
  const pronoun = PERSONAL.exec(question)?.[0];
  const names = namesIn(before).at(0);
  if (pronoun === undefined || names === undefined) return null;
  const possessive = POSSESSIVE.test(pronoun) && !/^her$/iu.test(pronoun);
  return question.replace(PERSONAL, possessive ? `${names}’s` : names);
}

function appendTerms(question: string, before: string): string {
  const said = new Set(termsOf(question).map((term) => term.stem));
  const terms = contentTerms(before).filter((term) => !said.has(term.stem));
  const words = terms.map((term) => before.slice(term.start, term.end));
  return words.length === 0 ? question : `${question} (${words.join(' ')})`;
}

/** The names in a question; the first word of a sentence is capitalised for another reason. */
function namesIn(question: string): string[] {
  return segmentSentences(question).flatMap(({ start, end }) => {
    const sentence = question.slice(start, end);
    const first = /^\P{L}*[\p{L}\p{M}'’]+/u.exec(sentence)?.[0].length ?? 0;
    return sentence.slice(first).match(NAMES) ?? [];
  });
}
