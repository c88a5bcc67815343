import { Response } from '@whatwg-node/fetch';
import type { Caller } from './access/admission.ts';
import type { Cors } from './access/cors.ts';
import type { OwnHosts } from './access/own-hosts.ts';
import type { ErrorCode } from './errors.ts';

export const GRAPHQL_PATH = '/graphql';
export const MCP_PATH = '/mcp';

const STATUS = {
  UNAUTHENTICATED: 401,
  HOST_NOT_ALLOWED: 403,
  ORIGIN_NOT_ALLOWED: 403,
  NOT_FOUND: 404,
  METHOD_NOT_ALLOWED: 405,
  NOT_ACCEPTABLE: 406,
  UNSUPPORTED_MEDIA_TYPE: 415,
  RATE_LIMITED: 429,
  INTERNAL_SERVER_ERROR: 500,
  INDEX_BUSY: 503,
  NOT_READY: 503,
} as const satisfies Partial<Record<ErrorCode, number>>;

/** A refusal before GraphQL is reached, in the shape of a GraphQL error. */
export function refuse(
  code: keyof typeof STATUS,
  message: string,
  headers: Record<string, string> = {},
): Response {
  return Response.json({ errors: [{ message, extensions: { code } }] }, { status: STATUS[code], headers });
}

/**
 * Pages of other sites must not reach the API. A name that they point at this machine (DNS rebinding) is not one of
 * the server's own hosts.
 */
export function refuseForeignHost(request: Request, hosts: OwnHosts): Response | null {
  const host = request.headers.get('host') ?? '';
  if (hosts.has(host)) return null;
  return refuse(
    'HOST_NOT_ALLOWED',
    `This server does not answer to the host "${host}". Use ${hosts.example}, or have it allow that host (--allowed-hosts).`,
  );
}

interface OwnOrigins {
  readonly hosts: OwnHosts;
  readonly cors: Cors;
}

/**
 * A browser says which page sends a request: of this server's own there is but one, GraphiQL, whose origin is the host
 * that it calls. Of a server that listens on every address, no other address is: anybody has one.
 */
export function refuseForeignOrigin(request: Request, { hosts, cors }: OwnOrigins): Response | null {
  const origin = request.headers.get('origin');
  if (origin === null || cors.allows(origin)) return null;
  const from = origin.replace(/^https?:\/\//i, '').toLowerCase();
  if (hosts.names(from) || from === request.headers.get('host')?.toLowerCase()) return null;
  return refuse(
    'ORIGIN_NOT_ALLOWED',
    `Pages of "${origin}" may not call this server. Call it from a program, or have it allow that origin (--cors-origins).`,
  );
}

/** What comes without a token that is needed, or with another. */
export function refuseStranger({ isAdmitted }: Caller): Response | null {
  if (isAdmitted) return null;
  return refuse(
    'UNAUTHENTICATED',
    'This server answers only those who have its token. Send it as "Authorization: Bearer …".',
    { 'www-authenticate': 'Bearer realm="Footnote"' },
  );
}

/**
 * A form, a link or a script on another site can send GET, and POST of any type but JSON, without asking first: only JSON
 * by POST carries operations. GET is left for the GraphiQL page, to those who may see it.
 */
export function refuseUnsafeOperation(request: Request, { isTrusted }: Caller): Response | null {
  const isPage = request.method === 'GET' && request.headers.get('accept')?.includes('text/html');
  return isPage && isTrusted ? null : refuseAllButJson(request);
}

/** What is no JSON by POST. */
export function refuseAllButJson(request: Request): Response | null {
  if (request.method !== 'POST') {
    return refuse('METHOD_NOT_ALLOWED', 'Send operations by POST.', { allow: 'POST' });
  }
  const mediaType = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (mediaType === 'application/json') return null;
  return refuse('UNSUPPORTED_MEDIA_TYPE', 'Send operations with "Content-Type: application/json".');
}
