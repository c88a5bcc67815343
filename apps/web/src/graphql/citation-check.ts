import type { ResultOf } from 'gql.tada';
import { graphql } from './graphql.ts';

export const verifyCitationsQuery = graphql(`
  query VerifyCitations($citations: [CitationInput!]!) {
    verifyCitations(citations: $citations) {
      valid
      reason
    }
  }
`);

export type CitationCheck = ResultOf<typeof verifyCitationsQuery>['verifyCitations'][number];
