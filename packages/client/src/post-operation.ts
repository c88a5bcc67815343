import { print } from '@0no-co/graphql.web';
import type { TadaDocumentNode } from 'gql.tada';
import { errorOf, notFootnote, unreachable } from './api-error.ts';

export interface Endpoint {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}

export interface Operation<Result, Variables> {
  readonly document: TadaDocumentNode<Result, Variables>;
  readonly variables: Variables;
  readonly signal?: AbortSignal | undefined;
}

/** @throws FootnoteApiError; the signal's reason when it is aborted */
export async function postOperation<Result, Variables>(
  { url, headers }: Endpoint,
  { document, variables, signal }: Operation<Result, Variables>,
): Promise<Result> {
  const request: RequestInit = {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify({ query: print(document), variables }),
    signal: signal ?? null,
  };
  const response = await fetch(url, request).catch((cause: unknown) => {
    signal?.throwIfAborted();
    throw unreachable(url, cause);
  });
  const result: unknown = await response.json().catch((cause: unknown) => {
    signal?.throwIfAborted();
    throw notFootnote(url, cause);
  });
  const error = errorOf(result);
  if (error) throw error;
  if (typeof result !== 'object' || result === null || !('data' in result)) throw notFootnote(url);
  return result.data as Result;
}
