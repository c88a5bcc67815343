/** A run of characters as a PDF places it; points, y upwards from the foot of the page. */
export interface TextItem {
  readonly str: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly fontSize: number;
}

/** A line of one column. */
export interface TextLine {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** Of the baseline. */
  readonly y: number;
  readonly fontSize: number;
}

/** Apart by this much of the font size, two runs of a row are two words. */
const WORD_GAP = 0.18;

/** Apart by this much, they belong to two columns: justified text stays below. */
const COLUMN_GAP = 1.1;

/** Runs whose baselines differ by no more than this much of the font size are one row. */
const SAME_ROW = 0.4;

/** Puts a page's runs together to lines, from the top down; a row across two columns gives two. */
export function linesOf(items: readonly TextItem[]): TextLine[] {
  const placed = items.filter((item) => item.str !== '' && item.fontSize > 0);
  placed.sort((a, b) => b.y - a.y || a.x - b.x);
  const rows: TextItem[][] = [];
  for (const item of placed) {
    const row = rows.at(-1);
    if (row !== undefined && row[0]!.y - item.y <= SAME_ROW * Math.max(row[0]!.fontSize, item.fontSize))
      row.push(item);
    else rows.push([item]);
  }
  return rows.flatMap(linesOfRow);
}

function linesOfRow(row: readonly TextItem[]): TextLine[] {
  const runs = row.toSorted((a, b) => a.x - b.x);
  const lines: TextItem[][] = [];
  let right = Number.NEGATIVE_INFINITY;
  for (const run of runs) {
    if (run.str.trim() === '') {
      lines.at(-1)?.push(run);
      continue;
    }
    if (run.x - right > COLUMN_GAP * run.fontSize) lines.push([run]);
    else lines.at(-1)!.push(run);
    right = Math.max(right, run.x + run.width);
  }
  return lines.map(lineOf).filter((line) => line.text !== '');
}

function lineOf(runs: readonly TextItem[]): TextLine {
  let text = '';
  let right = runs[0]!.x;
  for (const run of runs) {
    if (text !== '' && run.x - right > WORD_GAP * run.fontSize) text += ' ';
    text += run.str;
    right = Math.max(right, run.x + run.width);
  }
  const words = runs.filter((run) => run.str.trim() !== '');
  const largest = words.reduce((a, b) => (b.str.length > a.str.length ? b : a), words[0] ?? runs[0]!);
  return {
    text: text.replace(/\s+/g, ' ').trim(),
    left: (words[0] ?? runs[0]!).x,
    right: Math.max(...(words.length > 0 ? words : runs).map((run) => run.x + run.width)),
    y: largest.y,
    fontSize: largest.fontSize,
  };
}
