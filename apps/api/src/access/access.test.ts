import { request as httpRequest } from 'node:http';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { getIntrospectionQuery } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MAX_WRONG_TOKENS, QUESTION_POINTS } from '../limits.ts';
import { HARBOUR_ARTICLES } from '../testing/harbour-articles.ts';
import { type ServedArticles, serveArticles } from '../testing/serve-articles.ts';

const TOKEN = 'correct-horse-battery-staple';
const RIGHT = { authorization: `Bearer ${TOKEN}` };
const INDEX = { query: '{ index { articles } }' };
const ASK = { query: '{ ask(question: "Who commanded the first crossing of the ferry?") { __typename } }' };
const FERRY_PASSAGE = Buffer.from('Passage:0:ferry.md').toString('base64url');
const WEB_SECRET = 'the-web-apps-own-secret';

async function codeOf(response: Response): Promise<string | undefined> {
  const { errors } = (await response.json()) as { errors?: { extensions: { code: string } }[] };
  return errors?.[0]?.extensions.code;
}

function outcomeOf(response: Response): Promise<[number, string | undefined]> {
  return codeOf(response).then((code) => [response.status, code]);
}

describe('a server with a token', () => {
  const APP = 'https://app.example';
  let server: ServedArticles;

  beforeAll(async () => {
    server = await serveArticles(HARBOUR_ARTICLES, {
      token: TOKEN,
      allowedHosts: ['news.example'],
      pathPrefix: '/news',
      corsOrigins: [APP],
      rateLimit: 0,
      webSecret: WEB_SECRET,
      trustedProxies: ['loopback'],
    });
  });
  afterAll(() => server.close());

  /** Wrong tokens of one address are limited: each test comes from its own, as a proxy on this machine says it. */
  const from = (address: string) => ({ 'x-forwarded-for': address });
  const at = (path: string) => new URL(`/news${path}`, server.url);

  it('answers who sends it, by every door', async () => {
    expect(await outcomeOf(await server.post(INDEX, RIGHT))).toEqual([200, undefined]);
    expect(await outcomeOf(await server.post(INDEX, { authorization: `bearer ${TOKEN}` }))).toEqual([
      200,
      undefined,
    ]);
    expect((await fetch(at('/metrics'), { headers: RIGHT })).status).toBe(200);
    const page = await fetch(server.url, { headers: { ...RIGHT, accept: 'text/html' } });
    expect(await page.text()).toContain('Footnote API');
    const query = 'subscription { ask(question: "Who commanded the first crossing?") { __typename } }';
    const stream = await server.post({ query }, { ...RIGHT, accept: 'text/event-stream' });
    expect(await stream.text()).toContain('"__typename":"Answer"');
    const client = new Client({ name: 'test', version: '1' });
    const transport = new StreamableHTTPClientTransport(at('/mcp'), { requestInit: { headers: RIGHT } });
    await client.connect(transport);
    expect((await client.callTool({ name: 'index_status' })).structuredContent).toMatchObject({
      articles: 3,
    });
    await client.close();
  });

  it.each([
    ['no token', {}],
    ['another', { authorization: 'Bearer correct-horse-battery-stapl3' }],
    ['the beginning of it', { authorization: `Bearer ${TOKEN.slice(0, -1)}` }],
    ['more than it', { authorization: `Bearer ${TOKEN}${TOKEN}` }],
    ['it in capitals', { authorization: `Bearer ${TOKEN.toUpperCase()}` }],
    ['it without its scheme', { authorization: TOKEN }],
    ['it as a password', { authorization: `Basic ${btoa(`:${TOKEN}`)}` }],
    ['it as a cookie', { cookie: `footnote-session=${TOKEN}; token=${TOKEN}` }],
    ['the secret of the web app alone', { 'x-footnote-web-secret': WEB_SECRET, 'x-footnote-visitor': 'a' }],
  ])('answers none who sends %s', async (_what, given: Record<string, string>) => {
    const headers = { 'content-type': 'application/json', ...from(`10.0.0.${_what.length}`), ...given };
    const init = { method: 'POST', headers, body: JSON.stringify(INDEX) };
    for (const [path, options] of [
      ['/graphql', init],
      ['/graphql', { ...init, headers: { ...headers, accept: 'text/event-stream' } }],
      ['/graphql', { headers: { ...headers, accept: 'text/html' } }],
      ['/mcp', init],
      ['/metrics', { headers }],
      ['/made/up', { headers }],
    ] as const) {
      const response = await fetch(at(path), options);
      expect([path, ...(await outcomeOf(response))]).toEqual([path, 401, 'UNAUTHENTICATED']);
      expect(response.headers.get('www-authenticate')).toContain('Bearer');
    }
  });

  it('does not take the token from the address', async () => {
    const url = `${server.url}?token=${TOKEN}&access_token=${TOKEN}`;
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(INDEX) });
    expect(response.status).toBe(401);
  });

  it('tells who has no token that it lives and is ready, and no more', async () => {
    expect(await (await fetch(at('/health/live'))).json()).toEqual({ status: 'live' });
    expect(await (await fetch(at('/health/ready'))).json()).toEqual({ status: 'ready' });
  });

  it('limits wrong tokens of one address, the right one among them, and of no other', async () => {
    const guess = (n: number | string, address: string) =>
      server.post(INDEX, { authorization: `Bearer guess-number-${n}-of-many`, ...from(address) });
    for (let n = 0; n < MAX_WRONG_TOKENS; n++) expect((await guess(n, '10.1.0.1')).status).toBe(401);
    const limited = await guess('last', '10.1.0.1');
    expect(Number(limited.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await outcomeOf(limited)).toEqual([429, 'RATE_LIMITED']);
    expect((await server.post(INDEX, { ...RIGHT, ...from('10.1.0.1') })).status).toBe(429);
    expect((await server.post(INDEX, { ...RIGHT, ...from('10.1.0.2') })).status).toBe(200);
    expect((await fetch(at('/health/live'), { headers: from('10.1.0.1') })).status).toBe(200);
  });

  it('limits those of one IPv6 network together', async () => {
    const statuses: number[] = [];
    for (let n = 0; n <= MAX_WRONG_TOKENS; n++) {
      const headers = { authorization: 'Bearer guess', ...from(`2001:db8:1:2::${n.toString(16)}`) };
      statuses.push((await server.post(INDEX, headers)).status);
    }
    expect(statuses.at(-1)).toBe(429);
  });

  it('limits those that come at once', async () => {
    const headers = { authorization: 'Bearer wrong-wrong-wrong', ...from('10.1.0.3') };
    const all = await Promise.all(Array.from({ length: 60 }, () => server.post(INDEX, headers)));
    expect(all.filter(({ status }) => status === 429).length).toBeGreaterThanOrEqual(60 - MAX_WRONG_TOKENS);
  });

  describe('behind a proxy', () => {
    const statusFor = (host: string, path: string): Promise<number | undefined> =>
      new Promise((resolve, reject) => {
        const headers = { host, 'content-type': 'application/json', ...RIGHT };
        const options = { host: '127.0.0.1', port: server.port, path, method: 'POST', headers };
        httpRequest(options, (response) => {
          response.resume();
          resolve(response.statusCode);
        })
          .on('error', reject)
          .end(JSON.stringify(INDEX));
      });

    it('answers to the hosts that are named, and to no other', async () => {
      expect(await statusFor('news.example', '/news/graphql')).toBe(200);
      expect(await statusFor('news.example:8443', '/news/graphql')).toBe(200);
      for (const host of ['evil.example', 'news.example.evil.example', 'xnews.example', '192.168.1.4']) {
        expect(await statusFor(host, '/news/graphql')).toBe(403);
        expect(await statusFor(host, '/news/health/live')).toBe(403);
      }
    });

    it('is below its prefix alone', async () => {
      const outside = [
        '/graphql',
        '/newsgraphql',
        '/news',
        '/other/graphql',
        '//news/graphql',
        '/NEWS/graphql',
      ];
      for (const path of outside) expect(await statusFor('news.example', path)).toBe(404);
      expect(await statusFor('news.example', '/health/live')).toBe(404);
    });
  });

  describe('pages of other origins', () => {
    const preflight = (origin: string, path = '/graphql') =>
      fetch(at(path), {
        method: 'OPTIONS',
        headers: { origin, 'access-control-request-method': 'POST' },
      });
    const corsHeaders = ({ headers }: Response) =>
      Object.fromEntries([...headers].filter(([name]) => name.startsWith('access-control-')));

    it('may call when they are named, and read refusals too', async () => {
      for (const path of ['/graphql', '/mcp']) {
        const asked = await preflight(APP, path);
        expect(asked.status).toBe(204);
        expect(corsHeaders(asked)).toMatchObject({
          'access-control-allow-origin': APP,
          'access-control-allow-methods': 'POST',
          'access-control-allow-headers': expect.stringContaining('authorization'),
        });
      }
      const answered = await server.post(INDEX, { ...RIGHT, origin: APP });
      const refused = await server.post(INDEX, { origin: APP });
      expect([answered.status, refused.status]).toEqual([200, 401]);
      for (const response of [answered, refused]) {
        expect(corsHeaders(response)).toMatchObject({
          'access-control-allow-origin': APP,
          'access-control-allow-credentials': 'true',
        });
        expect(response.headers.get('vary')).toMatch(/origin/i);
      }
      const ping = { jsonrpc: '2.0', id: 1, method: 'ping' };
      const headers = {
        ...RIGHT,
        'content-type': 'application/json',
        accept: 'application/json, text/event-stream',
      };
      const call = (origin: string) =>
        fetch(at('/mcp'), { method: 'POST', headers: { ...headers, origin }, body: JSON.stringify(ping) });
      expect([(await call(APP)).status, (await call('https://evil.example')).status]).toEqual([200, 403]);
    });

    it.each(['https://evil.example', 'http://app.example', 'https://app.example.evil.example', 'null', '*'])(
      'may not when they are "%s"',
      async (origin) => {
        const asked = await preflight(origin);
        const answered = await server.post(INDEX, { ...RIGHT, origin });
        expect(asked.status).not.toBe(204);
        expect([corsHeaders(asked), corsHeaders(answered)]).toEqual([{}, {}]);
      },
    );
  });
});

describe('an open server', () => {
  let server: ServedArticles;

  beforeAll(async () => {
    const access = { open: true, token: TOKEN, corsOrigins: ['*'], webSecret: WEB_SECRET, rateLimit: 60 };
    server = await serveArticles(HARBOUR_ARTICLES, access);
  });
  afterAll(() => server.close());

  let visitors = 0;
  /** As the web app calls for one of its visitors. */
  const visitor = () => ({
    'x-footnote-web-secret': WEB_SECRET,
    'x-footnote-visitor': `visitor ${++visitors}`,
  });

  it('answers whoever asks, and tells its schema and figures to who has the token', async () => {
    const introspection = { query: getIntrospectionQuery() };
    for (const body of [introspection, { query: '{ __type(name: "Query") { name } }' }]) {
      // In this order, and again: what was found valid for one is not so for the other.
      for (const [headers, code] of [
        [RIGHT, undefined],
        [visitor(), 'INTROSPECTION_NOT_ALLOWED'],
        [RIGHT, undefined],
      ] as const) {
        expect(await codeOf(await server.post(body, headers))).toBe(code);
      }
    }
    expect(await outcomeOf(await server.post(INDEX, visitor()))).toEqual([200, undefined]);
    expect(await codeOf(await server.post({ query: '{ __typename }' }, visitor()))).toBeUndefined();
    const metrics = new URL('/metrics', server.url);
    expect((await fetch(metrics, { headers: visitor() })).status).toBe(401);
    expect((await fetch(metrics, { headers: RIGHT })).status).toBe(200);
  });

  it('shows GraphiQL to who has the token', async () => {
    const get = (headers: Record<string, string>) =>
      fetch(server.url, { headers: { accept: 'text/html', ...headers } }).then((page) => page.text());
    expect(await get(RIGHT)).toContain('Footnote API');
    expect(await get(visitor())).not.toContain('Footnote API');
  });

  it.each([
    ['a field', { query: '{ indx { articles } }' }],
    ['an argument', { query: '{ search(qery: "a") { edges { cursor } } }' }],
    ['a value', { query: '{ search(query: "a", mode: HYBRD) { edges { cursor } } }' }],
    ['a type', { query: '{ node(id: "a") { ... on Articl { id } } }' }],
    [
      'a value in a variable',
      {
        query: 'query($mode: SearchMode) { search(query: "a", mode: $mode) { edges { cursor } } }',
        variables: { mode: 'HYBRD' },
      },
    ],
    [
      'a field in a variable',
      {
        query: 'query($filter: ArticleFilter) { articles(filter: $filter) { edges { cursor } } }',
        variables: { filter: { source: ['a'] } },
      },
    ],
  ])('suggests %s to who has the token alone', async (_what, body) => {
    const told = async (headers: Record<string, string>) => (await server.post(body, headers)).text();
    expect(await told(RIGHT)).toContain('Did you mean');
    const others = await told(visitor());
    expect(others).toContain('GRAPHQL_VALIDATION_FAILED');
    expect(others).not.toMatch(/did you mean|HYBRID|sources/i);
  });

  it('lets pages of any origin call, and never with credentials', async () => {
    const { headers } = await server.post(INDEX, { origin: 'https://any.example', ...visitor() });
    expect(headers.get('access-control-allow-origin')).toBe('*');
    expect(headers.has('access-control-allow-credentials')).toBe(false);
  });

  describe('limits what one caller may send', () => {
    const limited = async (headers: Record<string, string>, body = INDEX): Promise<Response | null> => {
      for (let n = 0; n <= 60; n++) {
        const response = await server.post(body, headers);
        if (response.status === 429) return response;
      }
      return null;
    };

    it('and says when to go on; others go on at once', async () => {
      const [one, other] = [visitor(), visitor()];
      const refused = await limited(one);
      expect(Number(refused?.headers.get('retry-after'))).toBeGreaterThan(0);
      expect(await codeOf(refused!)).toBe('RATE_LIMITED');
      expect((await server.post(INDEX, other)).status).toBe(200);
      expect((await server.post(INDEX, RIGHT)).status).toBe(200);
      const mcp = { method: 'POST', headers: { ...one, 'content-type': 'application/json' }, body: '{}' };
      expect((await fetch(new URL('/mcp', server.url), mcp)).status).toBe(429);
      expect((await fetch(new URL('/health/ready', server.url), { headers: one })).status).toBe(200);
    });

    it('counts every question of a request', async () => {
      const asker = visitor();
      const questions = Math.floor(60 / QUESTION_POINTS);
      const fields = Array.from({ length: questions + 1 }, (_, n) => `a${n}: ${ASK.query.slice(1, -1)}`);
      const response = await server.post({ query: `{ ${fields.join(' ')} }` }, asker);
      expect(response.status).toBe(429);
      expect(response.headers.get('retry-after')).not.toBeNull();
      expect(await codeOf(response)).toBe('RATE_LIMITED');
    });

    it.each([
      ['a search', 'search(query: "ferry", first: 1) { edges { cursor } }'],
      ['a list of articles', 'articles(first: 1) { totalCount }'],
      ['a count', 'facets { years { count } }'],
      ['a search for what is similar', `similarPassages(passageId: "${FERRY_PASSAGE}", first: 1) { score }`],
    ])('counts %s, however many of them a request has', async (_what, field) => {
      const asker = visitor();
      const query = `{ ${Array.from({ length: 25 }, (_, n) => `a${n}: ${field}`).join(' ')} }`;
      const statuses: number[] = [];
      for (let n = 0; n < 3; n++) statuses.push((await server.post({ query }, asker)).status);
      // 1 + 25 points each, of 60.
      expect(statuses).toEqual([200, 200, 429]);
    });

    it('and lets nobody go on under another name', async () => {
      const address = { 'x-forwarded-for': '10.2.0.1' };
      expect(await limited(address)).not.toBeNull();
      for (const forged of [
        { 'x-footnote-visitor': 'somebody else' },
        { 'x-footnote-visitor': 'somebody else', 'x-footnote-web-secret': 'a guess' },
        { cookie: 'footnote-session=somebody-else' },
        { 'x-forwarded-for': '10.9.9.9, 10.2.0.1' },
        { 'x-real-ip': '10.9.9.9', forwarded: 'for=10.9.9.9' },
      ]) {
        expect((await server.post(INDEX, { ...address, ...forged })).status).toBe(429);
      }
    });
  });
});
