import { isIP, isIPv4 } from 'node:net';
import { hostname } from 'node:os';

/** The values of the Host header that mean this server. */
export interface OwnHosts {
  has(header: string): boolean;
  /** Whether it is one of those that are known by name: not any address, where the server listens on all of them. */
  names(header: string): boolean;
  /** One of them, for messages. */
  readonly example: string;
}

export interface ListeningAt {
  readonly host: string;
  readonly port: number;
}

/** Whether an address or name, without a port, always means the machine that uses it. */
export function isLoopback(host: string): boolean {
  const name = withoutBrackets(host).toLowerCase();
  return name === 'localhost' || name === '::1' || (isIPv4(name) && name.startsWith('127.'));
}

/**
 * A server's own names are its port at each name of this machine, and what `allowed` names. One that listens on all
 * addresses also answers to any address: which of them lead here it cannot know, and a name that somebody else points
 * at this machine (DNS rebinding) is no address.
 */
export function ownHosts({ host, port }: ListeningAt, allowed: readonly string[] = []): OwnHosts {
  const isEverywhere = host === '0.0.0.0' || host === '::';
  const ownNames = ['localhost', '127.0.0.1', '[::1]', isEverywhere ? hostname() : inUrl(host)];
  const own = ownNames.flatMap((name) => [`${name}:${port}`, ...(port === 80 ? [name] : [])]);
  const exact = new Set([...own, ...allowed].map((header) => header.toLowerCase()));
  const anyPort = new Set(allowed.map((header) => header.toLowerCase()).filter((one) => nameOf(one) === one));
  const names = (given: string): boolean => {
    const header = given.toLowerCase();
    return exact.has(header) || anyPort.has(nameOf(header));
  };
  return {
    example: allowed[0] ?? `${isEverywhere ? '127.0.0.1' : inUrl(host)}:${port}`,
    names,
    has: (given) => names(given) || (isEverywhere && isIP(withoutBrackets(nameOf(given))) !== 0),
  };
}

/** The name or address of a Host header, without its port. */
export function nameOf(header: string): string {
  return header.replace(/:\d{1,5}$/, '');
}

export function inUrl(host: string): string {
  return host.includes(':') ? `[${host}]` : host;
}

function withoutBrackets(name: string): string {
  return name.replace(/^\[(.*)\]$/, '$1');
}
