import { print } from '@0no-co/graphql.web';
import type { TadaDocumentNode } from 'gql.tada';
import { ApiError, type ApiProblem, problemFromErrors } from './api-problem.ts';

/** How long a page waits for the API, in milliseconds. */
const PATIENCE = 60_000;

export interface Endpoint {
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** What to say when nothing answers there, and when something else than GraphQL does. */
  readonly unreachable: ApiProblem;
  readonly unreadable: (status: number) => ApiProblem;
}

export interface Operation<Result, Variables> {
  readonly document: TadaDocumentNode<Result, Variables>;
  readonly variables: Variables;
  /** Gives the operation up. */
  readonly signal?: AbortSignal;
}

interface GraphQLBody<Result> {
  readonly data?: Result;
  readonly errors?: Parameters<typeof problemFromErrors>[0];
}

/**
 * Sends a GraphQL operation.
 * @throws ApiError when nothing answers, or what answers has errors
 */
export async function postOperation<Result, Variables>(
  endpoint: Endpoint,
  { document, variables, signal }: Operation<Result, Variables>,
): Promise<Result> {
  const timeout = AbortSignal.timeout(PATIENCE);
  const response = await fetch(endpoint.url, {
    method: 'POST',
    headers: {
      ...endpoint.headers,
      'content-type': 'application/json',
      accept: 'application/graphql-response+json, application/json',
    },
    body: JSON.stringify({ query: print(document), variables }),
    cache: 'no-store',
    signal: signal === undefined ? timeout : AbortSignal.any([signal, timeout]),
  }).catch((cause: unknown) => {
    throw new ApiError(endpoint.unreachable, { cause });
  });
  const { data, errors } = await readBody<Result>(response, endpoint);
  if (errors !== undefined) {
    throw new ApiError(problemFromErrors(errors));
  }
  return data as Result;
}

async function readBody<Result>(response: Response, endpoint: Endpoint): Promise<GraphQLBody<Result>> {
  try {
    return (await response.json()) as GraphQLBody<Result>;
  } catch (cause) {
    throw new ApiError(endpoint.unreadable(response.status), { cause });
  }
}
