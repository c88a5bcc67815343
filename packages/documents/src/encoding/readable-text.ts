/** Control characters, private use, characters that do not exist, and the mark of one that was lost. */
const UNREADABLE = /(?!\s)[\p{Cc}\p{Co}\p{Cn}\uFFFD]/gu;

/**
 * The share (0 to 1) of a text's characters, white space aside, that stand for no letter or sign: of text hardly
 * any, of bytes or glyphs taken for text a tenth and more.
 */
export function unreadableShare(text: string): number {
  const dense = text.replace(/\s/gu, '');
  return dense === '' ? 0 : countUnreadable(dense) / dense.length;
}

/** Whether so much of a text is unreadable that it is no damage in places: more than 8 characters, and 1 in 20. */
export function isUnreadable(text: string): boolean {
  return countUnreadable(text) > 8 && unreadableShare(text) > 0.05;
}

function countUnreadable(text: string): number {
  return text.match(UNREADABLE)?.length ?? 0;
}

/** Letters, figures, and the marks that are common between them. */
const ORDINARY =
  /[\p{L}\p{M}\p{N}.,;:!?'"()[\]/%&+*<>=#@_«»“”„‘’…–—№°§•、。「」『』（）！？：；，．－・～-]/gu;
const WORD = /\p{L}[\p{L}\p{M}]+/gu;
/** A capital within a word after a small letter, or letters of two alphabets in one word. */
const ODD_WORD =
  /\p{Ll}\p{Lu}\p{Ll}*\p{Lu}|\p{Ll}{2}\p{Lu}+$|^\p{Ll}\p{Lu}{2,}|\p{Script=Latin}[\p{Script=Cyrillic}\p{Script=Greek}]|[\p{Script=Cyrillic}\p{Script=Greek}]\p{Script=Latin}/u;

/** Whether bytes that were decoded came out as words: the wrong encoding gives signs, or capitals within words. */
export function isPlausibleText(text: string): boolean {
  const dense = text.replace(/\s/gu, '');
  if (dense === '' || unreadableShare(text) > 0.02) return false;
  const words = text.match(WORD) ?? [];
  const odd = words.filter((word) => ODD_WORD.test(word));
  return (dense.match(ORDINARY)?.length ?? 0) >= 0.9 * dense.length && odd.length <= 0.1 * words.length;
}
