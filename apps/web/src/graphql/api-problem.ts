/** Why the API gave no result, in words that can be shown: what happened and what to do. */
export interface ApiProblem {
  readonly code: string;
  readonly message: string;
}

/** Thrown where the API gave no result; `problem` can be shown as it stands. */
export class ApiError extends Error {
  readonly problem: ApiProblem;

  constructor(problem: ApiProblem, options?: ErrorOptions) {
    super(`${problem.code}: ${problem.message}`, options);
    this.name = 'ApiError';
    this.problem = problem;
  }
}

interface GraphQLErrorLike {
  readonly message: string;
  readonly extensions?: { readonly code?: unknown } | undefined;
}

/** The first error of a GraphQL response as a problem; an error without a code is the API's own fault. */
export function problemFromErrors(errors: readonly GraphQLErrorLike[]): ApiProblem {
  const [first] = errors;
  const code = first?.extensions?.code;
  if (first === undefined || typeof code !== 'string') {
    return {
      code: 'API_FAILED',
      message: 'The API failed to answer. Its log says why; asking again may help.',
    };
  }
  return { code, message: first.message };
}

export function unreachableApi(apiUrl: string): ApiProblem {
  return {
    code: 'API_UNREACHABLE',
    message: `Footnote's API does not answer at ${apiUrl}. Start it with “npm start”, or set FOOTNOTE_HOST and FOOTNOTE_PORT to where it runs.`,
  };
}
