const WORD = /[\p{L}\p{N}]+/gu;
/** Enough of what is missing to find it in the file. */
const SHOWN_WORDS = 12;

/**
 * Warns of words that a file's text runs hold and that did not come out of it.
 *
 * @param runs the text of the file's paragraphs
 * @param blocks what was read
 */
export function missingWords(runs: readonly string[], blocks: readonly string[]): string[] {
  const left = new Map<string, number>();
  for (const word of wordsOf(blocks)) left.set(word, (left.get(word) ?? 0) + 1);
  const missing = wordsOf(runs).filter((word) => {
    const count = left.get(word) ?? 0;
    left.set(word, count - 1);
    return count <= 0;
  });
  if (missing.length === 0) return [];
  const shown = `${missing.slice(0, SHOWN_WORDS).join(' ')}${missing.length > SHOWN_WORDS ? ' …' : ''}`;
  const count = missing.length === 1 ? '1 word' : `${missing.length} words`;
  return [`${count} of the Word file could not be read: “${shown}”. Save it again as .docx, or as .txt.`];
}

function wordsOf(texts: readonly string[]): string[] {
  return texts.flatMap((text) => text.match(WORD) ?? []);
}
