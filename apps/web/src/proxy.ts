import { type NextRequest, NextResponse } from 'next/server';
import { foreignRequest } from './security/foreign-request.ts';
import { contentSecurityPolicy, securityHeaders } from './security/security-headers.ts';
import { readSettings } from './settings.ts';

/** Stands before every page, file and forwarded request. */
export function proxy(request: NextRequest): NextResponse {
  const refusal = foreignRequest(request, readSettings().port);
  if (refusal !== null) {
    return refused(403, refusal);
  }
  if (!isPercentEncoded(request.nextUrl.pathname)) {
    return refused(400, 'This address is cut off or mistyped: a % in it is not followed by a valid code.');
  }
  return request.nextUrl.pathname.startsWith(STATIC) ? staticFile() : page(request);
}

/** Files of the build, the same for everybody: what the other headers say is said of pages. */
const STATIC = '/_next/static/';

function staticFile(): NextResponse {
  const response = NextResponse.next();
  for (const name of ['x-content-type-options', 'cross-origin-resource-policy'] as const) {
    response.headers.set(name, securityHeaders[name]);
  }
  return response;
}

function page(request: NextRequest): NextResponse {
  const nonce = crypto.randomUUID();
  const policy = contentSecurityPolicy(nonce, process.env.NODE_ENV === 'development');
  const requestHeaders = new Headers(request.headers);
  // Next reads the nonce from here and puts it on its own scripts.
  requestHeaders.set('content-security-policy', policy);
  const response = NextResponse.next({ request: { headers: requestHeaders } });
  for (const [name, value] of Object.entries({ ...securityHeaders, 'content-security-policy': policy })) {
    response.headers.set(name, value);
  }
  return response;
}

/** Next answers a path that it cannot decode with an internal error. */
function isPercentEncoded(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}

function refused(status: number, reason: string): NextResponse {
  const headers = { ...securityHeaders, 'content-type': 'text/plain; charset=utf-8' };
  return new NextResponse(`${reason}\n`, { status, headers });
}
