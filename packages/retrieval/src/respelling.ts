import type { TextSpan } from '@footnote/core';
import type { Searcher } from '@footnote/index';
import { stemOf, type Term } from './query-terms.ts';

/** A word of a query that no article has, and where it stands in the query. */
export interface Respelling extends TextSpan {
  /** The stem of the word of the index that is spelled most like it. */
  readonly stem: string;
}

/** In small letters a shorter word is no rare name. */
const LONG_WORD = 7;
/** Most words of a query that are looked up. */
const MOST_WORDS = 32;

/**
 * The words of a query that may be misspelt names: no passage has them, and another word is spelled nearly so. Common words
 * are left alone: short ones count with a capital only, and no part of a compound does.
 */
export async function findRespellings(
  searcher: Searcher,
  query: string,
  terms: readonly Term[],
): Promise<Respelling[]> {
  const found: Respelling[] = [];
  for (const { word, start, end } of terms
    .filter((term) => mayBeName(term, query, terms))
    .slice(0, MOST_WORDS)) {
    const stem = await searcher.nearestWord(word);
    if (stem !== null) found.push({ start, end, stem });
  }
  return found;
}

function mayBeName({ word, start, end }: Term, query: string, terms: readonly Term[]): boolean {
  const written = query.slice(start, end);
  const isPart = terms.some((other) => other.word !== word && other.start < end && start < other.end);
  return !isPart && /^\p{L}+$/u.test(word) && (written.length >= LONG_WORD || /^\p{Lu}/u.test(written));
}

/** The terms with what their misspelt words are spelled most like. */
export function respelled(terms: readonly Term[], respellings: readonly Respelling[]): Term[] {
  const corrected = terms.map((term) => {
    const respelling = respellings.find(({ start }) => start === term.start);
    return respelling ? { ...term, word: respelling.stem, stem: stemOf(respelling.stem) } : term;
  });
  return corrected.filter((term, index) => corrected.findIndex(({ stem }) => stem === term.stem) === index);
}
