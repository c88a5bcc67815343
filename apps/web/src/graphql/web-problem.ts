import type { ApiProblem } from '@footnote/client';

/** What a page says when its own server, which forwards to the API, is gone. */
export const WEB_UNREACHABLE: ApiProblem = {
  code: 'WEB_UNREACHABLE',
  message:
    'The page cannot reach its own server. Check that Footnote still runs (“npm start”), then ask again.',
};

/** What a page says when its own server answers with something that is no GraphQL. */
export function unexpectedStatus(status: number): ApiProblem {
  return {
    code: `HTTP_${status}`,
    message: `The page's server answered with HTTP ${status}. Reload the page, then ask again.`,
  };
}
