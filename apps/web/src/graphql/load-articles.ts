import type { ResultOf } from 'gql.tada';
import { articleFields } from './article-fields.ts';
import { graphql } from './graphql.ts';
import { queryApi } from './query-api.ts';

const articlesQuery = graphql(
  `
    query Articles($after: String) {
      index {
        articles
        passages
      }
      articles(first: 50, after: $after) {
        edges {
          node {
            ...ArticleFields
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [articleFields],
);

export type ArticlesPage = ResultOf<typeof articlesQuery>;

/**
 * A page of the list of all articles.
 * @param after where the page before ended; null for the first
 * @throws ApiError
 */
export function loadArticles(after: string | null): Promise<ArticlesPage> {
  return queryApi(articlesQuery, { after });
}
