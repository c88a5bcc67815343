import { articleFields, graphql, type ResultOf } from '@footnote/client';

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
