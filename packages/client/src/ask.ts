import { print } from '@0no-co/graphql.web';
import type { VariablesOf } from 'gql.tada';
import { createClient } from 'graphql-sse';
import { errorOf, FootnoteApiError, notFootnote, unreachable } from './api-error.ts';
import { type AskEvent, type AskResult, type AskStage, askDocument } from './documents.ts';
import type { Endpoint } from './post-operation.ts';

export interface AskOptions extends Omit<VariablesOf<typeof askDocument>, 'question'> {
  /** Told of each stage as it begins. */
  readonly onStage?: ((stage: AskStage) => void) | undefined;
  /** Stops the API's work, and rejects with its reason. */
  readonly signal?: AbortSignal | undefined;
}

/** @throws FootnoteApiError; the signal's reason when it is aborted */
export function ask(
  { url, headers }: Endpoint,
  question: string,
  { onStage, signal, ...variables }: AskOptions,
): Promise<AskResult> {
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
  const asked = new Promise<AskResult>((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason);
    signal?.addEventListener('abort', () => reject(signal.reason), { once: true });
    client.subscribe<{ ask: AskEvent }>(
      { query: print(askDocument), variables: { ...variables, question } },
      {
        next: (result) => {
          const error = errorOf(result);
          if (error) reject(error);
          else if (result.data?.ask.__typename === 'AskProgress') onStage?.(result.data.ask.stage);
          else if (result.data) resolve(result.data.ask);
        },
        error: (cause) => void explain({ url, response, cause }).then(reject),
        complete: () => reject(new FootnoteApiError('ANSWER_CUT_SHORT', CUT_SHORT)),
      },
    );
  });
  return asked.finally(() => client.dispose());
}

const CUT_SHORT = 'The connection ended before the answer came. Ask again.';

interface Failure {
  readonly url: string;
  /** Null when none came. */
  readonly response: Response | null;
  readonly cause: unknown;
}

async function explain({ url, response, cause }: Failure): Promise<FootnoteApiError> {
  if (!response) return unreachable(url, cause);
  if (response.headers.get('content-type')?.startsWith('text/event-stream')) {
    return new FootnoteApiError('ANSWER_CUT_SHORT', CUT_SHORT, { cause });
  }
  // Of a response that is no stream but says that all is well, the body was read in search of one.
  const body: unknown = response.bodyUsed ? null : await response.json().catch(() => null);
  return errorOf(body) ?? notFootnote(url, cause);
}
