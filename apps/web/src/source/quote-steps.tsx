import type { SourcePlace } from '../address/place.ts';
import type { Citation } from '../graphql/ask-fields.ts';
import { isPlaceOf } from './cited-quotes.ts';
import { QuoteLink } from './source-links.tsx';

interface Props {
  readonly citations: readonly Citation[];
  readonly source: SourcePlace;
}

/** Which of an answer's quotes is shown, and the way to the next. */
export function QuoteSteps({ citations, source }: Props) {
  const at = citations.findIndex((citation) => isPlaceOf(citation, source));
  const next = citations[(at + 1) % citations.length];
  if (at === -1 || next === undefined || citations.length < 2) {
    return null;
  }
  return (
    <span className="quote-steps">
      <span className="text-muted">
        Quote {at + 1} of {citations.length}
      </span>{' '}
      <QuoteLink
        to={{ key: next.article.key, quote: next, answer: next.answerSpan }}
        className="quiet-button"
      >
        Next quote
      </QuoteLink>
    </span>
  );
}
