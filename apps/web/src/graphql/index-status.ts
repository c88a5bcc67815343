import type { ResultOf } from 'gql.tada';
import { graphql } from './graphql.ts';

export const indexStatusQuery = graphql(`
  query IndexStatus {
    index {
      articles
      passages
      updatedAt
    }
  }
`);

export type IndexStatus = ResultOf<typeof indexStatusQuery>['index'];
