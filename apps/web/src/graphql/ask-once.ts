import { graphql } from '@footnote/client';
import { apiFilter, type Filter } from '../address/filter.ts';
import { type AskResult, answerFields, noAnswerFields } from './ask-fields.ts';
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

/** The questions of readers that are being answered. */
const asked = new Set<Promise<unknown>>();

/** Waits until no reader waits for an answer: what the page asks for itself comes after them. */
export async function untilNoneIsAsked(): Promise<void> {
  while (asked.size > 0) {
    await Promise.allSettled(asked);
  }
}

/**
 * Asks a question that begins a conversation, for a page that the server renders whole.
 * @throws FootnoteApiError
 */
export async function askOnce(question: string, filter: Filter): Promise<AskResult> {
  const answer = queryApi(askQuery, { question, filter: apiFilter(filter) });
  asked.add(answer);
  try {
    return (await answer).ask;
  } finally {
    asked.delete(answer);
  }
}
