import type { FullArticle } from '../graphql/article-query.ts';
import { ArticleText } from './article-text.tsx';
import { titleOrOpening } from './article-title.ts';
import { AskAbout } from './ask-about.tsx';
import { Byline } from './byline.tsx';
import type { RequestedSpan } from './requested-span.ts';
import { ShowQuote } from './show-quote.tsx';
import { webLink } from './web-link.ts';

interface Props {
  readonly article: FullArticle;
  readonly quote: RequestedSpan;
  /** The words of the quote that answer. */
  readonly answer: RequestedSpan;
  /** The rank of its title on the page. */
  readonly heading: 'h1' | 'h2';
}

/** An article with a quote marked in it. */
export function ArticleView({ article, quote, answer, heading: Heading }: Props) {
  const link = webLink(article.url);
  return (
    <article lang={article.language ?? undefined}>
      <Heading className="page-title" dir="auto">
        {titleOrOpening(article, article.text)}
      </Heading>
      <p className="mt-3 text-muted text-sm" dir="auto">
        <Byline article={article} />{' '}
        {link !== null && (
          <a href={link.href} rel="noopener noreferrer nofollow" className="byline-part link">
            {link.host}
          </a>
        )}
      </p>
      <AskAbout article={article} />
      <QuoteNotice quote={quote} />
      <ArticleText
        text={article.text}
        quote={quote.kind === 'span' ? quote.span : null}
        answer={answer.kind === 'span' ? answer.span : null}
      />
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
