import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';

const REQUEST_ID_HEADER = 'x-request-id';

/** Of others' ids only plain ones go into the log. */
const PLAIN_ID = /^[\w.:-]{1,64}$/;

export interface RequestLog {
  /** The logger of the request that is being answered: each line says which. */
  logger(): Logger;
  /** Answers a request under its id, which is the client's where it sends one, and says how that went. */
  answer(request: Request, handle: () => Promise<Response>): Promise<Response>;
}

/** Lines say which request, how it went and how long it took; never what was asked or answered. */
export function createRequestLog(root: Logger): RequestLog {
  const current = new AsyncLocalStorage<Logger>();
  return {
    logger: () => current.getStore() ?? root,
    answer: async (request, handle) => {
      const given = request.headers.get(REQUEST_ID_HEADER);
      const requestId = given !== null && PLAIN_ID.test(given) ? given : randomUUID();
      const logger = root.child({ requestId });
      const start = performance.now();
      const response = await current.run(logger, handle);
      const path = pathOf(request);
      const milliseconds = Math.round(performance.now() - start);
      logger.debug({ method: request.method, path, status: response.status, milliseconds }, 'Answered.');
      response.headers.set(REQUEST_ID_HEADER, requestId);
      return response;
    },
  };
}

/** Empty where the Host header, or what stands in place of a path, makes no address: anybody may send such a thing. */
export function pathOf({ url }: Request): string {
  return URL.canParse(url) ? new URL(url).pathname : '';
}
