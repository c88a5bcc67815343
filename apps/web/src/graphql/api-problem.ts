import type { ApiProblem } from '@footnote/client';

export function unreachableApi(apiUrl: string): ApiProblem {
  return {
    code: 'API_UNREACHABLE',
    message: `Footnote's API does not answer at ${apiUrl}. Start it with “npm start”, or set FOOTNOTE_HOST and FOOTNOTE_PORT to where it runs.`,
  };
}

/** What answers is something else, with this status of HTTP. */
export function unreadableApi(apiUrl: string, status: number): ApiProblem {
  return {
    code: 'API_UNREADABLE',
    message: `What answers at ${apiUrl} is not Footnote's API (HTTP ${status}). Check FOOTNOTE_HOST and FOOTNOTE_PORT.`,
  };
}
