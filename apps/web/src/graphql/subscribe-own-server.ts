import { print } from '@0no-co/graphql.web';
import type { TadaDocumentNode } from 'gql.tada';
import { createClient, NetworkError } from 'graphql-sse';
import { sitePath } from '../address/site-path.ts';
import { type ApiProblem, problemFromErrors } from './api-problem.ts';
import { unexpectedStatus, WEB_UNREACHABLE } from './web-problem.ts';

export interface Subscription<Result, Variables> {
  readonly document: TadaDocumentNode<Result, Variables>;
  readonly variables: Variables;
  readonly onEvent: (event: Result) => void;
  /** Called with what prevented further events, or with null when they ended. */
  readonly onEnd: (problem: ApiProblem | null) => void;
}

/**
 * Follows a subscription of the API through the web app's own origin.
 * @returns stops it: the API is told, and nothing more is called
 */
export function subscribeOwnServer<Result, Variables>(
  subscription: Subscription<Result, Variables>,
): () => void {
  const client = createClient({ url: sitePath('/graphql'), retryAttempts: 0 });
  let hasEnded = false;
  const end = (problem: ApiProblem | null): void => {
    if (!hasEnded) {
      hasEnded = true;
      subscription.onEnd(problem);
    }
  };
  const dispose = client.subscribe<Result>(
    {
      query: print(subscription.document),
      variables: subscription.variables as Record<string, unknown>,
    },
    {
      next: ({ data, errors }) => {
        if (errors !== undefined || !data) {
          end(problemFromErrors(errors ?? []));
        } else if (!hasEnded) {
          subscription.onEvent(data);
        }
      },
      error: (error) => void problemFromFailure(error).then(end),
      complete: () => end(null),
    },
  );
  return () => {
    hasEnded = true;
    dispose();
    client.dispose();
  };
}

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
