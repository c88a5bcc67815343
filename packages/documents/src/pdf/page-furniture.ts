import type { TextLine } from './text-line.ts';

export interface PageFurniture {
  readonly rule: 'running-head' | 'page-number';
  readonly line: TextLine;
}

/** Heads and feet are among so many lines from the top and from the foot of a page. */
const EDGE_LINES = 3;

/** Points that a running head may stand higher or lower from page to page. */
const SAME_HEIGHT = 4;

const PAGE_NUMBER =
  /^(?:[-–—·•|\s]*(?:page|p\.|pg\.?|seite|página|pagina|стр\.)?\s*\d{1,4}(?:\s*(?:\/|of|von|de|из)\s*\d{1,4})?[-–—·•|\s]*)$/i;

/**
 * What a page repeats at its head and foot: the same words, figures aside, at the same height on two pages or more,
 * and page numbers. One list a page.
 */
export function findPageFurniture(pages: readonly (readonly TextLine[])[]): PageFurniture[][] {
  const edges = pages.map(edgeLines);
  return edges.map((lines, page) =>
    lines.flatMap((line): PageFurniture[] => {
      if (PAGE_NUMBER.test(line.text)) return [{ rule: 'page-number', line }];
      const elsewhere = edges.filter(
        (other, at) => at !== page && other.some((each) => isSameHead(each, line)),
      );
      return elsewhere.length > 0 ? [{ rule: 'running-head', line }] : [];
    }),
  );
}

function edgeLines(lines: readonly TextLine[]): TextLine[] {
  const heights = [...new Set(lines.map((line) => line.y))].sort((a, b) => b - a);
  const edge = new Set([...heights.slice(0, EDGE_LINES), ...heights.slice(-EDGE_LINES)]);
  return lines.filter((line) => edge.has(line.y));
}

function isSameHead(a: TextLine, b: TextLine): boolean {
  const words = (line: TextLine) => line.text.replace(/\d+/g, '0').toLowerCase();
  return Math.abs(a.y - b.y) <= SAME_HEIGHT && words(a) === words(b);
}
