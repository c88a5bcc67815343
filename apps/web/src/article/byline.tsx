import type { Article } from '@footnote/client';
import { Fragment } from 'react';
import { dateInWords } from './publication-date.ts';

type Published = Pick<Article, 'source' | 'author' | 'publishedAt'>;

/** Who published an article and when, as far as known. It runs in the direction of its first name. */
export function Byline({ article }: { readonly article: Published }) {
  const names = [article.source, article.author].filter((name) => name !== null && name !== '');
  return (
    <>
      {names.map((name) => (
        <Fragment key={name}>
          <span className="byline-part">{name}</span>{' '}
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
