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

// Texts repeat their words; beyond this many, forgetting them all is cheaper than choosing which to forget.
const REMEMBERED_WORDS = 50_000;
const LONGEST_REMEMBERED = 32;
const remembered = new Map<string, Pick<Term, 'word' | 'stem'>>();

/** Every word of a text, in order. */
export function termsOf(text: string): Term[] {
  const terms: Term[] = [];
  for (const { 0: written, index: start } of text.matchAll(WORD)) {
    const { word, stem } = remembered.get(written) ?? remember(written);
    if (word !== '') terms.push({ word, stem, start, end: start + written.length });
  }
  return terms;
}

/** Stemming a word takes several times as long as looking it up. */
function remember(written: string): Pick<Term, 'word' | 'stem'> {
  const word = written
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
  const term = { word, stem: stemmer(word) };
  if (remembered.size >= REMEMBERED_WORDS) remembered.clear();
  if (written.length <= LONGEST_REMEMBERED) remembered.set(written, term);
  return term;
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
