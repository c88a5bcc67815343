import { cache } from 'react';
import { articleFields } from './article-fields.ts';
import { graphql } from './graphql.ts';
import { queryApi } from './query-api.ts';

const articleQuery = graphql(
  `
    query Article($key: String!) {
      article(key: $key) {
        ...ArticleFields
        text
      }
    }
  `,
  [articleFields],
);

/**
 * An article with its text, asked for once a page; null when the index does not hold it.
 * @throws ApiError
 */
export const loadArticle = cache(async (key: string) => {
  const { article } = await queryApi(articleQuery, { key });
  return article;
});
