import { wordCount } from './words.ts';

/** How a line reads, as far as rules ask. */

/** Ends as sentences do, closing quotes and brackets aside. */
export function endsSentence(line: string): boolean {
  return /[.!?…。！？]["'”’»)\]]*$/.test(line.trimEnd());
}

/** A line of running text: it ends as a sentence and has the words of one. */
export function isProse(line: string): boolean {
  return wordCount(line) >= 6 && endsSentence(line);
}

/** Index of the last line of running text; -1 without one. What follows is the foot of the page. */
export function lastProseLine(lines: readonly string[]): number {
  return lines.findLastIndex((line) => wordCount(line) >= 8 && isProse(line));
}

/** Nearest line that is not blank, before (-1) or after (1) the given one; -1 when there is none. */
export function neighbour(lines: readonly string[], index: number, step: 1 | -1): number {
  for (let at = index + step; at >= 0 && at < lines.length; at += step) {
    if (lines[at]!.trim() !== '') return at;
  }
  return -1;
}
