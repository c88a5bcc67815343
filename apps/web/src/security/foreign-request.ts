import { isLoopbackHost, isOwnHost, type ListeningAt } from './own-host.ts';

interface RequestHead {
  readonly method: string;
  readonly headers: Headers;
}

/**
 * Why a request is not of a page of this server, nor of somebody who came here, or null when it is. Any site that a
 * reader visits can make the browser send requests here: under a name of its own that it lets resolve to this machine
 * (DNS rebinding: a foreign Host), or across origins (Origin, Sec-Fetch-Site).
 */
export function foreignRequest({ method, headers }: RequestHead, listening: ListeningAt): string | null {
  const host = headers.get('host') ?? '';
  if (!isOwnHost(host, listening)) {
    const { port } = listening;
    return `This server does not answer to that host. Use http://127.0.0.1:${port} or http://localhost:${port}, or have it allow the host (FOOTNOTE_ALLOWED_HOSTS).`;
  }
  const origin = headers.get('origin');
  if (origin !== null && !isOwnOrigin(origin.toLowerCase(), host.toLowerCase())) {
    return 'This server answers only its own pages; the request came from another origin.';
  }
  const site = headers.get('sec-fetch-site');
  const fromElsewhere = site !== null && site !== 'same-origin' && site !== 'none';
  if (fromElsewhere && !isNavigation(method, headers)) {
    return 'This server answers only its own pages; the request came from another site.';
  }
  return null;
}

/** A link on another site may lead here: it shows the page to the reader, and to nobody else. */
function isNavigation(method: string, headers: Headers): boolean {
  return (
    method === 'GET' &&
    headers.get('sec-fetch-mode') === 'navigate' &&
    headers.get('sec-fetch-dest') === 'document'
  );
}

/** Behind a proxy, the page came by https. */
function isOwnOrigin(origin: string, host: string): boolean {
  const isBehindProxy = !isLoopbackHost(host.replace(/:\d+$/, ''));
  return origin === `http://${host}` || (isBehindProxy && origin === `https://${host}`);
}
