/** The words of a text, as far as rules count and compare them. */

/** Words, lower case: runs of letters and figures. */
export function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}

/** How many words a text has; "don't" and "state-owned" are one each. */
export function wordCount(text: string): number {
  return text.match(/[\p{L}\p{N}]\S*/gu)?.length ?? 0;
}

/** A text's words alone: what two spellings of one headline have in common. */
export function wordKey(text: string): string {
  return wordsOf(text).join(' ');
}

/** Letters and figures only: what two prints of one headline share, wherever they are broken. */
export function letters(text: string): string {
  return wordsOf(text).join('');
}
