import type { ResultOf } from 'gql.tada';
import { graphql } from './graphql.ts';

/** What a reader needs to know of an article that something comes from. */
export const articleFields = graphql(`
  fragment ArticleFields on Article @_unmask {
    id
    key
    title
    source
    author
    publishedAt
    url
    language
  }
`);

export type Article = ResultOf<typeof articleFields>;
