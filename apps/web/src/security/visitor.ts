/**
 * Who a request comes from, in headers that only this server can set: server.js the address, and proxy.ts, which stands
 * before every page, the other two. What a client sends of them does not get past server.js.
 */
const ADDRESS_HEADER = 'x-footnote-address';
/** What tells this visitor from others: the session, or the address. */
const VISITOR_HEADER = 'x-footnote-visitor';
const SIGNED_IN_HEADER = 'x-footnote-signed-in';

export interface Visitor {
  readonly id: string;
  readonly isSignedIn: boolean;
}

export function visitorOf(headers: Headers): Visitor {
  return {
    id: headers.get(VISITOR_HEADER) ?? addressOf(headers),
    isSignedIn: headers.get(SIGNED_IN_HEADER) === '1',
  };
}

/** Where the request comes from. */
export function addressOf(headers: Headers): string {
  return headers.get(ADDRESS_HEADER) ?? 'unknown';
}

export function setVisitor(headers: Headers, { id, isSignedIn }: Visitor): void {
  headers.set(VISITOR_HEADER, id);
  headers.set(SIGNED_IN_HEADER, isSignedIn ? '1' : '0');
}
