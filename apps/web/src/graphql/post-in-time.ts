import { type Endpoint, FootnoteApiError, type Operation, postOperation } from '@footnote/client';

/** How long a page waits for the API, in milliseconds. */
const PATIENCE = 60_000;

/**
 * Sends an operation, and takes the API for unreachable when it has not answered in time, or was given up.
 * @throws FootnoteApiError
 */
export async function postInTime<Result, Variables>(
  endpoint: Endpoint,
  operation: Operation<Result, Variables>,
): Promise<Result> {
  const timeout = AbortSignal.timeout(PATIENCE);
  const signal = operation.signal === undefined ? timeout : AbortSignal.any([operation.signal, timeout]);
  try {
    return await postOperation(endpoint, { ...operation, signal });
  } catch (cause) {
    if (signal.aborted && !(cause instanceof FootnoteApiError)) {
      throw new FootnoteApiError(endpoint.unreachable, { cause });
    }
    throw cause;
  }
}
