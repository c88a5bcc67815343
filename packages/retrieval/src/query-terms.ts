import type { TextSpan } from '@footnote/core';
import { stemmer } from 'stemmer';

/** A word of a text: its stem, as the lexical index stems it, and where it stands. */
export interface Term extends TextSpan {
  /** As written, in lower case and without diacritics. */
  readonly word: string;
  /** Porter stem of `word`. */
  readonly stem: string;
}

const WORD = /[\p{L}\p{N}\p{M}]+/gu;

/** Words that say how something is asked rather than what is asked about. */
const STOP_WORDS: ReadonlySet<string> = new Set(
  (
    'a an and are as at be been being but by can could did do does doing for from had has have having he her hers him ' +
    'his how i if in into is it its itself just me might my of on or our ours shall she should so some such than that ' +
    'the their theirs them then there these they this those to too us was we were what when where which while who ' +
    'whom whose why will with would you your yours s t re ve ll d m'
  ).split(' '),
);

/** Every word of a text, in order. */
export function termsOf(text: string): Term[] {
  const terms: Term[] = [];
  for (const match of text.matchAll(WORD)) {
    const word = match[0]
      .normalize('NFD')
      .replace(/\p{M}+/gu, '')
      .toLowerCase();
    if (word === '') continue;
    terms.push({ word, stem: stemmer(word), start: match.index, end: match.index + match[0].length });
  }
  return terms;
}

/** Whether a word carries what a question is about. */
export function isContentWord(word: string): boolean {
  return !STOP_WORDS.has(word);
}

/** The distinct words of a query that carry its meaning; all its words when none does ("The Who"). */
export function contentTerms(query: string): Term[] {
  const byStem = new Map<string, Term>();
  const terms = termsOf(query);
  const content = terms.filter((term) => isContentWord(term.word));
  for (const term of content.length > 0 ? content : terms) {
    if (!byStem.has(term.stem)) byStem.set(term.stem, term);
  }
  return [...byStem.values()];
}
