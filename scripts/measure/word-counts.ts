import type { WordFrequencies } from '@footnote/answering';
import { termsOf } from '@footnote/retrieval';

/** In how many of the texts each word stands, by its stem, as an index counts it. */
export function countWords(texts: readonly string[]): WordFrequencies {
  const counts = new Map<string, number>();
  for (const text of texts) {
    for (const stem of new Set(termsOf(text).map((term) => term.stem))) {
      counts.set(stem, (counts.get(stem) ?? 0) + 1);
    }
  }
  return {
    status: () => ({ passages: texts.length }),
    documentFrequency: (word) => counts.get(termsOf(word)[0]?.stem ?? word) ?? 0,
  };
}
