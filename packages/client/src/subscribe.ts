import { print } from '@0no-co/graphql.web';
import { createClient } from 'graphql-sse';
import { type ApiProblem, errorOf, FootnoteApiError } from './api-error.ts';
import type { Endpoint } from './endpoint.ts';
import type { Operation } from './post-operation.ts';

export interface Subscription<Event, Variables, Result> extends Operation<Event, Variables> {
  /** Told of each event; what it gives back, once that is not undefined, is the result, and no other event comes. */
  readonly onEvent: (event: Event) => Result | undefined;
  /** The error when the events end before that. */
  readonly cutShort: ApiProblem;
}

/**
 * Follows a subscription to its result. When its signal is aborted the API is told, and no other event comes.
 * @throws FootnoteApiError; the signal's reason when it is aborted
 */
export function subscribe<Event, Variables, Result>(
  endpoint: Endpoint,
  { document, variables, signal, onEvent, cutShort }: Subscription<Event, Variables, Result>,
): Promise<Result> {
  let response: Response | null = null;
  const client = createClient({
    url: endpoint.url,
    headers: endpoint.headers,
    retryAttempts: 0,
    fetchFn: async (...request: Parameters<typeof fetch>) => {
      response = await fetch(...request);
      return response;
    },
  });
  const result = new Promise<Result>((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason);
    signal?.addEventListener('abort', () => reject(signal.reason), { once: true });
    let isOver = false;
    client.subscribe<Event>(
      { query: print(document), variables: variables as Record<string, unknown> },
      {
        next: (event) => {
          // Events that came together are still told one after the other.
          if (isOver || signal?.aborted) return;
          const error = errorOf(event);
          const given = error || !event.data ? undefined : onEvent(event.data);
          isOver = error !== null || given !== undefined;
          if (error) reject(error);
          else if (given !== undefined) resolve(given);
        },
        error: (cause) => void explain({ endpoint, response, cause, cutShort }).then(reject),
        complete: () => reject(new FootnoteApiError(cutShort)),
      },
    );
  });
  return result.finally(() => client.dispose());
}

interface Failure {
  readonly endpoint: Endpoint;
  /** Null when none came. */
  readonly response: Response | null;
  readonly cause: unknown;
  readonly cutShort: ApiProblem;
}

async function explain({ endpoint, response, cause, cutShort }: Failure): Promise<FootnoteApiError> {
  if (!response) return new FootnoteApiError(endpoint.unreachable, { cause });
  if (response.headers.get('content-type')?.startsWith('text/event-stream')) {
    return new FootnoteApiError(cutShort, { cause });
  }
  // Of a response that is no stream but says that all is well, the body was read in search of one.
  const body: unknown = response.bodyUsed ? null : await response.json().catch(() => null);
  return errorOf(body) ?? new FootnoteApiError(endpoint.notFootnote(response.status), { cause });
}
