const LOOPBACK = String.raw`(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])`;

/** Whether a host name or address, without a port, always means this machine. */
export function isLoopbackHost(host: string): boolean {
  return host === '::1' || new RegExp(`^${LOOPBACK}$`, 'i').test(host);
}

/** Whether a Host header means the server that listens on `port` of this machine. */
export function isOwnHost(header: string, port: string): boolean {
  const host = new RegExp(`^${LOOPBACK}(?::(\\d{1,5}))?$`, 'i').exec(header);
  return host !== null && (host[1] ?? '80') === port;
}
