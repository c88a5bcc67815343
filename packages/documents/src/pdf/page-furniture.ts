import type { TextLine } from './text-line.ts';

export interface PageFurniture {
  readonly rule: 'running-head' | 'page-number';
  readonly line: TextLine;
}

/** Heads and feet are among so many lines from the top and from the foot of a page. */
const EDGE_LINES = 3;

/** Points that a running head may stand higher or lower from page to page. */
const SAME_HEIGHT = 4;

/** Longer lines are text. */
const LONGEST_HEAD = 80;

/** A page number stands off from the text by more than this times the usual distance of lines. */
const STANDS_OFF = 1.3;

const PAGE_NUMBER =
  /^(?:[-–—·•|\s]*(?:page|p\.|pg\.?|seite|página|pagina|стр\.)?\s*\d{1,4}(?:\s*(?:\/|of|von|de|из)\s*\d{1,4})?[-–—·•|\s]*)$/i;

/**
 * What a page repeats at its head and foot: the same words, figures aside, at the same height on two pages or more;
 * the name of a section where other pages have such a line; and page numbers. One list a page.
 */
export function findPageFurniture(pages: readonly (readonly TextLine[])[]): PageFurniture[][] {
  const edges = pages.map(edgeLines);
  const heads = edges.map((lines, page) => lines.filter((line) => isRepeated(line, page, edges)));
  return pages.map((lines, page) => {
    const sections = edges[page]!.filter((line) => isSection(line, page, { lines, heads }));
    const running = new Set([...heads[page]!, ...sections]);
    const body = lines.filter((line) => !running.has(line));
    const numbers = edges[page]!.filter(
      (line) => !running.has(line) && isPageNumber(line, body, edges.toSpliced(page, 1)),
    );
    return [
      ...[...running].map((line) => ({ rule: 'running-head' as const, line })),
      ...numbers.map((line) => ({ rule: 'page-number' as const, line })),
    ];
  });
}

function edgeLines(lines: readonly TextLine[]): TextLine[] {
  const heights = [...new Set(lines.map((line) => line.y))].sort((a, b) => b - a);
  const edge = new Set([...heights.slice(0, EDGE_LINES), ...heights.slice(-EDGE_LINES)]);
  return lines.filter((line) => edge.has(line.y));
}

function isRepeated(line: TextLine, page: number, edges: readonly (readonly TextLine[])[]): boolean {
  if (PAGE_NUMBER.test(line.text) || /^\d+$/u.test(line.text)) return false;
  const words = wordsOf(line);
  return edges.some(
    (other, at) => at !== page && other.some((each) => isAtSameHeight(each, line) && wordsOf(each) === words),
  );
}

interface Page {
  readonly lines: readonly TextLine[];
  readonly heads: readonly (readonly TextLine[])[];
}

/** The outermost line of a page, short and apart, at the height where other pages have a running head. */
function isSection(line: TextLine, page: number, { lines, heads }: Page): boolean {
  const isOutermost = lines.every((other) => other.y <= line.y + SAME_HEIGHT);
  const isLikeOthers = heads.some(
    (head, at) => at !== page && head.some((each) => isAtSameHeight(each, line)),
  );
  return isOutermost && isLikeOthers && line.text.length <= LONGEST_HEAD && standsOff(line, lines);
}

/** A number by itself above or below all text, apart from it or with its neighbour at the same place of another page. */
function isPageNumber(line: TextLine, body: readonly TextLine[], others: readonly TextLine[][]): boolean {
  if (!PAGE_NUMBER.test(line.text)) return false;
  const text = body.filter((other) => !PAGE_NUMBER.test(other.text));
  const isOutermost = text.every((other) => other.y < line.y) || text.every((other) => other.y > line.y);
  if (!isOutermost) return false;
  const isCounted = others.some((page) =>
    page.some((other) => isAtSameHeight(other, line) && PAGE_NUMBER.test(other.text)),
  );
  return isCounted || standsOff(line, body);
}

function standsOff(line: TextLine, lines: readonly TextLine[]): boolean {
  const gaps = lines.map((other) => Math.abs(other.y - line.y)).filter((gap) => gap > SAME_HEIGHT);
  return Math.min(...gaps) > STANDS_OFF * Math.max(usualDistance(lines), 1.2 * line.fontSize);
}

/** The distance of a line to the next below it within paragraphs: a quarter of all are smaller. */
function usualDistance(lines: readonly TextLine[]): number {
  const heights = [...new Set(lines.map(({ y }) => y))].sort((a, b) => b - a);
  const gaps = heights.slice(1).map((y, at) => heights[at]! - y);
  return gaps.sort((a, b) => a - b)[Math.floor(gaps.length / 4)] ?? 0;
}

function isAtSameHeight(a: TextLine, b: TextLine): boolean {
  return Math.abs(a.y - b.y) <= SAME_HEIGHT;
}

function wordsOf(line: TextLine): string {
  return line.text.replace(/\d+/g, '0').toLowerCase();
}
