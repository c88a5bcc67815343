import type { WordCounts } from '@footnote/index';
import { contentTerms, type Term, termsOf } from '@footnote/retrieval';

/** The words a question is about, each weighted by its rarity in the index. */
export interface QuestionWords {
  /** Share (0 to 1) of the question's rarity that stands in a text. */
  coverage(text: string): number;
  /** Share (0 to 1) of the question's names and numbers that stand in a text; 1 when it has none. */
  nameCoverage(text: string): number;
}

/** The words whose rarity `weighQuestion` wants to know. */
export function wordsToCount(question: string): string[] {
  return contentTerms(question).map((term) => term.word);
}

/**
 * Weighs each word of `question` by its rarity.
 * @param counts of the words of `wordsToCount`
 */
export function weighQuestion(question: string, counts: WordCounts): QuestionWords {
  const terms = contentTerms(question);
  const rarity = new Map(
    terms.map((term, index) => [term.stem, rarityOf(counts.passagesWith[index] ?? 0, counts.passages)]),
  );
  const names = new Map(terms.filter((term) => isName(term, question)).map((term) => [term.stem, 1]));
  return {
    coverage: (text) => shareIn(rarity, text),
    nameCoverage: (text) => shareIn(names, text),
  };
}

/** Inverse document frequency as BM25 has it, never negative. */
function rarityOf(documentFrequency: number, passages: number): number {
  return Math.log(1 + (passages - documentFrequency + 0.5) / (documentFrequency + 0.5));
}

function shareIn(weights: ReadonlyMap<string, number>, text: string): number {
  const stems = new Set(termsOf(text).map((term) => term.stem));
  let total = 0;
  let found = 0;
  for (const [stem, weight] of weights) {
    total += weight;
    if (stems.has(stem)) found += weight;
  }
  return total === 0 ? 1 : found / total;
}

/** A number, or a word with a capital that is not the question's first. */
function isName(term: Term, question: string): boolean {
  const written = question.slice(term.start, term.end);
  if (/\p{N}/u.test(written)) return true;
  return /^\p{Lu}/u.test(written) && /\p{L}/u.test(question.slice(0, term.start));
}
