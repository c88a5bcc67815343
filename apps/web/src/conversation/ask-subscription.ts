import { print } from '@0no-co/graphql.web';
import type { ResultOf } from 'gql.tada';
import { createClient, NetworkError } from 'graphql-sse';
import { apiFilter, type Filter } from '../address/filter.ts';
import { sitePath } from '../address/site-path.ts';
import { type ApiProblem, problemFromErrors } from '../graphql/api-problem.ts';
import { answerFields, noAnswerFields } from '../graphql/ask-fields.ts';
import { graphql } from '../graphql/graphql.ts';
import { unexpectedStatus, WEB_UNREACHABLE } from '../graphql/web-problem.ts';
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

type AskData = ResultOf<typeof askSubscription>;

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
  const client = createClient({ url: sitePath('/graphql'), retryAttempts: 0 });
  let settled = false;
  const settle = (outcome: Outcome): void => {
    if (!settled) {
      settled = true;
      onOutcome(outcome);
    }
  };
  const dispose = client.subscribe<AskData>(
    { query: print(askSubscription), variables: { ...request, filter: apiFilter(request.filter) } },
    {
      next: ({ data, errors }) => {
        if (errors !== undefined || !data) {
          settle({ kind: 'failed', problem: problemFromErrors(errors ?? []) });
        } else if (data.ask.__typename === 'AskProgress') {
          const { found, stage } = data.ask;
          onOutcome({ kind: 'asking', stage, passages: found?.length ?? null });
        } else {
          settle({ kind: 'result', result: data.ask });
        }
      },
      error: (error) => {
        void problemFromFailure(error).then((problem) => settle({ kind: 'failed', problem }));
      },
      complete: () => settle({ kind: 'failed', problem: CUT_SHORT }),
    },
  );
  return () => {
    settled = true;
    dispose();
    client.dispose();
  };
}

const CUT_SHORT: ApiProblem = {
  code: 'ANSWER_CUT_SHORT',
  message: 'The connection ended before the answer came. Ask again.',
};

async function problemFromFailure(error: unknown): Promise<ApiProblem> {
  if (Array.isArray(error)) {
    return problemFromErrors(error);
  }
  if (!(error instanceof NetworkError) || error.response === undefined) {
    return WEB_UNREACHABLE;
  }
  const response = error.response as Response;
  const body: unknown = await response.json().catch(() => null);
  if (typeof body === 'object' && body !== null && 'errors' in body && Array.isArray(body.errors)) {
    return problemFromErrors(body.errors);
  }
  return unexpectedStatus(response.status);
}
