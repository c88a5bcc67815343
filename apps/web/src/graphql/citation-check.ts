import { graphql, type ResultOf } from '@footnote/client';

export const verifyCitationsQuery = graphql(`
  query VerifyCitations($citations: [CitationInput!]!) {
    verifyCitations(citations: $citations) {
      valid
      reason
    }
  }
`);

export type CitationCheck = ResultOf<typeof verifyCitationsQuery>['verifyCitations'][number];
