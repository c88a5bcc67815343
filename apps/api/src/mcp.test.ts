import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MAX_BODY_BYTES } from './limits.ts';
import { HARBOUR_ARTICLES } from './testing/harbour-articles.ts';
import { type ServedArticles, serveArticles } from './testing/serve-articles.ts';

let server: ServedArticles;
let address: URL;

beforeAll(async () => {
  server = await serveArticles(HARBOUR_ARTICLES);
  address = new URL('/mcp', server.url);
});
afterAll(() => server.close());

const PING = { jsonrpc: '2.0', id: 1, method: 'ping' };
const HEADERS = { 'content-type': 'application/json', accept: 'application/json, text/event-stream' };

function post(body: unknown, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(address, {
    method: 'POST',
    headers: { ...HEADERS, ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
}

describe('/mcp', () => {
  it('gives an agent the tools over streamable HTTP, many calls at once', async () => {
    const client = new Client({ name: 'test', version: '1' });
    await client.connect(new StreamableHTTPClientTransport(address));
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name)).toContain('ask');
    const [answer, status] = await Promise.all([
      client.callTool({ name: 'ask', arguments: { question: 'Who commanded the first crossing?' } }),
      client.callTool({ name: 'index_status' }),
    ]);
    expect(answer.structuredContent).toMatchObject({
      answered: true,
      text: expect.stringContaining('Ines Holm'),
    });
    expect(status.structuredContent).toMatchObject({ articles: 3 });
    await client.close();
  });

  it('takes one message by POST, as JSON', async () => {
    expect(await (await post(PING)).json()).toEqual({ jsonrpc: '2.0', id: 1, result: {} });
    expect((await fetch(address)).status).toBe(405);
    expect((await fetch(address, { method: 'DELETE' })).status).toBe(405);
    expect((await post(PING, { 'content-type': 'text/plain' })).status).toBe(415);
    expect((await post(PING, { accept: 'text/html' })).status).toBe(406);
    expect((await post('{')).status).toBe(400);
    expect((await post('null')).status).toBe(400);
    expect((await post({ hello: 'world' })).status).toBe(400);
    expect((await post([PING, PING])).status).toBe(400);
  });

  it('refuses a body over the limit', async () => {
    const response = await post({ ...PING, params: { padding: 'x'.repeat(MAX_BODY_BYTES) } });
    expect(response.status).toBe(413);
  });

  it('is not for pages, whichever they come from', async () => {
    const foreign = await post(PING, { origin: 'https://evil.example' });
    expect(foreign.status).toBe(403);
    expect(await foreign.json()).toMatchObject({ errors: [{ extensions: { code: 'ORIGIN_NOT_ALLOWED' } }] });
    expect((await post(PING, { origin: 'null' })).status).toBe(403);
    expect((await post(PING, { origin: address.origin })).status).toBe(200);
  });

  it('is as safe as every other answer of this server', async () => {
    const { headers } = await post(PING);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('cache-control')).toBe('no-store');
  });
});
