import type { TextSpan } from './text-span.ts';

/** A stretch of text within which nothing begins or ends. */
export interface Segment {
  readonly text: string;
  /** Offset into the article's text. */
  readonly start: number;
  /** For each layer in turn: whether the segment lies in one of its spans. */
  readonly within: readonly boolean[];
}

/** A piece of an article's text, and where it stands there. */
export interface PlacedText {
  readonly text: string;
  readonly start: number;
}

/**
 * Cuts a text where spans begin and end. The segments joined are the text; those within a layer, joined, are what
 * its spans cover of the text.
 * @param layers spans as offsets into the article's text; parts outside the text are ignored
 */
export function cutAtSpans(placed: PlacedText, layers: readonly (readonly TextSpan[])[]): Segment[] {
  const end = placed.start + placed.text.length;
  const inside = layers.flat().flatMap((span) => [span.start, span.end]);
  const cuts = [placed.start, ...inside.filter((cut) => cut > placed.start && cut < end), end];
  const sorted = [...new Set(cuts)].sort((a, b) => a - b);
  return sorted.slice(0, -1).map((start, index) => {
    const next = sorted[index + 1] ?? end;
    return {
      text: placed.text.slice(start - placed.start, next - placed.start),
      start,
      within: layers.map((spans) => spans.some((span) => span.start <= start && next <= span.end)),
    };
  });
}
