import { articleTitle } from '../article/article-title.ts';
import type { Citation } from '../graphql/ask-fields.ts';
import { QuoteLink } from '../source/source-links.tsx';
import { useCitationCard } from './citation-card.tsx';

/** The number of a citation: leads to the quote in its article; hover and focus show the passage around it. */
export function CitationLink({ citation }: { readonly citation: Citation }) {
  const { article, answerSpan, number } = citation;
  const card = useCitationCard(citation);
  return (
    <span {...card}>
      <QuoteLink
        to={{ key: article.key, quote: citation, answer: answerSpan }}
        className="citation-number"
        label={`Citation ${number}: ${articleTitle(article)}`}
      >
        {number}
      </QuoteLink>
    </span>
  );
}
