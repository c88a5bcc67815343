import type { StoredArticle } from '@footnote/engine';
import { z } from 'zod';

/** What every result says of an article that it quotes. */
export const quotedArticle = z.object({
  key: z.string().describe('Names the article in every tool.'),
  title: z.string().nullable(),
  source: z.string().nullable().describe('Who published it.'),
  author: z.string().nullable().describe('The authors, joined by ", ".'),
  publishedAt: z.string().nullable().describe('YYYY-MM-DD.'),
  url: z.string().nullable().describe('Where it was published.'),
});

export function toQuotedArticle(article: StoredArticle): z.input<typeof quotedArticle> {
  const { key, title, source, authors, publishedAt, url } = article;
  return { key, title, source, author: authors.length > 0 ? authors.join(', ') : null, publishedAt, url };
}

const ARTICLE_URI = 'footnote://article/';

/** A resource of this server: an article, and where in it a quote stands. Keys are escaped whole, slashes too. */
export function articleUri(key: string, place?: { readonly start: number; readonly end: number }): string {
  const address = `${ARTICLE_URI}${encodeURIComponent(key)}`;
  return place ? `${address}?start=${place.start}&end=${place.end}` : address;
}
