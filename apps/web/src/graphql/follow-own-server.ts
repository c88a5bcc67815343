import { FootnoteApiError, type Subscription, subscribe } from '@footnote/client';
import type { OrProblem } from './or-problem.ts';
import { OWN_SERVER } from './own-server.ts';

/**
 * Follows a subscription of the API from the browser to its result.
 * @returns what came of it; null when its signal was aborted
 */
export async function followOwnServer<Event, Variables, Result>(
  subscription: Subscription<Event, Variables, Result>,
): Promise<OrProblem<Result> | null> {
  try {
    return { value: await subscribe(OWN_SERVER, subscription) };
  } catch (error) {
    if (subscription.signal?.aborted) {
      return null;
    }
    if (error instanceof FootnoteApiError) {
      return { problem: { code: error.code, message: error.message } };
    }
    throw error;
  }
}
