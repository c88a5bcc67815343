import type { WordCounts } from '@footnote/index';
import { termsOf } from '@footnote/retrieval';

/** Counts in how many of the texts each word stands, by its stem, as an index does. */
export function wordCounter(texts: readonly string[]): (words: readonly string[]) => WordCounts {
  const counts = new Map<string, number>();
  for (const text of texts) {
    for (const stem of new Set(termsOf(text).map((term) => term.stem))) {
      counts.set(stem, (counts.get(stem) ?? 0) + 1);
    }
  }
  return (words) => ({
    passages: texts.length,
    passagesWith: words.map((word) => counts.get(termsOf(word)[0]?.stem ?? word) ?? 0),
  });
}
