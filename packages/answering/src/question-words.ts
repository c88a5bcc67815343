import { contentTerms, type Term, termsOf } from '@footnote/retrieval';

/** The words a question is about, each weighted by its rarity in the index. */
export interface QuestionWords {
  /** Share (0 to 1) of the question's rarity that stands in a text. */
  coverage(text: string): number;
  /** Share (0 to 1) of the question's names and numbers that stand in a text; 1 when it has none. */
  nameCoverage(text: string): number;
}

/** Where the rarity of words is read from: an index, or anything that counts. */
export interface WordFrequencies {
  status(): { readonly passages: number };
  documentFrequency(word: string): number;
}

/** Reads how rare each word of `question` is from the index. */
export function weighQuestion(question: string, reader: WordFrequencies): QuestionWords {
  const terms = contentTerms(question);
  const passages = reader.status().passages;
  const rarity = new Map(
    terms.map((term) => [term.stem, rarityOf(reader.documentFrequency(term.word), passages)]),
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
