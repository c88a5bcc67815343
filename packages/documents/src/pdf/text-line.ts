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

/** Runs that lie over each other by more than this much of the font size may be one text printed twice. */
const OVERLAP = 0.1;

const RIGHT_TO_LEFT =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/gu;

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
  const isLeftward = readsRightToLeft(placed.map(({ str }) => str).join(''));
  return rows.flatMap((row) => linesOfRow(row, isLeftward));
}

/** Whether most letters of a text are written from right to left. */
export function readsRightToLeft(text: string): boolean {
  const leftward = text.match(RIGHT_TO_LEFT)?.length ?? 0;
  return leftward * 2 > (text.match(/\p{L}/gu)?.length ?? 0);
}

function linesOfRow(row: readonly TextItem[], isLeftward: boolean): TextLine[] {
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
  return lines.map((line) => lineOf(printedOnce(line), isLeftward)).filter((line) => line.text !== '');
}

/**
 * The runs without what lies over the same text: bold type and shadows are at times made by printing twice. Letters
 * that overlap by chance differ, or overlap by less.
 */
function printedOnce(runs: readonly TextItem[]): TextItem[] {
  const once: TextItem[] = [];
  for (const run of runs) {
    const before = once.at(-1);
    if (before === undefined || run.str.trim() === '') {
      once.push(run);
      continue;
    }
    const repeated = repeatedCharacters(before, run);
    if (repeated === 0) once.push(run);
    else if (repeated < run.str.length) once.push(withoutFirst(run, repeated, before));
  }
  return once;
}

/** How many of a run's first characters the run before it ends with, or holds, at the same place. */
function repeatedCharacters(before: TextItem, run: TextItem): number {
  const overlap = before.x + before.width - run.x;
  const slack = OVERLAP * run.fontSize;
  if (overlap <= slack) return 0;
  if (overlap + slack >= run.width && before.str.includes(run.str)) return run.str.length;
  for (let count = Math.min(run.str.length, before.str.length); count > 0; count -= 1) {
    const width = (run.width * count) / run.str.length;
    const isSame = before.str.endsWith(run.str.slice(0, count));
    if (isSame && Math.abs(overlap - width) <= 0.5 * run.fontSize) return count;
  }
  return 0;
}

/** What of a run is left behind the run before it, whose last characters it begins with. */
function withoutFirst(run: TextItem, count: number, before: TextItem): TextItem {
  const x = before.x + before.width;
  return { ...run, str: run.str.slice(count), x, width: Math.max(0, run.x + run.width - x) };
}

function lineOf(runs: readonly TextItem[], isLeftward: boolean): TextLine {
  const words = runs.filter((run) => run.str.trim() !== '');
  const largest = words.reduce((a, b) => (b.str.length > a.str.length ? b : a), words[0] ?? runs[0]!);
  return {
    text: (isLeftward ? fromRightToLeft(spacedRuns(runs)) : spacedRuns(runs))
      .join('')
      .replace(/\s+/g, ' ')
      .trim(),
    left: (words[0] ?? runs[0]!).x,
    right: Math.max(...(words.length > 0 ? words : runs).map((run) => run.x + run.width)),
    y: largest.y,
    fontSize: largest.fontSize,
  };
}

/** The runs' characters, with a space where two are two words. */
function spacedRuns(runs: readonly TextItem[]): string[] {
  const spaced: string[] = [];
  let right = runs[0]!.x;
  for (const run of runs) {
    if (spaced.length > 0 && run.x - right > WORD_GAP * run.fontSize) spaced.push(' ');
    spaced.push(run.str);
    right = Math.max(right, run.x + run.width);
  }
  return spaced;
}

/** From right to left, but what is written from left to right within it (names, figures) in its own order. */
function fromRightToLeft(runs: readonly string[]): string[] {
  const ordered: string[] = [];
  let rightward: string[] = [];
  const close = () => {
    const first = rightward.findIndex((run) => /[\p{L}\p{N}]/u.test(run));
    ordered.push(...rightward.slice(first), ...rightward.slice(0, first).toReversed());
    rightward = [];
  };
  for (const run of runs.toReversed()) {
    const isNeutral = !/[\p{L}\p{N}]/u.test(run);
    if (isNeutral ? rightward.length === 0 : readsRightToLeft(run)) {
      if (rightward.length > 0) close();
      ordered.push(run);
    } else {
      rightward.unshift(run);
    }
  }
  if (rightward.length > 0) close();
  return ordered;
}
