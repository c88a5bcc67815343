import { searchTerms } from '@footnote/core';

/** What the lexical index holds of a text: its terms, parted by spaces, so that each of them is a word to FTS5. */
export function lexicalText(text: string): string {
  return searchTerms(text)
    .map(({ term }) => term)
    .join(' ');
}
