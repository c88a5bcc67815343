import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { FootnoteError } from '@footnote/engine';
import { createServerAdapter } from '@whatwg-node/server';
import type { FetchHandler } from './create-api.ts';
import { HEADERS_TIMEOUT_MS, REQUEST_TIMEOUT_MS, STOP_TIMEOUT_MS } from './limits.ts';

export interface Listener {
  readonly port: number;
  /** Takes no more requests, finishes those in flight (for 10 seconds at most), and lets the port go. */
  close(): Promise<void>;
}

interface ListenOptions {
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  /** Where a request comes from. */
  readonly callerAddress: (request: IncomingMessage) => string;
}

/**
 * @throws FootnoteError `PORT_TAKEN`, `PORT_NOT_ALLOWED`, `HOST_NOT_FOUND`
 */
export async function listen(
  handler: FetchHandler,
  { callerAddress, ...address }: ListenOptions,
): Promise<Listener> {
  const adapter = createServerAdapter<{ req: IncomingMessage }>((request: Request, { req }) =>
    handler(request, callerAddress(req)),
  );
  const server = createServer(
    { headersTimeout: HEADERS_TIMEOUT_MS, requestTimeout: REQUEST_TIMEOUT_MS },
    adapter,
  );
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause) => reject(toListenError(cause, address)));
    server.listen(address.port, address.host, resolve);
  });
  let closing: Promise<void> | null = null;
  const close = (): Promise<void> => {
    closing ??= closeServer(server);
    return closing;
  };
  return { port: (server.address() as AddressInfo).port, close };
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    const impatience = setTimeout(() => server.closeAllConnections(), STOP_TIMEOUT_MS);
    server.close((error) => {
      clearTimeout(impatience);
      if (error) reject(error);
      else resolve();
    });
    server.closeIdleConnections();
  });
}

function toListenError(cause: NodeJS.ErrnoException, { host, port }: { host: string; port: number }): Error {
  const remedy = 'choose another with --port or FOOTNOTE_PORT.';
  if (cause.code === 'EADDRINUSE') {
    return new FootnoteError(
      'PORT_TAKEN',
      `Port ${port} on ${host} is taken. Stop what listens there, or ${remedy}`,
      { cause },
    );
  }
  if (cause.code === 'EACCES') {
    return new FootnoteError('PORT_NOT_ALLOWED', `Port ${port} may not be opened by this user: ${remedy}`, {
      cause,
    });
  }
  if (cause.code === 'EADDRNOTAVAIL' || cause.code === 'ENOTFOUND') {
    return new FootnoteError(
      'HOST_NOT_FOUND',
      `"${host}" is not an address of this machine. Use 127.0.0.1.`,
      { cause },
    );
  }
  return cause;
}
