import type { TextSpan } from '../text/text-span.ts';

/** What an address asks to be marked: nothing, a stretch of the text, or something that the text does not have. */
export type RequestedSpan =
  | { readonly kind: 'none' }
  | { readonly kind: 'span'; readonly span: TextSpan }
  | { readonly kind: 'invalid' };

type Parameter = string | readonly string[] | null | undefined;

/** Reads `start` and `end` of an address against the text that they point into. */
export function requestedSpan(start: Parameter, end: Parameter, text: string): RequestedSpan {
  if ((start ?? null) === null && (end ?? null) === null) {
    return { kind: 'none' };
  }
  const span = { start: readOffset(start), end: readOffset(end) };
  const inside = span.start < span.end && span.end <= text.length;
  if (!inside || splitsCharacter(text, span.start) || splitsCharacter(text, span.end)) {
    return { kind: 'invalid' };
  }
  return { kind: 'span', span };
}

function readOffset(value: Parameter): number {
  return typeof value === 'string' && /^\d{1,10}$/.test(value) ? Number(value) : Number.NaN;
}

/** Whether an offset falls between the two halves of a surrogate pair: half a character can be neither shown nor quoted. */
function splitsCharacter(text: string, offset: number): boolean {
  return /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(text.slice(Math.max(0, offset - 1), offset + 1));
}
