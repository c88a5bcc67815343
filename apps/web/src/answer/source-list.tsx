import Link from 'next/link';
import { quotePath } from '../article/article-path.ts';
import { articleTitle } from '../article/article-title.ts';
import { Byline } from '../article/byline.tsx';
import type { Answer, Citation } from '../graphql/ask-fields.ts';
import { CopyCitation } from './copy-citation.tsx';
import { EmphasisedQuote } from './emphasised-quote.tsx';

/** The footnotes of an answer: for each citation the article, and its quote where no sentence shows it. */
export function SourceList({ answer }: { readonly answer: Answer }) {
  const shown = new Set(answer.sentences.map((sentence) => sentence.text));
  return (
    <section aria-label="Sources" className="source-list">
      <ol>
        {answer.citations.map((citation, index) => (
          <Source
            key={citation.number}
            citation={citation}
            showQuote={!shown.has(citation.quote)}
            sameArticle={answer.citations[index - 1]?.article.key === citation.article.key}
          />
        ))}
      </ol>
    </section>
  );
}

interface SourceProps {
  readonly citation: Citation;
  readonly showQuote: boolean;
  /** Whether the citation before is of the same article. */
  readonly sameArticle: boolean;
}

function Source({ citation, showQuote, sameArticle }: SourceProps) {
  const { article, answerSpan, number } = citation;
  return (
    <li value={number} className="source">
      <span className="source-number" aria-hidden="true">
        {number}
      </span>
      <div className="min-w-0">
        <Link
          href={quotePath(article.key, citation, answerSpan)}
          prefetch={false}
          className="link font-medium"
          dir="auto"
        >
          {articleTitle(article)}
        </Link>
        {showQuote && (
          <q className="block font-serif" dir="auto">
            <EmphasisedQuote citation={citation} />
          </q>
        )}
        <p className="mt-0.5 text-muted">
          {sameArticle ? <span className="byline-part">The same article</span> : <Byline article={article} />}{' '}
          <span className="scripted ml-3">
            <CopyCitation citation={citation} />
          </span>
        </p>
      </div>
    </li>
  );
}
