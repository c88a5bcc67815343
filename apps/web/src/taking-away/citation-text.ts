import type { Article } from '@footnote/client';
import { articleTitle } from '../article/article-title.ts';
import { dateInWords } from '../article/publication-date.ts';
import { webLink } from '../article/web-link.ts';

interface Quoted {
  readonly quote: string;
  readonly article: Omit<Article, 'id'>;
}

/** A quote with where it comes from, to paste elsewhere: “Quote” — Author, “Title”, Source, 24 March 2013, address. */
export function citationText({ quote, article }: Quoted): string {
  const parts = [
    article.author,
    `“${articleTitle(article)}”`,
    article.source,
    article.publishedAt === null ? null : dateInWords(article.publishedAt),
    webLink(article.url)?.href,
  ];
  return `“${quote}” — ${parts.filter(Boolean).join(', ')}`;
}
