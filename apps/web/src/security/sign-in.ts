import { isSitePath, sitePath } from '../address/site-path.ts';
import { apiHeaders } from '../graphql/api-headers.ts';
import type { Settings } from '../settings.ts';

/** Why somebody is not signed in. */
const PROBLEMS = ['wrong', 'limited', 'away'] as const;
export type SignInProblem = (typeof PROBLEMS)[number];

export function signInProblem(text: string | null): SignInProblem | null {
  return PROBLEMS.find((problem) => problem === text) ?? null;
}

interface Attempt {
  readonly address: string;
  readonly settings: Settings;
}

/**
 * Has the API judge a token, which also limits how many wrong ones may come from one address; null when it is right.
 */
export async function checkToken(
  token: string,
  { address, settings }: Attempt,
): Promise<SignInProblem | null> {
  if (settings.token === null || !/^[!-~]+$/.test(token)) {
    return 'wrong';
  }
  try {
    const { status } = await fetch(settings.apiUrl, {
      method: 'POST',
      headers: {
        ...apiHeaders({ id: address, isSignedIn: false }, settings),
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify({ query: '{ __typename }' }),
      cache: 'no-store',
      redirect: 'error',
    });
    return status === 200 ? null : (STATUS_PROBLEMS[status] ?? 'away');
  } catch (error) {
    console.error(`Nobody can sign in, as ${settings.apiUrl} does not answer:`, error);
    return 'away';
  }
}

const STATUS_PROBLEMS: Readonly<Record<number, SignInProblem>> = { 401: 'wrong', 429: 'limited' };

/** A path of this web app, to go on from signing in; home for anything else, which could lead to another site. */
export function ownPath(path: string | null): string {
  const isPath = path !== null && /^\/(?![/\\])[!-~]*$/.test(path);
  return isPath && isSitePath(path) ? path : sitePath('/');
}
