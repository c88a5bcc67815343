import type { ResultOf } from 'gql.tada';
import { articleFields } from './article-fields.ts';
import { graphql } from './graphql.ts';

export const answerFields = graphql(
  `
    fragment AnswerFields on Answer @_unmask {
      __typename
      question
      interpretedQuestion
      text
      confidence
      sentences {
        text
        citationNumbers
      }
      citations {
        number
        quote
        start
        end
        answerSpan {
          start
          end
        }
        article {
          ...ArticleFields
        }
      }
    }
  `,
  [articleFields],
);

export const noAnswerFields = graphql(
  `
    fragment NoAnswerFields on NoAnswer @_unmask {
      __typename
      question
      interpretedQuestion
      reason
      confidence
      threshold
      nearest {
        highlights {
          start
          end
        }
        passage {
          id
          text
          start
          end
          article {
            ...ArticleFields
          }
        }
      }
    }
  `,
  [articleFields],
);

export type Answer = ResultOf<typeof answerFields>;
export type Citation = Answer['citations'][number];
export type AnswerSentence = Answer['sentences'][number];
export type NoAnswer = ResultOf<typeof noAnswerFields>;
export type NearestPassage = NoAnswer['nearest'][number];
export type AskResult = Answer | NoAnswer;
