import { createHmac } from 'node:crypto';
import { errors, jwtVerify, SignJWT } from 'jose';
import type { Settings } from '../settings.ts';

export const SESSION_COOKIE = 'footnote-session';

/** How long one stays signed in, in seconds. */
export const SESSION_LIFETIME = 30 * 24 * 60 * 60;

const ALGORITHM = 'HS256';

type Secrets = Pick<Settings, 'token' | 'webSecret'>;

/** A session for who showed the token: signed, so that nobody can make one up, and the token is not in the cookie. */
export function newSession(secrets: Secrets): Promise<string> {
  return new SignJWT()
    .setProtectedHeader({ alg: ALGORITHM })
    .setJti(crypto.randomUUID())
    .setIssuedAt()
    .setExpirationTime(`${SESSION_LIFETIME}s`)
    .sign(keyOf(secrets));
}

/** What tells a session from others; null when there is none, or it is over or forged. */
export async function sessionId(cookie: string | undefined, secrets: Secrets): Promise<string | null> {
  if (cookie === undefined || secrets.token === null) {
    return null;
  }
  try {
    const { payload } = await jwtVerify(cookie, keyOf(secrets), { algorithms: [ALGORITHM] });
    return payload.jti ?? null;
  } catch (error) {
    if (error instanceof errors.JOSEError) {
      return null;
    }
    throw error;
  }
}

/** Another token ends every session, and whoever has the token still cannot sign one. */
function keyOf({ token, webSecret }: Secrets): Uint8Array {
  return createHmac('sha256', webSecret ?? '')
    .update(token ?? '')
    .digest();
}
