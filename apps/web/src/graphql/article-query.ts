import type { ResultOf } from 'gql.tada';
import { articleFields } from './article-fields.ts';
import { graphql } from './graphql.ts';

/** An article with its text; null when the index does not hold it. */
export const articleQuery = graphql(
  `
    query Article($key: String!) {
      article(key: $key) {
        ...ArticleFields
        authors
        text
      }
    }
  `,
  [articleFields],
);

export type FullArticle = NonNullable<ResultOf<typeof articleQuery>['article']>;
