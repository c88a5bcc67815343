import { print } from '@0no-co/graphql.web';
import type { TadaDocumentNode } from 'gql.tada';
import { errorOf, FootnoteApiError } from './api-error.ts';
import type { Endpoint } from './endpoint.ts';

export interface Operation<Result, Variables> {
  readonly document: TadaDocumentNode<Result, Variables>;
  readonly variables: Variables;
  /** Gives the operation up. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Sends a query or a mutation.
 * @throws FootnoteApiError; the signal's reason when it is aborted
 */
export async function postOperation<Result, Variables>(
  { url, headers, unreachable, notFootnote }: Endpoint,
  { document, variables, signal }: Operation<Result, Variables>,
): Promise<Result> {
  const request: RequestInit = {
    method: 'POST',
    headers: {
      ...headers,
      'content-type': 'application/json',
      accept: 'application/graphql-response+json, application/json',
    },
    body: JSON.stringify({ query: print(document), variables }),
    // Some web frameworks keep what their server fetches, by POST too.
    cache: 'no-store',
    signal: signal ?? null,
  };
  const response = await fetch(url, request).catch((cause: unknown) => {
    signal?.throwIfAborted();
    throw new FootnoteApiError(unreachable, { cause });
  });
  const result: unknown = await response.json().catch((cause: unknown) => {
    signal?.throwIfAborted();
    throw new FootnoteApiError(notFootnote(response.status), { cause });
  });
  const error = errorOf(result);
  if (error) throw error;
  if (typeof result !== 'object' || result === null || !('data' in result)) {
    throw new FootnoteApiError(notFootnote(response.status));
  }
  return result.data as Result;
}
