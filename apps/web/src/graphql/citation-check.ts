import type { ResultOf } from 'gql.tada';
import { graphql } from './graphql.ts';

export const verifyCitationQuery = graphql(`
  query VerifyCitation($articleId: ID!, $start: Int!, $end: Int!, $quote: String!) {
    verifyCitation(articleId: $articleId, start: $start, end: $end, quote: $quote) {
      valid
      reason
    }
  }
`);

export type CitationCheck = ResultOf<typeof verifyCitationQuery>['verifyCitation'];
