import { type NextRequest, NextResponse } from 'next/server';
import { sitePath } from './address/site-path.ts';
import { foreignRequest } from './security/foreign-request.ts';
import { contentSecurityPolicy, securityHeaders } from './security/security-headers.ts';
import { SESSION_COOKIE, sessionId } from './security/session.ts';
import { addressOf, setVisitor, type Visitor } from './security/visitor.ts';
import { readSettings } from './settings.ts';

/** Stands before every page, file and forwarded request. */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const settings = readSettings();
  const refusal = foreignRequest(request, settings);
  if (refusal !== null) {
    return refused(403, refusal);
  }
  const { pathname } = request.nextUrl;
  if (!isPercentEncoded(pathname)) {
    return refused(400, 'This address is cut off or mistyped: a % in it is not followed by a valid code.');
  }
  if (pathname.startsWith(STATIC)) {
    return staticFile();
  }
  const session = await sessionId(request.cookies.get(SESSION_COOKIE)?.value, settings);
  const visitor = { id: session ?? addressOf(request.headers), isSignedIn: session !== null };
  const needsSession = settings.token !== null && !settings.open && !SIGNING_IN.has(pathname);
  return needsSession && session === null ? signInFirst(request) : page(request, visitor);
}

/** What somebody who is not signed in may see. */
const SIGNING_IN = new Set(['/sign-in', '/session', '/icon.svg']);

/** Leads a reader to where they sign in, and back from there; tells a program that it must. */
function signInFirst(request: NextRequest): NextResponse {
  const { headers, method, nextUrl } = request;
  if (method !== 'GET' || !headers.get('accept')?.includes('text/html')) {
    const message = 'You are not signed in, or no more. Reload the page, and sign in.';
    const body = { errors: [{ message, extensions: { code: 'UNAUTHENTICATED' } }] };
    return NextResponse.json(body, { status: 401, headers: securityHeaders });
  }
  if (headers.get('sec-fetch-site') === 'cross-site') {
    return onceMore();
  }
  const to = sitePath(nextUrl.pathname) + nextUrl.search;
  const signIn = new URL(`${sitePath('/sign-in')}?${new URLSearchParams({ to })}`, nextUrl);
  return NextResponse.redirect(signIn, { status: 303, headers: securityHeaders });
}

/** A link on another site brings no cookie, of whoever is signed in either: the page's own request for itself does. */
function onceMore(): NextResponse {
  const headers = {
    ...securityHeaders,
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
  };
  const html =
    '<!doctype html><html lang="en"><meta http-equiv="refresh" content="0"><title>Footnote</title>';
  return new NextResponse(html, { headers });
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

function page(request: NextRequest, visitor: Visitor): NextResponse {
  const nonce = crypto.randomUUID();
  const policy = contentSecurityPolicy(nonce, process.env.NODE_ENV === 'development');
  const requestHeaders = new Headers(request.headers);
  // Next reads the nonce from here and puts it on its own scripts.
  requestHeaders.set('content-security-policy', policy);
  setVisitor(requestHeaders, visitor);
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
