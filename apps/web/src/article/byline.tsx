import { Fragment } from 'react';
import type { ArticleFields } from '../graphql/article-fields.ts';
import { dateInWords } from './publication-date.ts';

/** Who published an article and when, as far as known. */
export function Byline({ article }: { readonly article: ArticleFields }) {
  const names = [article.source, article.author].filter((name) => name !== null && name !== '');
  return (
    <>
      {names.map((name) => (
        <Fragment key={name}>
          <span className="byline-part" dir="auto">
            {name}
          </span>{' '}
        </Fragment>
      ))}
      {article.publishedAt !== null && (
        <time className="byline-part" dateTime={article.publishedAt}>
          {dateInWords(article.publishedAt)}
        </time>
      )}
    </>
  );
}
