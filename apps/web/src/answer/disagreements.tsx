import { dateInWords } from '../article/publication-date.ts';
import type { Answer, Citation } from '../graphql/ask-fields.ts';
import { CitationLink } from './citation-link.tsx';

/** Where articles give different figures or dates for the same thing: each value with its date, newest first. */
export function Disagreements({ answer: { disagreements, citations } }: { readonly answer: Answer }) {
  return disagreements.map(({ on, citationNumbers }) => (
    <div key={citationNumbers.join()} className="disagreement">
      <p>
        <span className="font-semibold">Articles differ</span>: {on}
      </p>
      <ul>
        {citationNumbers
          .map((number) => citations.find((citation) => citation.number === number))
          .filter((citation) => citation !== undefined)
          .map((citation) => (
            <li key={citation.number}>
              <q>{answeringWords(citation)}</q>
              <sup>
                <CitationLink citation={citation} />
              </sup>{' '}
              <span className="quote-date">{dateOf(citation)}</span>
            </li>
          ))}
      </ul>
    </div>
  ));
}

/** The words that answer, or the quote where no words of it do alone. */
function answeringWords({ answerSpan, quote, start }: Citation): string {
  return answerSpan === null ? quote : quote.slice(answerSpan.start - start, answerSpan.end - start);
}

function dateOf({ article: { publishedAt } }: Citation): string {
  return publishedAt === null ? 'undated' : dateInWords(publishedAt);
}
