import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { HARBOUR_ARTICLES } from '../testing/harbour-articles.ts';
import { type ServedArticles, serveArticles } from '../testing/serve-articles.ts';

interface Sent {
  readonly path: string | undefined;
  readonly type: string | undefined;
  readonly authorization: string | undefined;
  readonly body: Buffer;
}

interface Span {
  readonly name: string;
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly attributes: readonly { readonly key: string; readonly value: object }[];
}

let collector: Server;
let endpoint: string;
let sent: Sent[];
let server: ServedArticles | null;

beforeEach(async () => {
  [sent, server] = [[], null];
  collector = createServer(async (request, response) => {
    const { url: path, headers } = request;
    const { authorization, 'content-type': type } = headers;
    sent.push({ path, type, authorization, body: await buffer(request) });
    response.writeHead(200, { 'content-type': type }).end(type === 'application/json' ? '{}' : '');
  });
  collector.listen(0, '127.0.0.1');
  await once(collector, 'listening');
  endpoint = `http://127.0.0.1:${(collector.address() as AddressInfo).port}`;
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await server?.close();
  collector.closeAllConnections();
  collector.close();
});

const QUESTION = 'Who commanded the first crossing of the ferry?';
const ASK = 'query ($question: String!) { ask(question: $question) { __typename } }';
const PARENT = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';

/** Asks twice within the trace of a client, searches, and gives what was sent by the time the server has closed. */
async function served(options: { traceQuestions?: boolean } = {}): Promise<void> {
  server = await serveArticles(HARBOUR_ARTICLES, options);
  for (const _ of [1, 2]) {
    await server.post({ query: ASK, variables: { question: QUESTION } }, { traceparent: PARENT });
  }
  await server.query('{ search(query: "lighthouse") { edges { cursor } } }');
  await fetch(new URL('/health/ready', server.url));
  await server.close();
  server = null;
}

function spans(): Span[] {
  return sent.flatMap(({ body }) =>
    JSON.parse(body.toString()).resourceSpans.flatMap((resource: { scopeSpans: { spans: Span[] }[] }) =>
      resource.scopeSpans.flatMap((scope) => scope.spans),
    ),
  );
}

it('sends nothing unless an exporter is configured', async () => {
  vi.stubEnv('OTEL_SERVICE_NAME', 'news');
  await served();
  vi.stubEnv('OTEL_EXPORTER_OTLP_ENDPOINT', endpoint);
  vi.stubEnv('OTEL_TRACES_EXPORTER', 'none');
  await served();
  vi.stubEnv('OTEL_TRACES_EXPORTER', '');
  vi.stubEnv('OTEL_SDK_DISABLED', 'true');
  await served();
  expect(sent).toEqual([]);
});

it('sends a span for each request and what is done for it, within the trace of the client', async () => {
  vi.stubEnv('OTEL_EXPORTER_OTLP_ENDPOINT', endpoint);
  vi.stubEnv('OTEL_EXPORTER_OTLP_PROTOCOL', 'http/json');
  vi.stubEnv('OTEL_EXPORTER_OTLP_HEADERS', 'authorization=Bearer%20a-key');
  vi.stubEnv('OTEL_SERVICE_NAME', 'news');
  await served();
  expect(sent[0]).toMatchObject({ path: '/v1/traces', authorization: 'Bearer a-key' });
  expect(sent[0]?.body.toString()).toContain('"news"');
  const named = (name: string) => spans().filter((span) => span.name === name);
  const [first, again] = named('POST /graphql');
  const [ask] = named('ask');
  expect([first, again].map((span) => [span?.traceId, span?.parentSpanId])).toEqual(
    [1, 2].map(() => [PARENT.split('-')[1], PARENT.split('-')[2]]),
  );
  expect(ask?.parentSpanId).toBe(first?.spanId);
  for (const stage of ['queue', 'retrieval', 'reading', 'decision']) {
    // The second time, its answer was kept.
    expect(named(stage).map(({ parentSpanId }) => parentSpanId)).toEqual([ask?.spanId]);
  }
  expect(named('ask')).toHaveLength(2);
  expect(named('search')).toHaveLength(1);
  expect(spans().some(({ name }) => name.includes('health'))).toBe(false);
  expect(ask?.attributes).toContainEqual({ key: 'footnote.outcome', value: { stringValue: 'Answer' } });
  expect(JSON.stringify(spans())).not.toMatch(/commanded|lighthouse|Holm/);
});

it('sends questions and queries where that is asked for, and never articles', async () => {
  vi.stubEnv('OTEL_EXPORTER_OTLP_TRACES_ENDPOINT', `${endpoint}/traces`);
  vi.stubEnv('OTEL_EXPORTER_OTLP_PROTOCOL', 'http/json');
  await served({ traceQuestions: true });
  expect(sent[0]?.path).toBe('/traces');
  expect(JSON.stringify(spans())).toContain(QUESTION);
  expect(JSON.stringify(spans())).not.toMatch(/Holm/);
});

it('sends protocol buffers unless told otherwise', async () => {
  vi.stubEnv('OTEL_EXPORTER_OTLP_ENDPOINT', endpoint);
  await served();
  expect(sent[0]?.type).toBe('application/x-protobuf');
  expect(sent[0]?.body.toString('latin1')).toContain('retrieval');
});

it('answers as ever where the collector does not, and says so in the log of what it cannot do', async () => {
  vi.stubEnv('OTEL_EXPORTER_OTLP_ENDPOINT', 'http://127.0.0.1:9');
  server = await serveArticles(HARBOUR_ARTICLES);
  expect(await server.query(ASK, { question: QUESTION })).toEqual({
    data: { ask: { __typename: 'Answer' } },
  });
  await server.close();
  vi.stubEnv('OTEL_EXPORTER_OTLP_PROTOCOL', 'grpc');
  server = await serveArticles(HARBOUR_ARTICLES);
  expect(JSON.stringify(server.log)).toContain('OTEL_EXPORTER_OTLP_PROTOCOL');
});
