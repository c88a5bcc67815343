import type { Citation } from '../graphql/ask-fields.ts';
import { cutAtSpans } from '../text/cut-at-spans.ts';

/** A quote, the words of it that answer in <strong>. */
export function EmphasisedQuote({ citation }: { readonly citation: Citation }) {
  const { answerSpan, quote, start } = citation;
  const segments = cutAtSpans({ text: quote, start }, [answerSpan === null ? [] : [answerSpan]]);
  return segments.map((segment) =>
    segment.within[0] ? <strong key={segment.start}>{segment.text}</strong> : segment.text,
  );
}
