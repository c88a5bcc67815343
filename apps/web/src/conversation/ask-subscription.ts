import { apiFilter, type Filter } from '../address/filter.ts';
import type { ApiProblem } from '../graphql/api-problem.ts';
import { answerFields, noAnswerFields } from '../graphql/ask-fields.ts';
import { graphql } from '../graphql/graphql.ts';
import { subscribeOwnServer } from '../graphql/subscribe-own-server.ts';
import type { Outcome } from './conversation.ts';
import type { HistoryTurn } from './conversation-history.ts';

const askSubscription = graphql(
  `
    subscription Ask($question: String!, $history: [ConversationTurn!], $filter: ArticleFilter) {
      ask(question: $question, history: $history, filter: $filter) {
        __typename
        ... on AskProgress {
          stage
          found: evidence {
            passage {
              id
            }
          }
        }
        ...AnswerFields
        ...NoAnswerFields
      }
    }
  `,
  [answerFields, noAnswerFields],
);

export interface AskRequest {
  readonly question: string;
  readonly history: readonly HistoryTurn[];
  readonly filter: Filter;
}

/**
 * Asks through the web app's own origin.
 * @param onOutcome called with each stage, and at last with the result or what prevented it
 * @returns stops asking: the API is told, and nothing more is called
 */
export function askOverSubscription(request: AskRequest, onOutcome: (outcome: Outcome) => void): () => void {
  let isAnswered = false;
  return subscribeOwnServer({
    document: askSubscription,
    variables: { ...request, history: [...request.history], filter: apiFilter(request.filter) },
    onEvent: ({ ask }) => {
      if (ask.__typename === 'AskProgress') {
        onOutcome({ kind: 'asking', stage: ask.stage, passages: ask.found?.length ?? null });
      } else {
        isAnswered = true;
        onOutcome({ kind: 'result', result: ask });
      }
    },
    onEnd: (problem) => {
      if (!isAnswered) {
        onOutcome({ kind: 'failed', problem: problem ?? CUT_SHORT });
      }
    },
  });
}

const CUT_SHORT: ApiProblem = {
  code: 'ANSWER_CUT_SHORT',
  message: 'The connection ended before the answer came. Ask again.',
};
