import { cutAtSpans, type PlacedText, type Segment } from '../text/cut-at-spans.ts';
import type { TextSpan } from '../text/text-span.ts';

/** A stretch of a passage around the words that matter, and whether something was cut on either side. */
export interface Excerpt {
  readonly segments: readonly Segment[];
  readonly isCutBefore: boolean;
  readonly isCutAfter: boolean;
}

/**
 * Cuts a passage to the stretch of about `length` UTF-16 code units that holds most of the spans, whole words only.
 * @param spans offsets into the article's text
 */
export function excerptAround(passage: PlacedText, spans: readonly TextSpan[], length: number): Excerpt {
  const { text, start } = passage;
  const begin = text.length <= length ? 0 : wordStart(text, bestStart(passage, spans, length));
  const end = begin + length >= text.length ? text.length : wordEnd(text, begin + length);
  const cut = { text: text.slice(begin, end), start: start + begin };
  return { segments: cutAtSpans(cut, [spans]), isCutBefore: begin > 0, isCutAfter: end < text.length };
}

/** Where a window that begins a little before one of the spans covers most of them. */
function bestStart({ text, start }: PlacedText, spans: readonly TextSpan[], length: number): number {
  const room = Math.round(length / 6);
  const latest = text.length - length;
  const starts = [0, ...spans.map((span) => Math.min(latest, Math.max(0, span.start - start - room)))];
  const held = (from: number): number =>
    spans.filter((span) => span.start - start >= from && span.end - start <= from + length).length;
  return starts.reduce((best, candidate) => (held(candidate) > held(best) ? candidate : best));
}

function wordStart(text: string, offset: number): number {
  const gap = offset === 0 ? 0 : text.slice(offset - 1).search(/\s/);
  return gap <= 0 ? offset : offset + gap;
}

function wordEnd(text: string, offset: number): number {
  const last = text.slice(0, offset + 1).search(/\s\S*$/);
  return last <= 0 ? offset : last;
}
