import { print } from '@0no-co/graphql.web';
import { createClient } from 'graphql-sse';
import { errorOf, FootnoteApiError, notFootnote, unreachable } from './api-error.ts';
import type { Endpoint, Operation } from './post-operation.ts';

export interface Subscription<Event, Variables, Result> extends Operation<Event, Variables> {
  /** Told of each event; what it gives back, once that is not undefined, is the result. */
  readonly onEvent: (event: Event) => Result | undefined;
  /** The error when the events end before that. */
  readonly cutShort: { readonly code: string; readonly message: string };
}

/** Follows a subscription to its result. @throws FootnoteApiError; the signal's reason when it is aborted */
export function subscribe<Event, Variables, Result>(
  { url, headers }: Endpoint,
  { document, variables, signal, onEvent, cutShort }: Subscription<Event, Variables, Result>,
): Promise<Result> {
  let response: Response | null = null;
  const client = createClient({
    url,
    headers,
    retryAttempts: 0,
    fetchFn: async (...request: Parameters<typeof fetch>) => {
      response = await fetch(...request);
      return response;
    },
  });
  const endsEarly = (cause?: unknown) => new FootnoteApiError(cutShort.code, cutShort.message, { cause });
  const result = new Promise<Result>((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason);
    signal?.addEventListener('abort', () => reject(signal.reason), { once: true });
    client.subscribe<Event>(
      { query: print(document), variables: variables as Record<string, unknown> },
      {
        next: (event) => {
          const error = errorOf(event);
          const given = error || !event.data ? undefined : onEvent(event.data);
          if (error) reject(error);
          else if (given !== undefined) resolve(given);
        },
        error: (cause) => void explain({ url, response, cause, endsEarly }).then(reject),
        complete: () => reject(endsEarly()),
      },
    );
  });
  return result.finally(() => client.dispose());
}

interface Failure {
  readonly url: string;
  /** Null when none came. */
  readonly response: Response | null;
  readonly cause: unknown;
  readonly endsEarly: (cause: unknown) => FootnoteApiError;
}

async function explain({ url, response, cause, endsEarly }: Failure): Promise<FootnoteApiError> {
  if (!response) return unreachable(url, cause);
  if (response.headers.get('content-type')?.startsWith('text/event-stream')) return endsEarly(cause);
  // Of a response that is no stream but says that all is well, the body was read in search of one.
  const body: unknown = response.bodyUsed ? null : await response.json().catch(() => null);
  return errorOf(body) ?? notFootnote(url, cause);
}
