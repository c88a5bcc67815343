import { type EngineOptions, openThreadedEngine } from '@footnote/engine';
import { indexAt } from '@footnote/index-location';
import type { Uploads } from '@footnote/ingestion';
import type { Logger } from 'pino';
import { type AccessOptions, assertGuarded } from './access/access-options.ts';
import { inUrl, type OwnHosts, ownHosts } from './access/own-hosts.ts';
import { listen } from './listen.ts';
import { GRAPHQL_PATH } from './refuse-request.ts';
import type { ServedEngine } from './serving/served-engine.ts';
import { openTraceExport, type TraceExport } from './serving/trace-export.ts';
import type { Tracing } from './serving/tracing.ts';

export interface ServerOptions extends Omit<EngineOptions, 'follow'> {
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  /** Who may use it; left out, this machine alone. */
  readonly access?: AccessOptions;
  readonly logger: Logger;
  /** Put questions and queries into the spans that are exported; false unless given. */
  readonly traceQuestions?: boolean | undefined;
  /** Let who has the token, or this machine where there is none, add articles and remove them; false unless given. */
  readonly writable?: boolean | undefined;
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
 * @throws FootnoteError `NOT_WRITABLE`, `TOKEN_MISSING`, `TOKEN_INVALID`, `PORT_TAKEN`, `PORT_NOT_ALLOWED`, `HOST_NOT_FOUND`. `ready` rejects
 * with those of `openEngine`.
 */
export async function startServer({
  host,
  port,
  access = {},
  logger,
  writable = false,
  traceQuestions = false,
  ...engineOptions
}: ServerOptions): Promise<RunningServer> {
  assertGuarded(host, access);
  let open: ServedEngine | null = null;
  let hosts: OwnHosts = ownHosts({ host, port }, access.allowedHosts);
  // The GraphQL libraries take a second to load, which commands that only search do without.
  const [{ createApi }, { createCallerAddress }, { createMetrics }, { serveEngine }] = await Promise.all([
    import('./create-api.ts'),
    import('./access/caller-address.ts'),
    import('./serving/metrics.ts'),
    import('./serving/served-engine.ts'),
  ]);
  const uploads = writable ? await openWritable(engineOptions) : null;
  const metrics = createMetrics();
  const traceExport = await openTraceExport(process.env, logger);
  const tracing = traceExport && (await tracingTo(traceExport, traceQuestions));
  const api = createApi({
    engine: () => open,
    uploads,
    host,
    hosts: () => hosts,
    access,
    logger,
    metrics,
    tracing,
  });
  const callerAddress = createCallerAddress(access.trustedProxies);
  const listener = await listen(api, { host, port, callerAddress });
  hosts = ownHosts({ host, port: listener.port }, access.allowedHosts);
  const opening = openThreadedEngine({ ...engineOptions, follow: true });
  const ready = opening.then(async (engine) => {
    await engine.warmUp();
    open = serveEngine(engine, { metrics, tracing });
    uploads
      ?.review()
      .catch((err: unknown) => logger.warn({ err }, 'What was uploaded was not looked after.'));
  });
  // Callers may await `ready` or not. If none does, its rejection must not end the process as an unhandled one.
  ready.catch(() => {});
  const close = async (): Promise<void> => {
    await listener.close();
    await uploads?.close();
    open = null;
    await opening.then(
      (engine) => engine.close(),
      () => {},
    );
    await traceExport?.close();
  };
  const url = `http://${reachedAt(host)}:${listener.port}${access.pathPrefix ?? ''}${GRAPHQL_PATH}`;
  return { url, ready, close };
}

/** Who listens on every address is reached from its own machine by this one. */
function reachedAt(host: string): string {
  if (host === '0.0.0.0') return '127.0.0.1';
  return host === '::' ? '[::1]' : inUrl(host);
}

async function openWritable({ index, model, pooling }: EngineOptions): Promise<Uploads> {
  const { openUploads } = await import('@footnote/ingestion');
  return openUploads({ index: await indexAt(index), model, pooling });
}

async function tracingTo(traceExport: TraceExport, withQuestions: boolean): Promise<Tracing> {
  const { createTracing } = await import('./serving/tracing.ts');
  return createTracing(traceExport, { withQuestions });
}
