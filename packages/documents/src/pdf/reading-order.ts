import { readsRightToLeft, type TextLine } from './text-line.ts';

/** A column has at least this many lines; fewer beside each other are a table's or a letterhead's. */
const FEWEST_LINES = 3;

/** Of those, at least this many have a line of the other column beside them. */
const FEWEST_BESIDE = 2;

/** Of all lines, at most this share may run across the gap between two columns (headlines, rules, captions). */
const MOST_ACROSS = 0.34;

/**
 * The lines in the order in which a person reads them: where the page has columns, one after the other between the
 * lines that run across them. Columns may have columns.
 */
export function inReadingOrder(lines: readonly TextLine[]): TextLine[] {
  if (!readsRightToLeft(lines.map(({ text }) => text).join(' '))) return fromTheLeft(lines);
  const original = new Map(lines.map((line) => [mirrored(line), line]));
  return fromTheLeft([...original.keys()]).map((line) => original.get(line)!);
}

/** Seen from behind the page, where the first column of Hebrew or Arabic text is the left one. */
function mirrored(line: TextLine): TextLine {
  return { ...line, left: -line.right, right: -line.left };
}

function fromTheLeft(lines: readonly TextLine[]): TextLine[] {
  const gutter = findGutter(lines);
  if (gutter === null) return lines.toSorted((a, b) => b.y - a.y || a.left - b.left);
  const ordered: TextLine[] = [];
  let band: TextLine[] = [];
  const closeBand = () => {
    ordered.push(...fromTheLeft(band.filter((line) => line.right <= gutter)));
    ordered.push(...fromTheLeft(band.filter((line) => line.left >= gutter)));
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

/** True when two lines or more of the two have others beside them: a picture may stand above one of the columns. */
function standBeside(left: readonly TextLine[], right: readonly TextLine[]): boolean {
  const [top, foot] = [Math.min(highest(left), highest(right)), Math.max(lowest(left), lowest(right))];
  const within = (side: readonly TextLine[]) => side.filter(({ y }) => y <= top + 1 && y >= foot - 1).length;
  return within(left) >= FEWEST_BESIDE && within(right) >= FEWEST_BESIDE;
}

function highest(side: readonly TextLine[]): number {
  return Math.max(...side.map((line) => line.y));
}

function lowest(side: readonly TextLine[]): number {
  return Math.min(...side.map((line) => line.y));
}
