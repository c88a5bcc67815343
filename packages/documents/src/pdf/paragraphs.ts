import { joinLine } from './broken-words.ts';
import type { TextLine } from './text-line.ts';

export interface Paragraph {
  readonly text: string;
  readonly fontSize: number;
}

/** Lines of a larger leading than this times the usual one begin a paragraph. */
const PARAGRAPH_LEADING = 1.35;

/**
 * Puts lines in reading order together to paragraphs. A paragraph that goes on in the next column or on the next page
 * is one, and a word that was broken at the end of a line is whole again.
 *
 * @param pages the lines of each page, in reading order
 */
export function paragraphsOf(pages: readonly (readonly TextLine[])[]): Paragraph[] {
  const lines = pages.flatMap((page, number) => page.map((line) => ({ ...line, page: number })));
  const leading = usualLeading(lines);
  const words = wordsOf(lines);
  const paragraphs: { text: string; fontSize: number }[] = [];
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1];
    const paragraph = paragraphs.at(-1);
    if (before === undefined || paragraph === undefined || beginsParagraph(before, line, leading)) {
      paragraphs.push({ text: line.text, fontSize: line.fontSize });
    } else {
      paragraph.text = joinLine(paragraph.text, line.text, words);
    }
  }
  return paragraphs;
}

type PlacedLine = TextLine & { readonly page: number };

function beginsParagraph(before: PlacedLine, line: PlacedLine, leading: number): boolean {
  if (Math.abs(before.fontSize - line.fontSize) > 0.12 * before.fontSize) return true;
  const drop = before.y - line.y;
  const goesOnElsewhere =
    before.page !== line.page || drop <= 0 || line.left > before.right || line.right < before.left;
  if (goesOnElsewhere) return endsSentence(before.text) || !/^\p{Ll}/u.test(line.text);
  const usual = leading * (line.fontSize > 0 ? Math.max(1, line.fontSize / 12) : 1);
  if (drop > PARAGRAPH_LEADING * Math.max(leading, Math.min(usual, line.fontSize * 1.3))) return true;
  const isIndented =
    line.left - before.left > 0.7 * line.fontSize && line.left - before.left < 5 * line.fontSize;
  return isIndented && endsSentence(before.text);
}

function endsSentence(text: string): boolean {
  return /[.!?:…]["'”’»)\]]*$/.test(text);
}

/** The most frequent distance between a line and the next below it. */
function usualLeading(lines: readonly PlacedLine[]): number {
  const counts = new Map<number, number>();
  for (const [index, line] of lines.entries()) {
    const next = lines[index + 1];
    const drop = next === undefined || next.page !== line.page ? 0 : Math.round((line.y - next.y) * 2) / 2;
    if (drop > 0 && drop < 6 * line.fontSize) counts.set(drop, (counts.get(drop) ?? 0) + 1);
  }
  const [usual] = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  return usual?.[0] ?? 0;
}

function wordsOf(lines: readonly TextLine[]): ReadonlySet<string> {
  return new Set(
    lines.flatMap((line) => line.text.toLowerCase().match(/[\p{L}\p{N}][\p{L}\p{N}-]*/gu) ?? []),
  );
}
