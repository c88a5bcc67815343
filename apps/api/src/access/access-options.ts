import { FootnoteError } from '@footnote/engine';
import { isLoopback, nameOf } from './own-hosts.ts';

/** Who may use a server, and through what they reach it. Without any of it, a server is for its own machine alone. */
export interface AccessOptions {
  /** What callers send as `Authorization: Bearer …`; 16 characters or more. Undefined: none is asked for. */
  readonly token?: string | undefined;
  /** Whoever reaches the server may search and ask without the token. */
  readonly open?: boolean | undefined;
  /** Values of the Host header under which a proxy passes requests on; one without a port stands for every port. */
  readonly allowedHosts?: readonly string[] | undefined;
  /** What every path begins with, `/news`; empty for none. */
  readonly pathPrefix?: string | undefined;
  /** Origins whose pages may call the API, `https://app.example`; `*` is any, without credentials. */
  readonly corsOrigins?: readonly string[] | undefined;
  /** Addresses, networks or names of proxy-addr whose X-Forwarded-For is believed. */
  readonly trustedProxies?: readonly string[] | undefined;
  /** Points a minute that one caller may spend; 0 is no limit. Undefined: a limit where others reach the server. */
  readonly rateLimit?: number | undefined;
  /** What only the web app knows besides: with it the web app says for which of its visitors it calls. */
  readonly webSecret?: string | undefined;
}

/** Shorter tokens can be guessed. */
const MIN_TOKEN_LENGTH = 16;

/** Whether machines other than its own can reach a server, by its address or through a proxy. */
export function isReachable(host: string, { allowedHosts = [] }: AccessOptions): boolean {
  return !isLoopback(host) || allowedHosts.some((header) => !isLoopback(nameOf(header)));
}

/**
 * A server that others can reach asks for a token, unless it was said that it need not.
 *
 * @throws FootnoteError `TOKEN_MISSING`, `TOKEN_INVALID`
 */
export function assertGuarded(host: string, options: AccessOptions): void {
  const { token, open = false } = options;
  if (token !== undefined) assertToken(token);
  if (token !== undefined || open || !isReachable(host, options)) return;
  const cause = isLoopback(host)
    ? 'The allowed hosts say that a proxy passes requests of other machines on'
    : `Other machines may reach "${host}"`;
  throw new FootnoteError(
    'TOKEN_MISSING',
    `${cause}, and nothing says who may ask. Set FOOTNOTE_TOKEN (or --token-file) to a secret of ${MIN_TOKEN_LENGTH} characters or more, or let everybody in with --open; or listen on 127.0.0.1 alone (--host, FOOTNOTE_HOST).`,
  );
}

function assertToken(token: string): void {
  if (new RegExp(`^[!-~]{${MIN_TOKEN_LENGTH},}$`).test(token)) return;
  throw new FootnoteError(
    'TOKEN_INVALID',
    `The token is too short, or has characters that a header cannot carry. Give ${MIN_TOKEN_LENGTH} or more letters, digits and signs without spaces; "openssl rand -hex 32" makes one.`,
  );
}
