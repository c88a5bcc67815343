import { graphql, type ResultOf } from '@footnote/client';

/** An answer as the writer arranged it, and the places that its sentences name. */
export const proseQuery = graphql(`
  query Prose($question: String!, $filter: ArticleFilter) {
    ask(question: $question, filter: $filter) {
      __typename
      ... on Answer {
        citations {
          number
          start
          end
          article {
            key
          }
        }
        prose {
          sentences {
            text
            citationNumbers
          }
          dropped
          reason
          writer {
            host
            model
          }
        }
      }
    }
  }
`);

export type Written = ResultOf<typeof proseQuery>['ask'];
export type Prose = NonNullable<Extract<Written, { __typename: 'Answer' }>['prose']>;
