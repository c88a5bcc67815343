import type { Uploads } from '@footnote/ingestion';
import { answerMcpRequest } from '@footnote/mcp';
import { Response } from '@whatwg-node/fetch';
import type { Logger } from 'pino';
import type { AccessOptions } from './access/access-options.ts';
import { type Caller, createAdmission } from './access/admission.ts';
import { createCors } from './access/cors.ts';
import type { OwnHosts } from './access/own-hosts.ts';
import { RateLimitedError } from './access/rate-limit.ts';
import { createGraphqlHandler } from './graphql-handler.ts';
import { MAX_BODY_BYTES } from './limits.ts';
import {
  GRAPHQL_PATH,
  MCP_PATH,
  refuse,
  refuseAllButJson,
  refuseForeignHost,
  refuseForeignOrigin,
  refuseStranger,
  refuseUnsafeOperation,
} from './refuse-request.ts';
import { createSchema } from './schema.ts';
import { chargeCaller } from './serving/charge-caller.ts';
import type { Metrics } from './serving/metrics.ts';
import { createReadiness } from './serving/readiness.ts';
import { createRequestLog, pathOf } from './serving/request-log.ts';
import type { ServedEngine } from './serving/served-engine.ts';
import type { Tracing } from './serving/tracing.ts';
import { createUploadLane } from './serving/upload-lane.ts';

export interface ApiOptions {
  /** Null while the server cannot answer yet, or no more: it then says 503. */
  readonly engine: () => ServedEngine | null;
  /** Null unless the server takes changes: from those only whom it trusts. */
  readonly uploads?: Uploads | null;
  readonly metrics: Metrics;
  /** Null where no spans are exported. */
  readonly tracing?: Tracing | null;
  /** That the server listens on, and what else its Host header may be. */
  readonly host: string;
  readonly hosts: () => OwnHosts;
  readonly access: AccessOptions;
  readonly logger: Logger;
}

const METRICS_PATH = '/metrics';

/** What requests are counted by: a path that somebody made up is none of these. */
const PATHS = new Set([GRAPHQL_PATH, MCP_PATH, METRICS_PATH, '/health/live', '/health/ready']);

const NOT_READY = 'The server is starting or stopping. Try again in a moment.';

/** @param address where the request comes from */
export type FetchHandler = (request: Request, address: string) => Promise<Response>;

/** The API as a fetch handler: /graphql, /mcp, /metrics, /health/live and /health/ready, below the path prefix. */
export function createApi(options: ApiOptions): FetchHandler {
  const { engine, uploads = null, host, hosts, access, logger, metrics, tracing = null } = options;
  const { pathPrefix = '', corsOrigins = [] } = access;
  const log = createRequestLog(logger);
  const cors = createCors(corsOrigins);
  const admission = createAdmission(host, access);
  const schema = createSchema();
  const graphqlPath = pathPrefix + GRAPHQL_PATH;
  const yogaFor = {
    trusted: createGraphqlHandler({ schema, log, graphqlPath, isTrusted: true }),
    uploads: createGraphqlHandler({ schema, log, graphqlPath, isTrusted: true, isForUploads: true }),
    others: createGraphqlHandler({ schema, log, graphqlPath, isTrusted: false }),
  };
  const uploadLane = createUploadLane();
  const readiness = createReadiness(log.logger);
  return async (request, address) => {
    const path = pathBelow(pathPrefix, request);
    const response = await log.answer(request, async () =>
      secured(await answerWhole({ request, path, address })),
    );
    metrics.countRequest(PATHS.has(path) ? path : 'other', response.status);
    return response;
  };

  /** Nothing of what goes wrong here is for who asks: what the HTTP library would tell them has the stack. */
  async function answerWhole(arrived: Arrived): Promise<Response> {
    const { request } = arrived;
    try {
      return refuseForeignHost(request, hosts()) ?? (await answerAcrossOrigins(arrived));
    } catch (err) {
      if (request.signal.aborted) log.logger().debug({ err }, 'The client left before its request was done.');
      else log.logger().error({ err }, 'A request failed.');
      return refuse('INTERNAL_SERVER_ERROR', 'The server failed. Its log has the cause.');
    }
  }

  async function answerAcrossOrigins(arrived: Arrived): Promise<Response> {
    const { request } = arrived;
    const response = cors.preflight(request) ?? (await admit(arrived));
    cors.allow(request, response);
    return response;
  }

  async function admit({ request, path, address }: Arrived): Promise<Response> {
    if (path === '/health/live') return Response.json({ status: 'live' });
    try {
      const caller = await admission.callerOf(request, address);
      if (path === '/health/ready') return readiness.tell(engine(), caller);
      await caller.spend(1);
      return refuseStranger(caller) ?? (await traced({ request, path, caller }));
    } catch (error) {
      if (!(error instanceof RateLimitedError)) throw error;
      return refuse('RATE_LIMITED', error.message, { 'retry-after': String(error.retryAfter) });
    }
  }

  /** What is asked of the engine has a span; scrapers and probes would only flood them. */
  async function traced(admitted: Admitted): Promise<Response> {
    const { request, path } = admitted;
    const isAsked = path === GRAPHQL_PATH || path === MCP_PATH;
    return tracing && isAsked ? tracing.request(request, path, () => route(admitted)) : route(admitted);
  }

  async function route({ request, path, caller }: Admitted): Promise<Response> {
    if (path === METRICS_PATH) return tellMetrics(caller);
    if (path === MCP_PATH) {
      return (
        refuseForeignOrigin(request, { hosts: hosts(), cors }) ??
        refuseAllButJson(request) ??
        (await answerTools(request, caller))
      );
    }
    if (path !== GRAPHQL_PATH) return refuse('NOT_FOUND', `The API is at ${graphqlPath}.`);
    return (
      refuseUnsafeOperation(request, caller) ??
      refuseForeignOrigin(request, { hosts: hosts(), cors }) ??
      (await answer(request, caller))
    );
  }

  async function tellMetrics(caller: Caller): Promise<Response> {
    // An open server whose operator has a token keeps its figures for who sends it.
    const refused =
      access.token === undefined ? null : refuseStranger({ ...caller, isAdmitted: caller.isTrusted });
    const { registry } = metrics;
    return (
      refused ?? new Response(await registry.metrics(), { headers: { 'content-type': registry.contentType } })
    );
  }

  async function answerTools(request: Request, caller: Caller): Promise<Response> {
    const open = engine();
    if (!open) return refuse('NOT_READY', NOT_READY);
    const onFailure = (err: unknown) => log.logger().error({ err }, 'A tool failed.');
    const options = { onFailure, maxBodyBytes: MAX_BODY_BYTES };
    return answerMcpRequest(request, { engine: chargeCaller(open, caller), ...options });
  }

  async function answer(request: Request, caller: Caller): Promise<Response> {
    const open = engine();
    if (!open) return refuse('NOT_READY', NOT_READY);
    const { isTrusted } = caller;
    const changes = isTrusted ? uploads : null;
    const context = { engine: chargeCaller(open, caller), uploads: changes, isTrusted };
    const yoga = isTrusted ? yogaFor.trusted : yogaFor.others;
    const response = await (changes && uploadLane.isFor(request)
      ? uploadLane.handle(() => yogaFor.uploads.fetch(request, context))
      : yoga.fetch(request, context));
    if (response.status !== 406) return response;
    return refuse('NOT_ACCEPTABLE', 'Accept application/json, and text/event-stream for a subscription.');
  }
}

interface Arrived {
  readonly request: Request;
  /** Below the prefix. */
  readonly path: string;
  readonly address: string;
}

interface Admitted extends Omit<Arrived, 'address'> {
  readonly caller: Caller;
}

/** The path of a request below the prefix; empty when it is not below it. */
function pathBelow(prefix: string, request: Request): string {
  const pathname = pathOf(request);
  return pathname.startsWith(`${prefix}/`) ? pathname.slice(prefix.length) : '';
}

function secured(response: Response): Response {
  response.headers.set('x-content-type-options', 'nosniff');
  response.headers.set('x-frame-options', 'DENY');
  response.headers.set('cross-origin-resource-policy', 'same-origin');
  response.headers.set('referrer-policy', 'no-referrer');
  if (!response.headers.has('cache-control')) response.headers.set('cache-control', 'no-store');
  return response;
}
