import * as Tooltip from '@radix-ui/react-tooltip';
import Link from 'next/link';
import { quotePath } from '../article/article-path.ts';
import { articleTitle } from '../article/article-title.ts';
import { Byline } from '../article/byline.tsx';
import type { Citation } from '../graphql/ask-fields.ts';
import { EmphasisedQuote } from './emphasised-quote.tsx';

/** The number of a citation: leads to the quote in its article, and shows it on hover and on focus. */
export function CitationLink({ citation }: { readonly citation: Citation }) {
  const { article, answerSpan, number } = citation;
  return (
    <Tooltip.Root>
      <Tooltip.Trigger asChild>
        <Link
          href={quotePath(article.key, citation, answerSpan)}
          prefetch={false}
          className="citation-number"
          aria-label={`Citation ${number}: ${articleTitle(article)}`}
        >
          {number}
        </Link>
      </Tooltip.Trigger>
      <Tooltip.Portal>
        <Tooltip.Content className="citation-preview" side="top" sideOffset={6} collisionPadding={16}>
          <q className="block font-serif" dir="auto">
            <EmphasisedQuote citation={citation} />
          </q>
          <span className="mt-2 block font-semibold" dir="auto">
            {articleTitle(article)}
          </span>
          <span className="block text-muted">
            <Byline article={article} />
          </span>
        </Tooltip.Content>
      </Tooltip.Portal>
    </Tooltip.Root>
  );
}
