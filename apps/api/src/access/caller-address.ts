import type { IncomingMessage } from 'node:http';
import ipaddr from 'ipaddr.js';
import proxyAddr from 'proxy-addr';

/** A proxy on the same machine is believed: who can connect from there needs to forge no address. */
const DEFAULT_TRUSTED = ['loopback'];

/**
 * Says where requests come from: the address that connects, or for whom a trusted proxy says that it does. Of IPv6 the
 * network, since one subscriber has 2^64 addresses.
 */
export function createCallerAddress(
  trustedProxies: readonly string[] = DEFAULT_TRUSTED,
): (request: IncomingMessage) => string {
  const isTrusted = proxyAddr.compile([...trustedProxies]);
  return (request) => {
    const said = proxyAddr(request, isTrusted);
    return networkOf(ipaddr.isValid(said) ? said : (request.socket.remoteAddress ?? '::'));
  };
}

/** The network of an IPv6 address, an IPv4 address as it is; anything else is no address, and stays as it is. */
export function networkOf(text: string): string {
  if (!ipaddr.isValid(text)) return text;
  const address = ipaddr.process(text);
  return address instanceof ipaddr.IPv6 ? `${address.parts.slice(0, 4).join(':')}::/64` : address.toString();
}
