import { sitePath } from '../address/site-path.ts';
import { type Endpoint, type Operation, postOperation } from './post-operation.ts';
import { unexpectedStatus, WEB_UNREACHABLE } from './web-problem.ts';

const OWN_SERVER: Endpoint = {
  url: sitePath('/graphql'),
  unreachable: WEB_UNREACHABLE,
  unreadable: unexpectedStatus,
};

/**
 * Asks the API from the browser, through the web app's own origin.
 * @throws ApiError
 */
export function queryOwnServer<Result, Variables>(operation: Operation<Result, Variables>): Promise<Result> {
  return postOperation(OWN_SERVER, operation);
}
