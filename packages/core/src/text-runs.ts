import type { TextSpan } from './article.ts';

const BLANK_LINE = /(?:\r\n|\r(?!\n)|\n)[^\S\r\n]*(?:\r\n|\r(?!\n)|\n)\s*|[\u2028\u2029\f]\s*/gu;
const LINE_BREAK = /\r\n?|\n/gu;
/** A capital and two more words. */
const BEGUN = /^\s*["'‘“«]?\p{Lu}\S*\s+\S+\s+\S/u;
const FINISHED = /[.!?…‽؟۔।։።။:]["'’”»)\]}]*\s*$/u;
/** Longer lines are not hard-wrapped text. */
const WIDEST_WRAP = 120;

/**
 * The stretches of a text that no sentence crosses: what stands between blank lines, and of that each line, unless
 * the lines are hard-wrapped or a break was put into a sentence.
 */
export function textRuns(text: string): TextSpan[] {
  return splitAt(text, BLANK_LINE, { start: 0, end: text.length }).flatMap((block) => {
    const lines = splitAt(text, LINE_BREAK, block);
    return isHardWrapped(text, lines) ? [block] : joinBrokenLines(text, lines);
  });
}

/**
 * Whether line breaks were put in by a fixed width rather than by the writer: then each line was full, which means
 * that the next line's first word would not have fitted on it.
 */
function isHardWrapped(text: string, lines: readonly TextSpan[]): boolean {
  if (lines.length < 2) return true;
  const width = lines.reduce((widest, line) => Math.max(widest, line.end - line.start), 0);
  if (width > WIDEST_WRAP) return false;
  const full = lines.slice(1).filter((line, index) => {
    const before = lines[index] as TextSpan;
    const firstWord = /^\S*/u.exec(text.slice(line.start, line.end).trimStart())?.[0].length ?? 0;
    return before.end - before.start + 1 + firstWord > width;
  });
  return full.length >= 0.8 * (lines.length - 1);
}

/**
 * Lines that a break cut within a sentence: it begins with a capital, goes on in small letters, and ends. Lists of
 * words do not end so.
 */
function joinBrokenLines(text: string, lines: readonly TextSpan[]): TextSpan[] {
  const runs: TextSpan[][] = [];
  for (const line of lines) {
    const run = runs.at(-1);
    const before = run?.at(-1);
    if (run && before && goesOn(text, before, line)) run.push(line);
    else runs.push([line]);
  }
  return runs.flatMap((run) => {
    const [first, last] = [run[0] as TextSpan, run.at(-1) as TextSpan];
    const isSentence = BEGUN.test(text.slice(first.start, first.end)) && endsWithTerminator(text, last);
    return isSentence ? [{ start: first.start, end: last.end }] : run;
  });
}

function goesOn(text: string, before: TextSpan, line: TextSpan): boolean {
  return /^\s*\p{Ll}/u.test(text.slice(line.start, line.end)) && !endsWithTerminator(text, before);
}

function endsWithTerminator(text: string, { start, end }: TextSpan): boolean {
  return FINISHED.test(text.slice(Math.max(start, end - 12), end));
}

function splitAt(text: string, separator: RegExp, span: TextSpan): TextSpan[] {
  const parts: TextSpan[] = [];
  let start = span.start;
  for (const match of text.slice(span.start, span.end).matchAll(separator)) {
    const index = span.start + match.index;
    if (index > start) parts.push({ start, end: index });
    start = index + match[0].length;
  }
  if (span.end > start) parts.push({ start, end: span.end });
  return parts;
}
