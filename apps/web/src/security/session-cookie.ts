import { sitePath } from '../address/site-path.ts';
import { SESSION_COOKIE, SESSION_LIFETIME } from './session.ts';

/**
 * The cookie that holds a session: no script reads it, no other site's request carries it, and once it came by https
 * it goes by nothing else.
 */
export function sessionCookie(session: string, headers: Headers) {
  return {
    name: SESSION_COOKIE,
    value: session,
    maxAge: session === '' ? 0 : SESSION_LIFETIME,
    path: sitePath('/'),
    httpOnly: true,
    sameSite: 'strict',
    secure: isHttps(headers),
  } as const;
}

/** Of a proxy that does not say how it was reached, the browser does: the origin of a form is in its request. */
function isHttps(headers: Headers): boolean {
  const proto = headers.get('x-forwarded-proto')?.split(',')[0]?.trim();
  return proto === 'https' || headers.get('origin')?.startsWith('https://') === true;
}
