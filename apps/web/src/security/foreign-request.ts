import { isOwnHost } from './loopback-host.ts';

interface RequestHead {
  readonly method: string;
  readonly headers: Headers;
}

/**
 * Why a request is not this machine's reader's own, or null when it is. Footnote listens on loopback, yet any site
 * that the reader visits can make the browser send requests there: under a name of its own that it lets resolve to
 * loopback (DNS rebinding: a foreign Host), or across origins (Origin, Sec-Fetch-Site).
 * @param port the one that this server listens on
 */
export function foreignRequest({ method, headers }: RequestHead, port: string): string | null {
  const host = headers.get('host') ?? '';
  if (!isOwnHost(host, port)) {
    return `This server does not answer to that host. Use http://127.0.0.1:${port} or http://localhost:${port}.`;
  }
  const origin = headers.get('origin');
  if (origin !== null && origin.toLowerCase() !== `http://${host.toLowerCase()}`) {
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
