import { type EngineOptions, openEngine } from '@footnote/engine';
import type { Logger } from 'pino';
import { listen } from './listen.ts';
import { assertLoopback, ownHosts } from './own-host.ts';
import type { ServedEngine } from './serving/served-engine.ts';

export interface ServerOptions extends Omit<EngineOptions, 'follow'> {
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  readonly logger: Logger;
}

export interface RunningServer {
  /** Where the API is, `http://127.0.0.1:4000/graphql`. */
  readonly url: string;
  /** Resolves once it can answer; until then /health/ready and /graphql say 503. */
  readonly ready: Promise<void>;
  /** Takes no more requests, finishes those in flight, and ends the models' processes. */
  close(): Promise<void>;
}

/**
 * Serves the index over HTTP. Without an index it is ready and empty, and picks the index up when one appears.
 *
 * @throws FootnoteError `HOST_NOT_LOOPBACK`, `PORT_TAKEN`, `PORT_NOT_ALLOWED`, `HOST_NOT_FOUND`. `ready` rejects
 * with those of `openEngine`.
 */
export async function startServer({
  host,
  port,
  logger,
  ...engineOptions
}: ServerOptions): Promise<RunningServer> {
  assertLoopback(host);
  let open: ServedEngine | null = null;
  let hosts: ReadonlySet<string> = new Set();
  // The GraphQL libraries take a second to load, which commands that only search do without.
  const [{ createApi }, { createMetrics }, { serveEngine }] = await Promise.all([
    import('./create-api.ts'),
    import('./serving/metrics.ts'),
    import('./serving/served-engine.ts'),
  ]);
  const metrics = createMetrics();
  const api = createApi({ engine: () => open, hosts: () => hosts, logger, metrics });
  const listener = await listen(api, { host, port });
  hosts = ownHosts(host, listener.port);
  const opening = openEngine({ ...engineOptions, follow: true });
  const ready = opening.then(async (engine) => {
    await engine.warmUp();
    open = serveEngine(engine, metrics);
  });
  // Callers may await `ready` or not. If none does, its rejection must not end the process as an unhandled one.
  ready.catch(() => {});
  const close = async (): Promise<void> => {
    await listener.close();
    open = null;
    await opening.then(
      (engine) => engine.close(),
      () => {},
    );
  };
  return { url: `http://${host.includes(':') ? `[${host}]` : host}:${listener.port}/graphql`, ready, close };
}
