import { cache } from 'react';
import { articleQuery } from './article-query.ts';
import { queryApi } from './query-api.ts';

/**
 * An article with its text, asked for once a page; null when the index does not hold it.
 * @throws FootnoteApiError
 */
export const loadArticle = cache(async (key: string) => {
  const { article } = await queryApi(articleQuery, { key });
  return article;
});
