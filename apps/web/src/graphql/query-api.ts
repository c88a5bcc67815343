import type { TadaDocumentNode } from 'gql.tada';
import { readSettings } from '../settings.ts';
import { unreachableApi } from './api-problem.ts';
import { postOperation } from './post-operation.ts';

/**
 * Asks the API from the web app's server.
 * @throws ApiError when the API cannot be reached, or answers with errors
 */
export function queryApi<Result, Variables>(
  document: TadaDocumentNode<Result, Variables>,
  variables: Variables,
): Promise<Result> {
  const { apiUrl } = readSettings();
  const endpoint = {
    url: apiUrl,
    unreachable: unreachableApi(apiUrl),
    unreadable: (status: number) => ({
      code: 'API_UNREADABLE',
      message: `What answers at ${apiUrl} is not Footnote's API (HTTP ${status}). Check FOOTNOTE_HOST and FOOTNOTE_PORT.`,
    }),
  };
  return postOperation(endpoint, { document, variables });
}
