/** Control characters, private use, characters that do not exist, and the mark of one that was lost. */
const UNREADABLE = /[\p{Cc}\p{Co}\p{Cn}\uFFFD]/gu;

/**
 * The share (0 to 1) of a text's characters, white space aside, that stand for no letter or sign: of text hardly
 * any, of bytes or glyphs taken for text a tenth and more.
 */
export function unreadableShare(text: string): number {
  const dense = text.replace(/\s/gu, '');
  return dense === '' ? 0 : (dense.match(UNREADABLE)?.length ?? 0) / dense.length;
}
