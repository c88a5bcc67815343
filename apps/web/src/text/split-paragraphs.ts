import type { PlacedText } from './cut-at-spans.ts';

const BLANK_LINES = /(?:\r\n|\r|\n)[^\S\r\n]*(?:\r\n|\r|\n)\s*/g;

/** Cuts a text behind its blank lines. Each paragraph keeps the blank lines that follow it: joined, they are the text. */
export function splitParagraphs(text: string): PlacedText[] {
  const ends = [...text.matchAll(BLANK_LINES)].map((match) => match.index + match[0].length);
  const starts = [0, ...ends].filter((start) => start < text.length);
  return starts.map((start, index) => ({ text: text.slice(start, starts[index + 1]), start }));
}
