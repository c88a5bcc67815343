import { foldText, type TextSpan } from '@footnote/core';

/** A word, a figure or a sign of a text, as it is compared, and where it stands. */
export interface Word extends TextSpan {
  readonly folded: string;
}

const WORD = /\p{N}+(?:[.,]\p{N}+)*|[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}]+)*|%|\p{S}/gu;

/** All of a text but spaces and punctuation, in order. */
export function wordsOf(text: string): Word[] {
  return [...text.matchAll(WORD)].map(({ 0: written, index }) => ({
    folded: foldText(written).replaceAll('’', "'").replaceAll(',', ''),
    start: index,
    end: index + written.length,
  }));
}
