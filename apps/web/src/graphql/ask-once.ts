import { apiFilter, type Filter } from '../address/filter.ts';
import { type AskResult, answerFields, noAnswerFields } from './ask-fields.ts';
import { graphql } from './graphql.ts';
import { queryApi } from './query-api.ts';

const askQuery = graphql(
  `
    query Ask($question: String!, $filter: ArticleFilter) {
      ask(question: $question, filter: $filter) {
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
export async function askOnce(question: string, filter: Filter): Promise<AskResult> {
  const { ask } = await queryApi(askQuery, { question, filter: apiFilter(filter) });
  return ask;
}
