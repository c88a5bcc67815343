import type { ApiProblem } from './api-error.ts';

/** Where the API is, and what is said when it is not. */
export interface Endpoint {
  /** In a browser it may be a path of the page's own origin. */
  readonly url: string;
  /** Sent with each request. */
  readonly headers: Readonly<Record<string, string>>;
  /** Nothing answers there. */
  readonly unreachable: ApiProblem;
  /** What answers there, with this HTTP status, is not this API. */
  readonly notFootnote: (status: number) => ApiProblem;
}

/** That of a program which was given the address. */
export function endpointAt(url: string, headers: Endpoint['headers']): Endpoint {
  return {
    url,
    headers,
    unreachable: {
      code: 'API_UNREACHABLE',
      message: `Nothing answers at ${url}. Start "footnote serve", or give the address that it says.`,
    },
    notFootnote: () => ({
      code: 'NOT_FOOTNOTE',
      message: `What answers at ${url} is not Footnote's API. Give the address that "footnote serve" says.`,
    }),
  };
}
