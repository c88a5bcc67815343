import type { TextLine } from './text-line.ts';

/** A column has at least this many lines; fewer beside each other are a table's or a letterhead's. */
const FEWEST_LINES = 3;

/** Of all lines, at most this share may run across the gap between two columns (headlines, rules, captions). */
const MOST_ACROSS = 0.34;

/**
 * The lines in the order in which a person reads them: where the page has columns, one after the other between the
 * lines that run across them. Columns may have columns.
 */
export function inReadingOrder(lines: readonly TextLine[]): TextLine[] {
  const gutter = findGutter(lines);
  if (gutter === null) return lines.toSorted((a, b) => b.y - a.y || a.left - b.left);
  const ordered: TextLine[] = [];
  let band: TextLine[] = [];
  const closeBand = () => {
    ordered.push(...inReadingOrder(band.filter((line) => line.right <= gutter)));
    ordered.push(...inReadingOrder(band.filter((line) => line.left >= gutter)));
    band = [];
  };
  for (const line of lines.toSorted((a, b) => b.y - a.y)) {
    if (line.left < gutter && line.right > gutter) {
      closeBand();
      ordered.push(line);
    } else {
      band.push(line);
    }
  }
  closeBand();
  return ordered;
}

/** The x that parts two columns which stand beside each other; null on a page of one column. */
function findGutter(lines: readonly TextLine[]): number | null {
  let best: { x: number; across: number } | null = null;
  for (const x of new Set(lines.map((line) => line.left - 1))) {
    const left = lines.filter((line) => line.right <= x);
    const right = lines.filter((line) => line.left >= x);
    const across = lines.length - left.length - right.length;
    if (left.length < FEWEST_LINES || right.length < FEWEST_LINES) continue;
    if (across > lines.length * MOST_ACROSS || !standBeside(left, right)) continue;
    if (best === null || across < best.across) best = { x, across };
  }
  return best?.x ?? null;
}

/** True when the two share at least half of the lower one's height. */
function standBeside(left: readonly TextLine[], right: readonly TextLine[]): boolean {
  const [top, foot] = [(side: readonly TextLine[]) => Math.max(...side.map((line) => line.y)), lowest];
  const shared = Math.min(top(left), top(right)) - Math.max(foot(left), foot(right));
  const height = Math.min(top(left) - foot(left), top(right) - foot(right));
  return height > 0 && shared >= height / 2;
}

function lowest(side: readonly TextLine[]): number {
  return Math.min(...side.map((line) => line.y));
}
