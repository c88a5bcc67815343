import { searchTerms, type TextSpan } from '@footnote/core';
import { stemmer } from 'stemmer';

/** A word of a text: its stem, as the lexical index stems it, and where it stands. */
export interface Term extends TextSpan {
  /** As the lexical index holds it (`searchTerms`). */
  readonly word: string;
  /** Porter stem of `word`. */
  readonly stem: string;
}

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
const remembered = new Map<string, string>();

/** Every word of a text, in order. */
export function termsOf(text: string): Term[] {
  return searchTerms(text).map(({ term, start, end }) => ({ word: term, stem: stemOf(term), start, end }));
}

/** Finds where words of the same stems as `terms` stand in a text, in order. */
export function createTermFinder(terms: readonly Term[]): (text: string) => TextSpan[] {
  const stems = new Set(terms.map(({ stem }) => stem));
  const beginnings = new Map<number, string[]>();
  for (const stem of stems) {
    const initial = stem.charCodeAt(0);
    beginnings.set(initial, [...(beginnings.get(initial) ?? []), beginningOf(stem)]);
  }
  const mayMatch = (word: string) =>
    beginnings.get(word.charCodeAt(0))?.some((beginning) => word.startsWith(beginning)) ?? false;
  return (text) =>
    searchTerms(text)
      .filter(({ term }) => mayMatch(term) && stems.has(stemOf(term)))
      .map(({ start, end }) => ({ start, end }));
}

/** Stemming changes ends alone, and a letter there: the others need not be stemmed to be told apart. */
function beginningOf(stem: string): string {
  return stem.slice(0, Math.max(1, Math.min(4, stem.length - 1)));
}

/** Stemming a word takes several times as long as looking it up. */
export function stemOf(word: string): string {
  const known = remembered.get(word);
  if (known !== undefined) return known;
  const stem = stemmer(word);
  if (remembered.size >= REMEMBERED_WORDS) remembered.clear();
  if (word.length <= LONGEST_REMEMBERED) remembered.set(word, stem);
  return stem;
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
