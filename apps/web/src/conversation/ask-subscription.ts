import { type ApiProblem, graphql } from '@footnote/client';
import { apiFilter, type Filter } from '../address/filter.ts';
import { type AskResult, answerFields, noAnswerFields } from '../graphql/ask-fields.ts';
import { followOwnServer } from '../graphql/follow-own-server.ts';
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
  const stopping = new AbortController();
  const outcome = followOwnServer({
    document: askSubscription,
    variables: { ...request, history: [...request.history], filter: apiFilter(request.filter) },
    signal: stopping.signal,
    onEvent: ({ ask }): AskResult | undefined => {
      if (ask.__typename !== 'AskProgress') {
        return ask;
      }
      onOutcome({ kind: 'asking', stage: ask.stage, passages: ask.found?.length ?? null });
      return undefined;
    },
    cutShort: CUT_SHORT,
  });
  void outcome.then((end) => {
    if (end !== null && !stopping.signal.aborted) {
      onOutcome(
        end.problem ? { kind: 'failed', problem: end.problem } : { kind: 'result', result: end.value },
      );
    }
  });
  return () => stopping.abort();
}

const CUT_SHORT: ApiProblem = {
  code: 'ANSWER_CUT_SHORT',
  message: 'The connection ended before the answer came. Ask again.',
};
