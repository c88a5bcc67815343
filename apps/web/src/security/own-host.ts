import { isIP } from 'node:net';

const LOOPBACK = String.raw`(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])`;

/** Whether a host name or address, without a port, always means this machine. */
export function isLoopbackHost(host: string): boolean {
  return host === '::1' || new RegExp(`^${LOOPBACK}$`, 'i').test(host);
}

/** Whether a server that listens on `host` listens on every address of its machine. */
export function isEverywhere(host: string): boolean {
  return host === '0.0.0.0' || host === '::';
}

export interface ListeningAt {
  readonly host: string;
  readonly port: string;
  /** Under which a proxy passes requests on; one without a port stands for every port. */
  readonly allowedHosts: readonly string[];
}

/**
 * Whether a Host header means this server: its port at a name of this machine, or a host that is named. One that
 * listens on all addresses also answers to any address, which nobody can point elsewhere.
 */
export function isOwnHost(given: string, { host, port, allowedHosts }: ListeningAt): boolean {
  const header = given.toLowerCase();
  const [, name = '', ownPort = '80'] = /^(.+?)(?::(\d{1,5}))?$/.exec(header) ?? [];
  const isNamed = allowedHosts.some((allowed) => [header, name].includes(allowed.toLowerCase()));
  if (isNamed || (isEverywhere(host) && isIP(withoutBrackets(name)) !== 0)) {
    return true;
  }
  return ownPort === port && (isLoopbackHost(name) || withoutBrackets(name) === host.toLowerCase());
}

function withoutBrackets(name: string): string {
  return name.replace(/^\[(.*)\]$/, '$1');
}
