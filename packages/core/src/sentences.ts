import { BEFORE_NUMBERS, NEVER_FINAL, SENTENCE_OPENERS, SOMETIMES_FINAL } from './abbreviations.ts';
import type { TextSpan } from './article.ts';

/** A terminator, what closes with it (quotes, brackets, reference marks), and the white space after it. */
const CANDIDATE = /(?:[.!?…‽؟۔।]+(?:["'’”»)\]}]|\[\d{1,3}\])*(?=\s|$)|[。！？]+["'’”」』）]*)\s*/gu;
const BLANK_LINE = /(?:\r\n|\r(?!\n)|\n)[^\S\r\n]*(?:\r\n|\r(?!\n)|\n)\s*|[\u2028\u2029\f]\s*/gu;
const LINE_BREAK = /\r\n?|\n/gu;
const OPENING = /^["'‘“«([{¿¡—–-]+\s?/u;
/** Longer lines are not hard-wrapped text. */
const WIDEST_WRAP = 120;

/**
 * Cuts a text into sentences, each without the white space around it, in order and without overlap; all that lies
 * between them is white space. A blank line always ends a sentence, a line break does unless the lines are
 * hard-wrapped. Linear in the length of the text.
 */
export function segmentSentences(text: string): TextSpan[] {
  const sentences: TextSpan[] = [];
  for (const block of splitAt(text, BLANK_LINE, { start: 0, end: text.length })) {
    const lines = splitAt(text, LINE_BREAK, block);
    const runs = isHardWrapped(text, lines) ? [block] : lines;
    for (const run of runs) segmentRun(text, run, sentences);
  }
  return sentences;
}

function segmentRun(text: string, run: TextSpan, sentences: TextSpan[]): void {
  const source = text.slice(run.start, run.end);
  let start = 0;
  for (const match of source.matchAll(CANDIDATE)) {
    const end = match.index + match[0].length;
    if (end < source.length && !endsSentence(source, start, match)) continue;
    pushTrimmed(sentences, text, { start: run.start + start, end: run.start + end });
    start = end;
  }
  pushTrimmed(sentences, text, { start: run.start + start, end: run.end });
}

function endsSentence(source: string, start: number, match: RegExpMatchArray): boolean {
  const index = match.index ?? 0;
  const next = source.slice(index + match[0].length, index + match[0].length + 40).replace(OPENING, '');
  if (/^\p{Ll}/u.test(next)) return false;
  if (!/^\.(?!\.)/u.test(match[0])) return true;
  const word = wordBefore(source, start, index);
  if (word === '') return true;
  return stopEndsSentence(word, next, source.slice(start, index).trim() === word);
}

/** Whether a single full stop after `word` ends the sentence, given what follows it. */
function stopEndsSentence(word: string, next: string, opensSentence: boolean): boolean {
  const bare = word.toLowerCase();
  const numberFollows = /^[\d#]/u.test(next);
  if (NEVER_FINAL.has(bare)) return false;
  if (numberFollows && BEFORE_NUMBERS.has(bare)) return false;
  if (opensSentence && /^(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,4})$/u.test(word)) return false;
  if (isInitial(word) || SOMETIMES_FINAL.has(bare) || /^(?:\p{L}\.)+\p{L}$/u.test(word)) {
    const opener = /^\p{L}+/u.exec(next)?.[0] ?? '';
    return /^\p{Lu}/u.test(opener) && SENTENCE_OPENERS.has(opener.toLowerCase()) && !numberFollows;
  }
  return true;
}

function isInitial(word: string): boolean {
  return /^\p{Lu}$/u.test(word);
}

/** The run of letters, digits and inner stops that stands right before `index`. */
function wordBefore(source: string, start: number, index: number): string {
  return (
    /[\p{L}\p{N}][\p{L}\p{N}\p{M}.]*$/u.exec(source.slice(Math.max(start, index - 24), index))?.[0] ?? ''
  );
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

function pushTrimmed(sentences: TextSpan[], text: string, span: TextSpan): void {
  const source = text.slice(span.start, span.end);
  const trimmed = source.trim();
  if (trimmed === '') return;
  const start = span.start + source.indexOf(trimmed);
  sentences.push({ start, end: start + trimmed.length });
}
