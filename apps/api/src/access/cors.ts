import { Response } from '@whatwg-node/fetch';

export interface Cors {
  /** Whether pages of this origin may call the API. */
  allows(origin: string): boolean;
  /** Answers a browser that asks whether such a page may send what it is about to; null for any other request. */
  preflight(request: Request): Response | null;
  /** Lets the page read the response, if it may. */
  allow(request: Request, response: Response): void;
}

/** What a page may send besides what every page may, and read besides the body. */
const REQUEST_HEADERS = 'authorization, content-type, x-request-id, mcp-protocol-version';
const RESPONSE_HEADERS = 'x-request-id, retry-after';

/** How long a browser may remember a preflight, in seconds. */
const MAX_AGE = '600';

/**
 * Cross-origin access for named origins alone; none unless named. Credentials, a proxy's cookies, say, are only for
 * origins named one by one: `*` must not let every site act as whoever visits it. The library that comes with Yoga takes
 * an empty list for any origin, and answers `*` with the origin itself and its credentials.
 */
export function createCors(origins: readonly string[]): Cors {
  const named = new Set(origins.map((origin) => origin.toLowerCase()));
  const isNamed = (origin: string): boolean => named.has(origin.toLowerCase());
  const allows = (origin: string): boolean => isNamed(origin) || named.has('*');
  const allow = (request: Request, { headers }: Response): void => {
    if (named.size === 0) return;
    headers.append('vary', 'origin');
    const origin = request.headers.get('origin');
    if (origin === null || !allows(origin)) return;
    headers.set('access-control-allow-origin', isNamed(origin) ? origin : '*');
    if (isNamed(origin)) headers.set('access-control-allow-credentials', 'true');
    headers.set('access-control-expose-headers', RESPONSE_HEADERS);
  };
  return {
    allows,
    allow,
    preflight: (request) => {
      const origin = request.headers.get('origin');
      const isAsked = request.method === 'OPTIONS' && request.headers.has('access-control-request-method');
      if (!isAsked || origin === null || !allows(origin)) return null;
      const headers = {
        'access-control-allow-methods': 'POST',
        'access-control-allow-headers': REQUEST_HEADERS,
        'access-control-max-age': MAX_AGE,
      };
      return new Response(null, { status: 204, headers });
    },
  };
}
