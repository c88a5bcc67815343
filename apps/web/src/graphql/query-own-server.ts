import type { Operation } from '@footnote/client';
import { OWN_SERVER } from './own-server.ts';
import { postInTime } from './post-in-time.ts';

/**
 * Asks the API from the browser.
 * @throws FootnoteApiError
 */
export function queryOwnServer<Result, Variables>(operation: Operation<Result, Variables>): Promise<Result> {
  return postInTime(OWN_SERVER, operation);
}
