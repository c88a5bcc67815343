import { type AskResult, answerFields, noAnswerFields } from './ask-fields.ts';
import { graphql } from './graphql.ts';
import { queryApi } from './query-api.ts';

const askQuery = graphql(
  `
    query Ask($question: String!) {
      ask(question: $question) {
        __typename
        ...AnswerFields
        ...NoAnswerFields
      }
    }
  `,
  [answerFields, noAnswerFields],
);

/**
 * Asks a question that begins a conversation, for a page that the server renders whole.
 * @throws ApiError
 */
export async function askOnce(question: string): Promise<AskResult> {
  const { ask } = await queryApi(askQuery, { question });
  return ask;
}
