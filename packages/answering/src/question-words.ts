import type { WordCounts } from '@footnote/index';
import { contentTerms, termsOf } from '@footnote/retrieval';

/** The words a question is about, each weighted by its rarity in the index. */
export interface QuestionWords {
  /** Share (0 to 1) of the question's rarity that stands in a text. */
  coverage(text: string): number;
}

/** The words whose rarity `weighQuestion` wants to know. */
export function wordsToCount(question: string): string[] {
  return contentTerms(question).map((term) => term.word);
}

/** The words of a question that stand in no article. */
export function unknownWords(question: string, counts: WordCounts): string[] {
  return wordsToCount(question).filter((_, index) => counts.passagesWith[index] === 0);
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
  return { coverage: (text) => shareIn(rarity, text) };
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
