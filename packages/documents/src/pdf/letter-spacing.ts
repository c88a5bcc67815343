import { getResolvedPDFJS } from 'unpdf';
import type { PdfPage } from './pdf-document.ts';

interface Run {
  readonly str: string;
}

/** At least so many single letters with a space after each: "H A R B O U R". */
const SPACED_LETTERS = /^\s*\p{L}(?:\s+[\p{L}\p{N}'’:,.!?-]){3,}\s*$/u;

/**
 * Words set with space between their letters come out as single letters. The strings that the page draws still have
 * their real spaces, and the words are taken from there; where the letters were spaced by hand, two spaces part words.
 */
export async function openLetterSpacing<Item extends Run>(page: PdfPage, items: Item[]): Promise<Item[]> {
  if (!items.some(({ str }) => SPACED_LETTERS.test(str ?? ''))) return items;
  const drawn = await drawnStrings(page);
  return items.map((item) =>
    SPACED_LETTERS.test(item.str ?? '') ? { ...item, str: withoutSpacing(item.str, drawn) } : item,
  );
}

function withoutSpacing(spaced: string, drawn: readonly string[]): string {
  const letters = spaced.replace(/\s/gu, '');
  const source = drawn.find((string) => string.replace(/\s/gu, '').includes(letters));
  if (source === undefined) return letters;
  const from = offsetOfLetter(source, source.replace(/\s/gu, '').indexOf(letters));
  const to = offsetOfLetter(source, source.replace(/\s/gu, '').indexOf(letters) + letters.length - 1);
  const words = source.slice(from, to + 1);
  return SPACED_LETTERS.test(words)
    ? words.replace(/(\S)\s(?=\S)/gu, '$1').replace(/\s+/gu, ' ')
    : words.replace(/\s+/gu, ' ');
}

/** Offset of the n-th character that is no space, n from 0. */
function offsetOfLetter(text: string, n: number): number {
  let left = n;
  for (let at = 0; at < text.length; at += 1) {
    if (!/\s/u.test(text.charAt(at))) left -= 1;
    if (left < 0) return at;
  }
  return text.length;
}

async function drawnStrings(page: PdfPage): Promise<string[]> {
  const { OPS } = await getResolvedPDFJS();
  provideTransfer();
  const { fnArray, argsArray } = await page.getOperatorList();
  return fnArray.flatMap((operator: number, at: number) =>
    operator === OPS.showText || operator === OPS.showSpacedText ? [unicodeOf(argsArray[at])] : [],
  );
}

/** Of the glyphs of one drawing; between them stand numbers that move the pen. */
function unicodeOf(args: unknown): string {
  const [glyphs] = args as [readonly (number | null | { unicode?: string })[]];
  return glyphs.map((glyph) => (typeof glyph === 'object' ? (glyph?.unicode ?? '') : '')).join('');
}

/** PDF.js calls what Node has from version 22 on, and lists nothing that is drawn without it. */
function provideTransfer(): void {
  const prototype = ArrayBuffer.prototype as { transferToFixedLength?: (length?: number) => ArrayBuffer };
  prototype.transferToFixedLength ??= function (this: ArrayBuffer, length = this.byteLength) {
    return this.slice(0, length);
  };
}
