import { isFiltering } from '../address/filter.ts';
import { HOME, placeHref } from '../address/place.ts';
import type { FullArticle } from '../graphql/article-query.ts';

/** Leads to a question that only this article is asked, as far as source, authors and date tell it from others. */
export function AskAbout({ article }: { readonly article: FullArticle }) {
  const { source, authors, publishedAt } = article;
  const filter = { sources: source ? [source] : [], authors, from: publishedAt, to: publishedAt };
  if (!isFiltering(filter)) {
    return null;
  }
  return (
    <p className="mt-2 text-sm">
      <a href={placeHref({ ...HOME, filter })} className="quiet-button ask-about">
        Ask about this article
      </a>
    </p>
  );
}
