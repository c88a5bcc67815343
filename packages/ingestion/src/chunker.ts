import { type Article, segmentSentences, type TextSpan } from '@footnote/core';
import type { CountTokens } from '@footnote/inference';

/** Grows when the rules here, or the text that is embedded, change: an index then cuts its articles again. */
export const CHUNKING_VERSION = 4;

/** Words that a passage is to have, more or less: what the figures of retrieval were measured with. */
const TARGET_WORDS = 120;
/** A last passage of fewer words is joined to the one before it. */
const FEWEST_WORDS = 40;
/** Of a model's tokens, the title takes at most this part. */
const TITLE_SHARE = 0.25;
/** Characters of the longest tokens. */
const LONGEST_TOKEN = 16;
/** Kept free for the special tokens, and for the joint of title and passage. */
const RESERVED_TOKENS = 4;

export interface ChunkerOptions {
  readonly countTokens: CountTokens;
  /** Tokens that the model takes, special ones included. */
  readonly maxTokens: number;
}

/** Cuts articles into the runs of sentences that are embedded and found. */
export interface Chunker {
  /**
   * Passages in order, without overlap; between them is nothing but white space. Whole sentences, about 120 words
   * of them, never more tokens than the model takes with the title before them. Only a sentence that is too long
   * by itself is cut, at a word.
   */
  chunk(article: Pick<Article, 'title' | 'text'>): TextSpan[];
  /** What is embedded for a passage: the title, a line break, the passage. */
  embeddedText(title: string | null, passage: string): string;
}

interface Piece extends TextSpan {
  readonly words: number;
  readonly tokens: number;
}

export function createChunker({ countTokens, maxTokens }: ChunkerOptions): Chunker {
  const usable = maxTokens - RESERVED_TOKENS;

  const shortTitle = (title: string | null): string => {
    const room = Math.floor(usable * TITLE_SHARE);
    if (title === null || countTokens(title) <= room) return title ?? '';
    const span = firstWords(title, { start: 0, end: title.length }, room);
    return title.slice(span.start, span.end);
  };

  const measure = (text: string, span: TextSpan): Piece => {
    const source = text.slice(span.start, span.end);
    return { ...span, words: countWords(source), tokens: countTokens(source) };
  };

  /** The longest run of words from the start of the span that fits; at least one character. */
  const firstWords = (text: string, span: TextSpan, room: number): TextSpan => {
    let end = span.start;
    let tokens = 0;
    for (const match of text.slice(span.start, span.end).matchAll(/\S+/gu)) {
      // A token has at most a few characters: what is far longer is not worth counting.
      tokens += match[0].length > room * LONGEST_TOKEN ? Number.POSITIVE_INFINITY : countTokens(match[0]);
      if (tokens > room) break;
      end = span.start + match.index + match[0].length;
    }
    return { start: span.start, end: end > span.start ? end : firstCharacters(text, span, room) };
  };

  // For what has no white space to cut at: Chinese, or an address of a thousand characters.
  const firstCharacters = (text: string, span: TextSpan, room: number): number => {
    let end = Math.min(span.end, span.start + room * 4);
    while (end > span.start + 1 && countTokens(text.slice(span.start, end)) > room) {
      end = span.start + Math.floor((end - span.start) / 2);
    }
    return wordEndBefore(text, span.start, end);
  };

  const splitLong = (text: string, sentence: TextSpan, room: number): Piece[] => {
    const pieces: Piece[] = [];
    let rest = trim(text, sentence);
    while (rest.start < rest.end) {
      const first = trim(text, firstWords(text, rest, room));
      pieces.push(measure(text, first));
      rest = trim(text, { start: first.end, end: rest.end });
    }
    return pieces;
  };

  return {
    chunk({ title, text }) {
      const room = usable - countTokens(shortTitle(title));
      const pieces = segmentSentences(text).flatMap((sentence) => splitLong(text, sentence, room));
      return joinLast(pack(pieces, room), room).map(({ start, end }) => ({ start, end }));
    },
    embeddedText(title, passage) {
      const head = shortTitle(title);
      return head === '' ? passage : `${head}\n${passage}`;
    },
  };
}

/** Takes pieces together as long as that brings a passage closer to the target. */
function pack(pieces: readonly Piece[], room: number): Piece[] {
  const passages: Piece[] = [];
  for (const piece of pieces) {
    const last = passages.at(-1);
    if (last && last.tokens + piece.tokens <= room && isCloser(last.words, piece.words)) {
      passages[passages.length - 1] = join(last, piece);
    } else {
      passages.push(piece);
    }
  }
  return passages;
}

function isCloser(words: number, more: number): boolean {
  return Math.abs(words + more - TARGET_WORDS) <= Math.abs(words - TARGET_WORDS);
}

function joinLast(passages: readonly Piece[], room: number): Piece[] {
  const [before, last] = passages.slice(-2);
  if (!before || !last || last.words >= FEWEST_WORDS || before.tokens + last.tokens > room) {
    return [...passages];
  }
  return [...passages.slice(0, -2), join(before, last)];
}

function join(first: Piece, second: Piece): Piece {
  return {
    start: first.start,
    end: second.end,
    words: first.words + second.words,
    tokens: first.tokens + second.tokens,
  };
}

function countWords(text: string): number {
  return text.match(/\S+/gu)?.length ?? 0;
}

function trim(text: string, { start, end }: TextSpan): TextSpan {
  const source = text.slice(start, end);
  const leading = source.length - source.trimStart().length;
  return { start: start + leading, end: Math.max(start + leading, start + source.trimEnd().length) };
}

/** The last word boundary in (start, end]; where there is none, the last end of a whole character. */
function wordEndBefore(text: string, start: number, end: number): number {
  const segments = new Intl.Segmenter(undefined, { granularity: 'word' }).segment(text.slice(start, end + 1));
  let boundary = start;
  for (const { index, segment } of segments) {
    if (start + index + segment.length <= end) boundary = start + index + segment.length;
  }
  if (boundary > start) return boundary;
  const splitsPair = /[\uD800-\uDBFF]/.test(text.charAt(end - 1)) && /[\uDC00-\uDFFF]/.test(text.charAt(end));
  return splitsPair ? end + 1 : end;
}
