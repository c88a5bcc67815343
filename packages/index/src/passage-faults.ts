import type { TextSpan } from '@footnote/core';

/**
 * What is wrong with the passages of a text; null when nothing is. They follow one another, begin and end with something
 * visible, and leave out nothing but white space.
 */
export function passagesFault(passages: readonly TextSpan[], text: string): string | null {
  let last = 0;
  for (const [ordinal, { start, end }] of passages.entries()) {
    const isSpan =
      Number.isInteger(start) && Number.isInteger(end) && last <= start && start < end && end <= text.length;
    if (!isSpan) return `passage ${ordinal} is not a stretch of the text after the one before`;
    if (text.slice(last, start).trim() !== '') return `passage ${ordinal} leaves out text before it`;
    if (text.slice(start, end).trim().length !== end - start)
      return `passage ${ordinal} has white space around it`;
    last = end;
  }
  return text.slice(last).trim() === '' ? null : 'text after the last passage is left out';
}
