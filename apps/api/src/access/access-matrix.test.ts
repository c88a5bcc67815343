import { describe, expect, it } from 'vitest';
import { apiOver } from '../testing/api-over.ts';

const STATUS = { articles: 1, passages: 1, model: null, bytes: 1, updatedAt: null };
const QUERY = '{ index { articles } }';
const PING = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'ping' });

const engine = { status: async () => STATUS };
const servers = {
  'on this machine alone': apiOver(engine, { host: '127.0.0.1' }),
  'on every address': apiOver(engine, { host: '0.0.0.0', access: { open: true, rateLimit: 0 } }),
  'behind a proxy': apiOver(engine, {
    host: '127.0.0.1',
    access: {
      open: true,
      rateLimit: 0,
      allowedHosts: ['news.example', 'b.example:8443'],
      corsOrigins: ['https://app.example'],
    },
  }),
};
type Served = keyof typeof servers;

async function outcome(response: Response): Promise<string> {
  const text = await response.text();
  const code = /"code":"([A-Z_]+)"/.exec(text)?.[1];
  return code ?? String(response.status);
}

/** By GraphQL and by the tools of agents: the same for both. */
async function doors(server: Served, headers: Record<string, string>): Promise<string> {
  const { post, request } = servers[server];
  const accept = 'application/json, text/event-stream';
  const [graphql, mcp] = await Promise.all([
    post(QUERY, {}, headers).then(outcome),
    request('/mcp', { method: 'POST', headers: { accept, ...headers }, body: PING }).then(outcome),
  ]);
  expect(mcp).toBe(graphql);
  return graphql;
}

describe('a request under a Host', () => {
  it.each<[string, Served, string]>([
    ['localhost', 'on this machine alone', '200'],
    ['127.0.0.1:80', 'on this machine alone', '200'],
    ['[::1]', 'on this machine alone', '200'],
    ['localhost:81', 'on this machine alone', 'HOST_NOT_ALLOWED'],
    ['192.168.0.7', 'on this machine alone', 'HOST_NOT_ALLOWED'],
    ['evil.example', 'on this machine alone', 'HOST_NOT_ALLOWED'],
    ['127.0.0.1.evil.example', 'on this machine alone', 'HOST_NOT_ALLOWED'],
    ['localhost.', 'on this machine alone', 'HOST_NOT_ALLOWED'],
    ['2130706433', 'on this machine alone', 'HOST_NOT_ALLOWED'],
    ['news.example', 'on this machine alone', 'HOST_NOT_ALLOWED'],
    ['192.168.0.7:4000', 'on every address', '200'],
    ['[2001:db8::7]:4000', 'on every address', '200'],
    ['evil.example', 'on every address', 'HOST_NOT_ALLOWED'],
    ['[2001:db8::7', 'on every address', 'HOST_NOT_ALLOWED'],
    ['2001:db8::7', 'on every address', 'HOST_NOT_ALLOWED'],
    ['127.1', 'on every address', 'HOST_NOT_ALLOWED'],
    ['user@192.168.0.7', 'on every address', 'HOST_NOT_ALLOWED'],
    ['news.example', 'behind a proxy', '200'],
    ['NEWS.example:8443', 'behind a proxy', '200'],
    ['b.example:8443', 'behind a proxy', '200'],
    ['b.example', 'behind a proxy', 'HOST_NOT_ALLOWED'],
    ['a.news.example', 'behind a proxy', 'HOST_NOT_ALLOWED'],
    ['192.168.0.7', 'behind a proxy', 'HOST_NOT_ALLOWED'],
  ])('of "%s", of a server %s: %s', async (host, server, expected) => {
    expect(await doors(server, { host })).toBe(expected);
  });
});

describe('a request of a page', () => {
  it.each<[string, string, `${Served}: ${string}`]>([
    ['http://localhost', 'localhost', 'on this machine alone: 200'],
    ['http://localhost:3000', 'localhost', 'on this machine alone: ORIGIN_NOT_ALLOWED'],
    ['http://192.168.0.7', 'localhost', 'on this machine alone: ORIGIN_NOT_ALLOWED'],
    ['null', 'localhost', 'on this machine alone: ORIGIN_NOT_ALLOWED'],
    ['file://', 'localhost', 'on this machine alone: ORIGIN_NOT_ALLOWED'],
    ['', 'localhost', 'on this machine alone: ORIGIN_NOT_ALLOWED'],
    ['https://evil.example', 'localhost', 'on this machine alone: ORIGIN_NOT_ALLOWED'],
    ['http://localhost.evil.example', 'localhost', 'on this machine alone: ORIGIN_NOT_ALLOWED'],
    ['http://192.168.0.7:4000', '192.168.0.7:4000', 'on every address: 200'],
    ['http://[2001:db8::7]:4000', '[2001:db8::7]:4000', 'on every address: 200'],
    ['http://192.168.0.7', '192.168.0.7:4000', 'on every address: ORIGIN_NOT_ALLOWED'],
    ['http://203.0.113.9', '192.168.0.7:4000', 'on every address: ORIGIN_NOT_ALLOWED'],
    ['http://203.0.113.9:4000', '192.168.0.7:4000', 'on every address: ORIGIN_NOT_ALLOWED'],
    ['http://[2001:db8::9]', 'localhost', 'on every address: ORIGIN_NOT_ALLOWED'],
    ['null', '192.168.0.7:4000', 'on every address: ORIGIN_NOT_ALLOWED'],
    ['https://news.example', 'news.example', 'behind a proxy: 200'],
    ['https://news.example', '127.0.0.1', 'behind a proxy: 200'],
    ['https://b.example:8443', 'b.example:8443', 'behind a proxy: 200'],
    ['https://b.example', 'b.example:8443', 'behind a proxy: ORIGIN_NOT_ALLOWED'],
    ['https://app.example', 'news.example', 'behind a proxy: 200'],
    ['https://app.example:444', 'news.example', 'behind a proxy: ORIGIN_NOT_ALLOWED'],
    ['http://app.example', 'news.example', 'behind a proxy: ORIGIN_NOT_ALLOWED'],
  ])('of "%s" to "%s", of a server %s', async (origin, host, told) => {
    const [server, expected] = told.split(': ') as [Served, string];
    expect(await doors(server, { origin, host })).toBe(expected);
  });

  it.each<[string, Served, number]>([
    ['https://app.example', 'behind a proxy', 204],
    ['https://evil.example', 'behind a proxy', 405],
    ['http://203.0.113.9', 'on every address', 405],
    ['null', 'on every address', 405],
    ['https://news.example', 'behind a proxy', 405],
  ])('of "%s" that first asks whether it may, of a server %s: %d', async (origin, server, status) => {
    const headers = { origin, 'access-control-request-method': 'POST', host: 'localhost' };
    const response = await servers[server].request('/graphql', { method: 'OPTIONS', headers });
    expect(response.status).toBe(status);
    const granted = response.headers.get('access-control-allow-origin');
    expect(granted).toBe(status === 204 ? origin : null);
  });
});

describe('what a page may send without asking first', () => {
  const address = `/graphql?query=${encodeURIComponent(QUERY)}`;

  it.each<[string, string]>([
    ['GET', '*/*'],
    ['GET', 'application/json'],
    ['GET', 'text/event-stream'],
    ['GET', 'text/html'],
    ['GET', 'text/html, application/json'],
    ['GET', 'application/json, text/html;q=0.1'],
    ['GET', 'text/event-stream, text/html'],
    ['HEAD', 'text/html'],
  ])('runs no operation: %s of what accepts %s', async (method, accept) => {
    for (const server of Object.values(servers)) {
      const response = await server.request(address, { method, headers: { accept } });
      expect(await response.text()).not.toContain('"articles":1');
    }
    const open = servers['on every address'];
    expect((await open.request(address, { method, headers: { accept } })).status).toBe(405);
  });

  it.each([
    'text/plain',
    'text/plain; application/json',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=a',
  ])('runs no operation: POST of %s', async (type) => {
    expect(await doors('on this machine alone', { 'content-type': type })).toBe('UNSUPPORTED_MEDIA_TYPE');
  });
});
