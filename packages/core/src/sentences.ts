import type { TextSpan } from './article.ts';
import { findListItems } from './list-items.ts';
import { endsSentence } from './sentence-end.ts';
import { textRuns } from './text-runs.ts';

const TERMINATORS = '[.!?…‽؟۔।։።။]';
/** Dots with spaces between them are one ellipsis; a stop that stands alone goes with the one before it. */
const SPACED_STOPS = String.raw`(?:[^\S\r\n]\.(?![\p{L}\p{N}.]))*`;
/** Quotes, brackets and reference marks that close with a sentence. */
const CLOSERS = String.raw`(?:["'’”“»«›‹)\]}⁰¹²³⁴⁵⁶⁷⁸⁹]|\[[^\][\r\n]{1,24}\])*`;
const SPACED_CLOSERS = String.raw`(?:[^\S\r\n](?:[”»]|\[\d{1,3}\])(?=\s|$))*`;
/** A terminator and what closes with it, before white space; or before a capital, the space left out. */
const SPACED = String.raw`(?<!${TERMINATORS})${TERMINATORS}+${SPACED_STOPS}${CLOSERS}(?=\s|$)${SPACED_CLOSERS}`;
const GLUED = String.raw`(?<=[\p{Ll}\p{Nd}%)”’]{2}|[$€£]\d)[.!?][”’»)]?(?=["“‘«„(]?\p{Lu}[\p{Ll}\s'’])`;
/** "… of the fleet.4 The captain …" */
const REFERENCED = String.raw`(?<=(?:\p{Ll}{2}|\d\))["”)]?)\.\d{1,3}(?:[, –-]\d{1,3})*(?=\s+["“‘(]?\p{Lu})`;
const CHINESE = `[。！？｡]+["'’”」』）》]*`;
const POSSIBLE_END = new RegExp(`(${SPACED}|${GLUED}|${REFERENCED}|${CHINESE})\\s*`, 'gu');
/**
 * Cuts a text into sentences, each without the white space around it, in order and without overlap; all that lies
 * between them is white space. A blank line always ends a sentence, a line break does unless the lines are
 * hard-wrapped. Linear in the length of the text.
 */
export function segmentSentences(text: string): TextSpan[] {
  const sentences: TextSpan[] = [];
  for (const run of textRuns(text)) segmentRun(text, run, sentences);
  return sentences;
}

function segmentRun(text: string, run: TextSpan, sentences: TextSpan[]): void {
  const source = text.slice(run.start, run.end);
  let start = 0;
  const pieces = sentenceEnds(source).map((end) => {
    const piece = { start, end };
    start = end;
    return piece;
  });
  for (const piece of joinWordless(source, pieces)) {
    pushTrimmed(sentences, text, { start: run.start + piece.start, end: run.start + piece.end });
  }
}

/** Where each sentence of a run ends and the next begins; the last is the end of the run. */
function sentenceEnds(source: string): number[] {
  const items = findListItems(source);
  const ends: number[] = [];
  let item = 0;
  const endAtItemsBefore = (index: number): void => {
    for (; (items.starts[item] ?? index) < index; item += 1) ends.push(items.starts[item] ?? index);
  };
  for (const match of source.matchAll(POSSIBLE_END)) {
    endAtItemsBefore(match.index);
    if (items.stops.has(match.index)) continue;
    const next = match.index + match[0].length;
    const possible = { source, start: ends.at(-1) ?? 0, index: match.index, mark: match[1] ?? '', next };
    if (next < source.length && endsSentence(possible)) ends.push(next);
  }
  endAtItemsBefore(source.length);
  ends.push(source.length);
  return ends;
}

/** A stop or a dash alone is no sentence: it goes with the sentence before it, or, at the start, after it. */
function joinWordless(source: string, pieces: readonly TextSpan[]): TextSpan[] {
  const joined: TextSpan[] = [];
  let start = 0;
  for (const { start: from, end } of pieces) {
    const last = joined.at(-1);
    if (/[\p{L}\p{N}]/u.test(source.slice(from, end))) joined.push({ start, end });
    else if (last) joined[joined.length - 1] = { start: last.start, end };
    else continue;
    start = end;
  }
  if (start < source.length) joined.push({ start, end: source.length });
  return joined;
}

function pushTrimmed(sentences: TextSpan[], text: string, span: TextSpan): void {
  const source = text.slice(span.start, span.end);
  const trimmed = source.trim();
  if (trimmed === '') return;
  const start = span.start + source.indexOf(trimmed);
  sentences.push({ start, end: start + trimmed.length });
}
