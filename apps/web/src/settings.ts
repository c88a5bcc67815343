import { isEverywhere, isLoopbackHost, type ListeningAt } from './security/own-host.ts';

/** Where things are, and who may use them; read on the server only. */
export interface Settings extends ListeningAt {
  /** The address of the API's GraphQL endpoint. */
  readonly apiUrl: string;
  /** FOOTNOTE_INDEX as it was given; null where it is the default. */
  readonly index: string | null;
  /** What the API asks for, and visitors sign in with; null where none is needed. */
  readonly token: string | null;
  /** Whether visitors may ask without signing in. */
  readonly open: boolean;
  /** What the API knows this server by, when it says for which visitor it calls. */
  readonly webSecret: string | null;
}

/**
 * Reads the settings that `npm start` hands on, and PORT, which Next sets to the port it listens on.
 * @throws Error when others can reach the host and nothing says who may ask, or the API's port is no port
 */
export function readSettings(
  environment: Readonly<Record<string, string | undefined>> = process.env,
): Settings {
  const host = environment.FOOTNOTE_HOST || '127.0.0.1';
  const token = environment.FOOTNOTE_TOKEN || null;
  const open = environment.FOOTNOTE_OPEN === '1';
  const allowedHosts = (environment.FOOTNOTE_ALLOWED_HOSTS ?? '').split(',').filter((one) => one !== '');
  if (token === null && !open && !(isLoopbackHost(host) && allowedHosts.length === 0)) {
    throw new Error(
      'Other machines can reach the web app, and nothing says who may ask. Set FOOTNOTE_TOKEN, or let everybody in with FOOTNOTE_OPEN=1; or set FOOTNOTE_HOST to 127.0.0.1.',
    );
  }
  return {
    apiUrl: apiUrlOf(host, environment),
    host,
    port: environment.PORT || environment.FOOTNOTE_WEB_PORT || '3000',
    allowedHosts,
    index: environment.FOOTNOTE_INDEX || null,
    token,
    open,
    webSecret: environment.FOOTNOTE_WEB_SECRET || null,
  };
}

function apiUrlOf(host: string, environment: Readonly<Record<string, string | undefined>>): string {
  const port = environment.FOOTNOTE_PORT || '4000';
  if (!/^\d{1,5}$/.test(port) || Number(port) < 1 || Number(port) > 65_535) {
    throw new Error(`FOOTNOTE_PORT is ${port}. Use a number from 1 to 65535.`);
  }
  // Who listens on every address is reached from its own machine by this one.
  const reached = isEverywhere(host) ? '127.0.0.1' : host;
  const name = reached.includes(':') ? `[${reached}]` : reached;
  return `http://${name}:${port}${environment.FOOTNOTE_PATH_PREFIX ?? ''}/graphql`;
}
