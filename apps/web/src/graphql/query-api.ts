import type { Operation, TadaDocumentNode } from '@footnote/client';
import { headers } from 'next/headers';
import { type Visitor, visitorOf } from '../security/visitor.ts';
import { readSettings } from '../settings.ts';
import { apiHeaders } from './api-headers.ts';
import { unreachableApi, unreadableApi } from './api-problem.ts';
import { postInTime } from './post-in-time.ts';

/**
 * Asks the API from the web app's server, for the visitor whose page is being made.
 * @throws FootnoteApiError when the API cannot be reached, or answers with errors
 */
export async function queryApi<Result, Variables>(
  document: TadaDocumentNode<Result, Variables>,
  variables: Variables,
): Promise<Result> {
  return queryApiFor(visitorOf(await headers()), { document, variables });
}

/**
 * The same for a visitor, or, with null, for the web app itself: what all visitors share.
 * @throws FootnoteApiError
 */
export function queryApiFor<Result, Variables>(
  visitor: Visitor | null,
  operation: Operation<Result, Variables>,
): Promise<Result> {
  const { apiUrl } = readSettings();
  const endpoint = {
    url: apiUrl,
    headers: apiHeaders(visitor),
    unreachable: unreachableApi(apiUrl),
    notFootnote: (status: number) => unreadableApi(apiUrl, status),
  };
  return postInTime(endpoint, operation);
}
