import { articleFields, graphql, type ResultOf } from '@footnote/client';

/** A passage that was found, and why. */
const hitFields = graphql(
  `
    fragment HitFields on SearchHit @_unmask {
      score
      explanation {
        lexical
        semantic
      }
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
  `,
  [articleFields],
);

export const answerFields = graphql(
  `
    fragment AnswerFields on Answer @_unmask {
      __typename
      question
      interpretedQuestion
      text
      confidence
      certainty
      threshold
      unanswered
      disagreements {
        on
        citationNumbers
      }
      sentences {
        text
        citationNumbers
      }
      citations {
        number
        quote
        contextBefore
        contextAfter
        start
        end
        answerSpan {
          start
          end
        }
        passage {
          text
          start
          end
        }
        article {
          ...ArticleFields
          duplicates {
            ...ArticleFields
          }
        }
      }
      evidence {
        ...HitFields
      }
    }
  `,
  [articleFields, hitFields],
);

export const noAnswerFields = graphql(
  `
    fragment NoAnswerFields on NoAnswer @_unmask {
      __typename
      question
      interpretedQuestion
      reason
      explanation
      confidence
      threshold
      collection {
        articles
        publishedFrom
        publishedTo
      }
      nearest {
        ...HitFields
      }
    }
  `,
  [hitFields],
);

export type Answer = ResultOf<typeof answerFields>;
export type Citation = Answer['citations'][number];
export type AnswerSentence = Answer['sentences'][number];
export type NoAnswer = ResultOf<typeof noAnswerFields>;
export type Hit = ResultOf<typeof hitFields>;
export type AskResult = Answer | NoAnswer;
