import type { Engine } from '@footnote/engine';
import { Request } from '@whatwg-node/fetch';
import { pino } from 'pino';
import type { AccessOptions } from '../access/access-options.ts';
import { ownHosts } from '../access/own-hosts.ts';
import { createApi } from '../create-api.ts';
import { createMetrics, type Metrics } from '../serving/metrics.ts';
import { serveEngine } from '../serving/served-engine.ts';

export interface ApiOver {
  readonly metrics: Metrics;
  /** Sends a request as it is, but for a Host and a Content-Type that are right where it has none. */
  request(path: string, init?: RequestInit): Promise<Response>;
  post(query: string, variables?: object, headers?: Record<string, string>): Promise<Response>;
}

interface Listening {
  readonly host?: string;
  readonly access?: AccessOptions;
}

/** The API over an engine of the test's own, without a server: each request takes milliseconds. */
export function apiOver(
  engine: Partial<Engine>,
  { host = 'localhost', access = {} }: Listening = {},
): ApiOver {
  const metrics = createMetrics();
  // An index whose version cannot be told: no answer is kept.
  const served = serveEngine({ version: async () => null, ...engine } as Engine, { metrics });
  const handle = createApi({
    engine: () => served,
    host,
    hosts: () => ownHosts({ host, port: 80 }, access.allowedHosts),
    access,
    logger: pino({ enabled: false }),
    metrics,
  });
  const request: ApiOver['request'] = (path, init = {}) => {
    const headers = { host: 'localhost', 'content-type': 'application/json', ...init.headers };
    return handle(new Request(new URL(path, 'http://localhost'), { ...init, headers }), '127.0.0.1');
  };
  return {
    metrics,
    request,
    post: (query, variables = {}, headers = {}) =>
      request('/graphql', { method: 'POST', headers, body: JSON.stringify({ query, variables }) }),
  };
}
