import { articleTitle } from '../article/article-title.ts';
import { Byline } from '../article/byline.tsx';
import type { Answer, Citation } from '../graphql/ask-fields.ts';
import { QuoteLink } from '../source/source-links.tsx';
import { citationText } from '../taking-away/citation-text.ts';
import { CopyButton } from '../taking-away/copy-button.tsx';
import { EmphasisedQuote } from './emphasised-quote.tsx';
import type { Verification } from './verification.ts';
import { VerificationMark } from './verification-mark.tsx';

interface Props {
  readonly answer: Answer;
  readonly verifications: ReadonlyMap<number, Verification>;
}

/** The footnotes of an answer: for each citation the article, and its quote where no sentence shows it. */
export function SourceList({ answer, verifications }: Props) {
  const shown = new Set(answer.sentences.map((sentence) => sentence.text));
  return (
    <section className="source-list">
      <ol aria-label="Sources">
        {answer.citations.map((citation) => (
          <Source
            key={citation.number}
            citation={citation}
            showQuote={!shown.has(citation.quote)}
            verification={verifications.get(citation.number)}
          />
        ))}
      </ol>
    </section>
  );
}

interface SourceProps {
  readonly citation: Citation;
  readonly showQuote: boolean;
  readonly verification: Verification | undefined;
}

function Source({ citation, showQuote, verification }: SourceProps) {
  const { article, answerSpan, number } = citation;
  return (
    <li value={number} className="source" data-verification={verification?.state}>
      <span className="source-number" aria-hidden="true">
        {number}
      </span>
      <div className="min-w-0">
        <QuoteLink
          to={{ key: article.key, quote: citation, answer: answerSpan }}
          className="link source-title"
        >
          {articleTitle(article)}
        </QuoteLink>
        {showQuote && (
          <q className="block font-serif" dir="auto">
            <EmphasisedQuote citation={citation} />
          </q>
        )}
        <p className="source-byline" dir="auto">
          <Byline article={article} />
        </p>
        <p className="scripted source-byline min-h-[1lh]">
          <VerificationMark verification={verification} />{' '}
          <span className="byline-part">
            <CopyButton
              label="Copy quote"
              name={`Copy quote ${number} with its citation`}
              copied="The quote and its citation are copied."
              onCopy={() => navigator.clipboard.writeText(citationText(citation))}
            />
          </span>
        </p>
      </div>
    </li>
  );
}
