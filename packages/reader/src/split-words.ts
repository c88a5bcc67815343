import type { TextSpan } from '@footnote/core';

// What BERT's basic tokenizer takes apart: white space goes, punctuation (every ASCII symbol included) and
// ideographs stand alone.
const WORD = /[!-/:-@[-`{-~]|\p{P}|\p{Script=Han}|(?:(?![!-/:-@[-`{-~]|\p{P}|\p{Script=Han})\S)+/gu;

/**
 * The words of a text as BERT's tokenizer sees them, in order, none empty. Tokens never cross from one into another,
 * so a span of tokens is a span of words, and a span of words is a slice of the text.
 */
export function splitWords(text: string): TextSpan[] {
  return Array.from(text.matchAll(WORD), (match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}
