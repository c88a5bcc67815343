import type { Engine } from '@footnote/engine';
import { answerMcpRequest } from '@footnote/mcp';
import { Response } from '@whatwg-node/fetch';
import { createYoga } from 'graphql-yoga';
import type { Logger } from 'pino';
import { createErrorMask } from './errors.ts';
import { MAX_BODY_BYTES } from './limits.ts';
import { createLoaders } from './loaders.ts';
import { useOperationLimits } from './operation-limits.ts';
import {
  GRAPHQL_PATH,
  MCP_PATH,
  refuse,
  refuseAllButJson,
  refuseForeignHost,
  refuseForeignOrigin,
  refuseUnsafeOperation,
} from './refuse-request.ts';
import { createSchema } from './schema.ts';
import type { Metrics } from './serving/metrics.ts';
import { createRequestLog, type RequestLog } from './serving/request-log.ts';
import type { ServedEngine } from './serving/served-engine.ts';

export interface ApiOptions {
  /** Null while the server cannot answer yet, or no more: it then says 503. */
  readonly engine: () => ServedEngine | null;
  readonly metrics: Metrics;
  /** Values of the Host header that are this server's own. */
  readonly hosts: () => ReadonlySet<string>;
  readonly logger: Logger;
}

const METRICS_PATH = '/metrics';

/** What requests are counted by: a path that somebody made up is none of these. */
const PATHS = new Set([GRAPHQL_PATH, MCP_PATH, METRICS_PATH, '/health/live', '/health/ready']);

const NOT_READY = 'The server is starting or stopping. Try again in a moment.';

export type FetchHandler = (request: Request) => Promise<Response>;

/** The API as a fetch handler: /graphql, /mcp, /metrics, /health/live and /health/ready. */
export function createApi({ engine, hosts, logger, metrics }: ApiOptions): FetchHandler {
  const log = createRequestLog(logger);
  const yoga = createGraphqlHandler(log);
  return async (request) => {
    const response = await log.answer(request, async () =>
      secured(refuseForeignHost(request, hosts()) ?? (await route(request))),
    );
    const { pathname } = new URL(request.url);
    metrics.countRequest(PATHS.has(pathname) ? pathname : 'other', response.status);
    return response;
  };

  async function route(request: Request): Promise<Response> {
    const { pathname } = new URL(request.url);
    if (pathname === '/health/live') return Response.json({ status: 'live' });
    if (pathname === '/health/ready') return readiness(engine(), log.logger());
    if (pathname === METRICS_PATH) return tellMetrics();
    if (pathname === MCP_PATH) {
      return (
        refuseForeignOrigin(request, hosts()) ?? refuseAllButJson(request) ?? (await answerTools(request))
      );
    }
    if (pathname !== GRAPHQL_PATH) return refuse('NOT_FOUND', `The API is at ${GRAPHQL_PATH}.`);
    return refuseUnsafeOperation(request) ?? (await answer(request));
  }

  async function tellMetrics(): Promise<Response> {
    const { registry } = metrics;
    return new Response(await registry.metrics(), { headers: { 'content-type': registry.contentType } });
  }

  async function answerTools(request: Request): Promise<Response> {
    const open = engine();
    if (!open) return refuse('NOT_READY', NOT_READY);
    const onFailure = (err: unknown) => log.logger().error({ err }, 'A tool failed.');
    return answerMcpRequest(request, { engine: open, onFailure, maxBodyBytes: MAX_BODY_BYTES });
  }

  async function answer(request: Request): Promise<Response> {
    const open = engine();
    if (!open) return refuse('NOT_READY', NOT_READY);
    const response = await yoga.fetch(request, { engine: open });
    if (response.status !== 406) return response;
    return refuse('NOT_ACCEPTABLE', 'Accept application/json, and text/event-stream for a subscription.');
  }
}

function createGraphqlHandler(log: RequestLog) {
  return createYoga<{ engine: Engine }>({
    schema: createSchema(),
    graphqlEndpoint: GRAPHQL_PATH,
    context: ({ engine }) => ({ loaders: createLoaders(engine) }),
    plugins: [useOperationLimits()],
    maskedErrors: { maskError: createErrorMask(log.logger) },
    maxRequestBodySize: MAX_BODY_BYTES,
    // Nine megabytes, for a page that few open.
    renderGraphiQL: async (options) =>
      (await import('@graphql-yoga/render-graphiql')).renderGraphiQL(options),
    graphiql: { title: 'Footnote API' },
    // What is open by default and has no use here.
    cors: false,
    multipart: false,
    batching: false,
    landingPage: false,
    // What is worth a line is logged where errors are masked.
    logging: false,
  });
}

async function readiness(engine: ServedEngine | null, logger: Logger): Promise<Response> {
  if (!engine) return Response.json({ status: 'starting or stopping' }, { status: 503 });
  try {
    const err = await engine.damage();
    if (!err) return Response.json({ status: 'ready' });
    logger.error({ err }, 'The index is damaged.');
  } catch (err) {
    logger.error({ err }, 'The index cannot be read.');
  }
  return Response.json({ status: 'the index cannot be read' }, { status: 503 });
}

function secured(response: Response): Response {
  response.headers.set('x-content-type-options', 'nosniff');
  response.headers.set('x-frame-options', 'DENY');
  response.headers.set('cross-origin-resource-policy', 'same-origin');
  response.headers.set('referrer-policy', 'no-referrer');
  if (!response.headers.has('cache-control')) response.headers.set('cache-control', 'no-store');
  return response;
}
