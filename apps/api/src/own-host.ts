import { isIPv4 } from 'node:net';
import { FootnoteError } from '@footnote/engine';

/**
 * The API has no authentication yet, so only this machine may reach it.
 *
 * @throws FootnoteError `HOST_NOT_LOOPBACK`
 */
export function assertLoopback(host: string): void {
  if (host === 'localhost' || host === '::1' || (isIPv4(host) && host.startsWith('127.'))) return;
  throw new FootnoteError(
    'HOST_NOT_LOOPBACK',
    `Footnote has no authentication yet, so it does not listen on "${host}", which other machines may reach. Use 127.0.0.1 (--host, FOOTNOTE_HOST).`,
  );
}

/** The values of the Host header that mean this server: its port at each name of this machine. */
export function ownHosts(host: string, port: number): ReadonlySet<string> {
  const names = ['localhost', '127.0.0.1', '[::1]', host.includes(':') ? `[${host}]` : host];
  const withPort = names.map((name) => `${name}:${port}`);
  return new Set(port === 80 ? [...withPort, ...names] : withPort);
}
