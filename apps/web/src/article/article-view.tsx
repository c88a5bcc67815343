import { BackToConversation } from '../conversation/back-to-conversation.tsx';
import type { ArticleFields } from '../graphql/article-fields.ts';
import { ArticleText } from './article-text.tsx';
import { articleTitle } from './article-title.ts';
import { Byline } from './byline.tsx';
import type { RequestedSpan } from './requested-span.ts';
import { ShowQuote } from './show-quote.tsx';
import { webLink } from './web-link.ts';

interface Props {
  readonly article: ArticleFields & { readonly text: string };
  readonly quote: RequestedSpan;
  /** The words of the quote that answer. */
  readonly answer: RequestedSpan;
}

/** An article with a quote marked in it. */
export function ArticleView({ article, quote, answer }: Props) {
  const link = webLink(article.url);
  return (
    <article lang={article.language ?? undefined}>
      <h1 className="page-title" dir="auto">
        {articleTitle(article)}
      </h1>
      <p className="mt-3 text-muted text-sm">
        <Byline article={article} />{' '}
        {link !== null && (
          <span className="byline-part">
            <a href={link.href} rel="noopener noreferrer nofollow" className="link">
              {link.host}
            </a>
          </span>
        )}
      </p>
      <QuoteNotice quote={quote} />
      <ArticleText
        text={article.text}
        quote={quote.kind === 'span' ? quote.span : null}
        answer={answer.kind === 'span' ? answer.span : null}
      />
      <BackToConversation />
      {quote.kind === 'span' && <ShowQuote start={quote.span.start} end={quote.span.end} />}
    </article>
  );
}

function QuoteNotice({ quote }: { readonly quote: RequestedSpan }) {
  if (quote.kind === 'none') {
    return null;
  }
  return (
    <p lang="en" className="quote-notice">
      {quote.kind === 'span' ? (
        <>
          The quote is marked, word for word as the article has it.{' '}
          <a href="#quote" className="link">
            Go to the quote
          </a>
        </>
      ) : (
        'This address names a quote that the article does not have, so nothing is marked. The article may have changed since; ask again to find the quote where it now stands.'
      )}
    </p>
  );
}
