import { print } from '@0no-co/graphql.web';
import type { TadaDocumentNode } from 'gql.tada';
import { readSettings } from '../settings.ts';
import { ApiError, problemFromErrors, unreachableApi } from './api-problem.ts';

/** How long a page waits for the API, in milliseconds. */
const PATIENCE = 60_000;

/**
 * Asks the API from the web app's server.
 * @throws ApiError when the API cannot be reached, or answers with errors
 */
export async function queryApi<Result, Variables>(
  document: TadaDocumentNode<Result, Variables>,
  variables: Variables,
): Promise<Result> {
  const { apiUrl } = readSettings();
  const response = await fetch(apiUrl, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/graphql-response+json, application/json',
    },
    body: JSON.stringify({ query: print(document), variables }),
    cache: 'no-store',
    signal: AbortSignal.timeout(PATIENCE),
  }).catch((cause: unknown) => {
    throw new ApiError(unreachableApi(apiUrl), { cause });
  });
  const { data, errors } = await readBody<Result>(response, apiUrl);
  if (errors !== undefined) {
    throw new ApiError(problemFromErrors(errors));
  }
  return data as Result;
}

interface GraphQLBody<Result> {
  readonly data?: Result;
  readonly errors?: Parameters<typeof problemFromErrors>[0];
}

async function readBody<Result>(response: Response, apiUrl: string): Promise<GraphQLBody<Result>> {
  try {
    return (await response.json()) as GraphQLBody<Result>;
  } catch (cause) {
    throw new ApiError(
      {
        code: 'API_UNREADABLE',
        message: `What answers at ${apiUrl} is not Footnote's API (HTTP ${response.status}). Check FOOTNOTE_HOST and FOOTNOTE_PORT.`,
      },
      { cause },
    );
  }
}
