import { isLoopbackHost } from './security/loopback-host.ts';

/** Where things are; read on the server only. */
export interface Settings {
  /** The address of the API's GraphQL endpoint. */
  readonly apiUrl: string;
  /** The port that this server listens on. */
  readonly port: string;
  /** FOOTNOTE_INDEX as it was given; null where it is the default. */
  readonly index: string | null;
}

/**
 * Reads FOOTNOTE_HOST and FOOTNOTE_PORT, the address of the API, FOOTNOTE_INDEX, and PORT, which Next sets to the port it listens on.
 * @throws Error when the host is not this machine, or the API's port is no port
 */
export function readSettings(
  environment: Readonly<Record<string, string | undefined>> = process.env,
): Settings {
  const host = environment.FOOTNOTE_HOST || '127.0.0.1';
  const apiPort = environment.FOOTNOTE_PORT || '4000';
  if (!isLoopbackHost(host)) {
    throw new Error(
      `FOOTNOTE_HOST is ${host}, which other machines can reach. Footnote has no authentication: use 127.0.0.1.`,
    );
  }
  if (!/^\d{1,5}$/.test(apiPort) || Number(apiPort) < 1 || Number(apiPort) > 65_535) {
    throw new Error(`FOOTNOTE_PORT is ${apiPort}. Use a number from 1 to 65535.`);
  }
  return {
    apiUrl: `http://${host === '::1' ? '[::1]' : host}:${apiPort}/graphql`,
    port: environment.PORT || '3000',
    index: environment.FOOTNOTE_INDEX || null,
  };
}
