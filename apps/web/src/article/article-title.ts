import type { ArticleFields } from '../graphql/article-fields.ts';

/** What to call an article: its title, else its key. */
export function articleTitle(article: Pick<ArticleFields, 'title' | 'key'>): string {
  return article.title || article.key;
}
