import { request as httpRequest } from 'node:http';
import { Request } from '@whatwg-node/fetch';
import { getIntrospectionQuery } from 'graphql';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ownHosts } from './access/own-hosts.ts';
import { createApi } from './create-api.ts';
import { MAX_BODY_BYTES } from './limits.ts';
import { createMetrics } from './serving/metrics.ts';
import { HARBOUR_ARTICLES } from './testing/harbour-articles.ts';
import { type ServedArticles, serveArticles } from './testing/serve-articles.ts';

let server: ServedArticles;

beforeAll(async () => {
  server = await serveArticles(HARBOUR_ARTICLES);
});
afterAll(() => server.close());

const INDEX = { query: '{ index { articles } }' };

async function refusalOf(response: Response): Promise<{ status: number; code: string | undefined }> {
  const { errors } = (await response.json()) as { errors?: { extensions: { code: string } }[] };
  return { status: response.status, code: errors?.[0]?.extensions.code };
}

/** fetch does not let a Host header be set. */
function statusForHost(host: string, path = '/graphql'): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const headers = { host, 'content-type': 'application/json' };
    const options = { host: '127.0.0.1', port: server.port, path, method: 'POST', headers };
    httpRequest(options, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on('error', reject)
      .end(JSON.stringify(INDEX));
  });
}

describe('who may ask', () => {
  it('is whoever names this server by one of its own hosts', async () => {
    for (const name of ['127.0.0.1', 'localhost', '[::1]', 'LOCALHOST']) {
      expect(await statusForHost(`${name}:${server.port}`)).toBe(200);
    }
  });

  it('is not a page that came under another name, or to another port', async () => {
    for (const host of [
      'evil.example',
      `evil.example:${server.port}`,
      'localhost',
      `localhost:${server.port + 1}`,
    ]) {
      expect(await statusForHost(host)).toBe(403);
      expect(await statusForHost(host, '/health/live')).toBe(403);
      expect(await statusForHost(host, '/mcp')).toBe(403);
    }
  });

  it('is told nothing by a host or a path that makes no address', async () => {
    expect(await statusForHost('[')).toBe(403);
    expect(await statusForHost('a b', '/mcp')).toBe(403);
    expect(await statusForHost(`127.0.0.1:${server.port}`, 'http://evil.example/graphql')).toBe(404);
  });

  it('is told nothing of what fails in the server, whose log has it', async () => {
    const log: string[] = [];
    const api = createApi({
      engine: () => {
        throw new Error('secret path');
      },
      metrics: createMetrics(),
      host: '127.0.0.1',
      hosts: () => ownHosts({ host: '127.0.0.1', port: 4000 }),
      access: {},
      logger: pino({}, { write: (line: string) => log.push(line) }),
    });
    const headers = { host: '127.0.0.1:4000', 'content-type': 'application/json' };
    const request = new Request('http://127.0.0.1:4000/mcp', { method: 'POST', headers, body: '{}' });
    const response = await api(request, '127.0.0.1');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(await response.clone().text()).not.toContain('secret');
    expect(await refusalOf(response)).toEqual({ status: 500, code: 'INTERNAL_SERVER_ERROR' });
    expect(log.join()).toContain('secret path');
  });

  it('is no other origin: nothing grants one access', async () => {
    const preflight = await fetch(server.url, {
      method: 'OPTIONS',
      headers: { origin: 'https://evil.example', 'access-control-request-method': 'POST' },
    });
    expect(preflight.status).toBe(405);
    const response = await server.post(INDEX, { origin: 'https://evil.example' });
    for (const { headers } of [preflight, response]) {
      expect([...headers.keys()].filter((name) => name.startsWith('access-control-'))).toEqual([]);
    }
  });
});

describe('what carries an operation', () => {
  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'application/graphql',
    'application/graphql+json',
  ])('is not %s', async (type) => {
    const response = await server.post(INDEX, { 'content-type': type });
    expect(await refusalOf(response)).toEqual({ status: 415, code: 'UNSUPPORTED_MEDIA_TYPE' });
  });

  it('is not a form', async () => {
    const body = new FormData();
    body.set('operations', JSON.stringify(INDEX));
    const response = await fetch(server.url, { method: 'POST', body });
    expect(await refusalOf(response)).toEqual({ status: 415, code: 'UNSUPPORTED_MEDIA_TYPE' });
  });

  it('is not GET', async () => {
    const response = await fetch(`${server.url}?query=${encodeURIComponent(INDEX.query)}`);
    expect(await refusalOf(response)).toEqual({ status: 405, code: 'METHOD_NOT_ALLOWED' });
  });

  it('is not a batch', async () => {
    expect(await refusalOf(await server.post([INDEX, INDEX]))).toEqual({ status: 400, code: 'BAD_REQUEST' });
  });

  it('is JSON with a query', async () => {
    expect(await refusalOf(await server.post('{'))).toEqual({ status: 400, code: 'BAD_REQUEST' });
    expect(await refusalOf(await server.post({}))).toEqual({ status: 400, code: 'BAD_REQUEST' });
    expect((await server.post(INDEX, { 'content-type': 'application/json; charset=utf-8' })).status).toBe(
      200,
    );
  });

  it('is not larger than the limit, whether it says its size or not', async () => {
    const body = JSON.stringify({ query: `${INDEX.query}#${'x'.repeat(MAX_BODY_BYTES)}` });
    const tooLarge = { status: 413, code: 'REQUEST_ENTITY_TOO_LARGE' };
    expect(await refusalOf(await server.post(body))).toEqual(tooLarge);
    const headers = { 'content-type': 'application/json' };
    const unsized: RequestInit & { duplex: 'half' } = {
      method: 'POST',
      headers,
      body: new Blob([body]).stream(),
      duplex: 'half',
    };
    const chunked = await fetch(server.url, unsized);
    expect(await refusalOf(chunked)).toEqual(tooLarge);
  });
});

describe('the page for people', () => {
  it('is GraphiQL, and loads nothing from elsewhere', async () => {
    const response = await fetch(server.url, { headers: { accept: 'text/html' } });
    const page = await response.text();
    expect(page).toContain('Footnote API');
    expect(page).not.toMatch(/<(?:script|link|img|iframe)[^>]+(?:src|href)=["']?(?:https?:)?\/\//);
    expect(response.headers.get('x-frame-options')).toBe('DENY');
  });

  it('is at no other path', async () => {
    const response = await fetch(new URL('/', server.url), { headers: { accept: 'text/html' } });
    expect(await refusalOf(response)).toEqual({ status: 404, code: 'NOT_FOUND' });
  });
});

describe('errors', () => {
  const codeOf = async (query: string, variables?: object) =>
    (await refusalOf(await server.post({ query, variables }))).code;

  it('have a code when the operation is not GraphQL or does not fit the schema', async () => {
    expect(await codeOf('{ index {')).toBe('GRAPHQL_PARSE_FAILED');
    expect(await codeOf('{ indx { articles } }')).toBe('GRAPHQL_VALIDATION_FAILED');
    expect(await codeOf('query($n: Int!) { articles(first: $n) { edges { cursor } } }')).toBe(
      'GRAPHQL_VALIDATION_FAILED',
    );
    expect(await codeOf('query($n: Int) { articles(first: $n) { edges { cursor } } }', { n: 'x' })).toBe(
      'GRAPHQL_VALIDATION_FAILED',
    );
    expect(await codeOf('query A { index { articles } } query B { index { articles } }')).toBe(
      'OPERATION_RESOLUTION_FAILURE',
    );
  });

  it('have a code when a date is none, wherever it is written', async () => {
    expect(await codeOf('{ articles(filter: { publishedFrom: "2023-02-29" }) { edges { cursor } } }')).toBe(
      'INVALID_DATE',
    );
    const withVariable = 'query($day: Date) { articles(filter: { publishedTo: $day }) { edges { cursor } } }';
    expect(await codeOf(withVariable, { day: '16 May 2024' })).toBe('INVALID_DATE');
    const withFilter = 'query($filter: ArticleFilter) { articles(filter: $filter) { edges { cursor } } }';
    expect(await codeOf(withFilter, { filter: { publishedFrom: 20240516 } })).toBe('INVALID_DATE');
  });
});

const ARTICLE =
  'id key title text source author authors publishedAt url language contentHash duplicates { key }';
const PASSAGE = `id text start end article { ${ARTICLE} }`;
const HIT = `score explanation { lexical semantic parts { name value } } highlights { start end } passage { ${PASSAGE} }`;
const ASK = `__typename
  ... on Answer { question interpretedQuestion text confidence threshold sentences { text citationNumbers }
    citations { number quote start end answerSpan { start end } passage { ${PASSAGE} } article { ${ARTICLE} } }
    evidence { ${HIT} } }
  ... on NoAnswer { question interpretedQuestion reason confidence threshold nearest { ${HIT} } }`;

describe('lists given as arguments', () => {
  const many = (item: string): string => `[${Array.from({ length: 51 }, () => item).join(' ')}]`;

  it.each([
    ['keys', `{ articlesByKey(keys: ${many('"a"')}) { key } }`],
    [
      'citations',
      `{ verifyCitations(citations: ${many('{ articleId: "a", start: 0, end: 1, quote: "a" }')}) { valid } }`,
    ],
  ])('are refused when they have more than 50 %s', async (_what, query) => {
    const [error] = (await server.query(query)).errors ?? [];
    expect(error?.extensions.code).toBe('TOO_MANY_ITEMS');
  });
});

describe('limits', () => {
  const errorsOf = async (query: string) => (await server.query(query)).errors;

  it('let through one search of 50 with every field of each hit, its passage and its article', async () => {
    const search = `search(query: "ferry", first: 50) { pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
      edges { cursor node { ${HIT} } } }`;
    expect(await errorsOf(`{ ${search} }`)).toBeUndefined();
  });

  it('let through one ask with every field', async () => {
    expect(await errorsOf(`{ ask(question: "What did the ferry cost?") { ${ASK} } }`)).toBeUndefined();
  });

  it('let through the first 20 passages of each article of a search of 50', async () => {
    const passages = 'passages { edges { node { id text start end } } }';
    const search = `search(query: "ferry", first: 50) { edges { node { score passage { article { key ${passages} } } } } }`;
    expect(await errorsOf(`{ ${search} }`)).toBeUndefined();
  });

  it('let through fifty similar passages, fifty articles by key and every facet', async () => {
    const keys = JSON.stringify(Array.from({ length: 50 }, (_, n) => `${n}.txt`));
    const facets = 'facets { sources { value count } authors { value count } years { value count } }';
    expect(await errorsOf(`{ articlesByKey(keys: ${keys}) { ${ARTICLE} } ${facets} }`)).toBeUndefined();
    const { data } = await server.query<{ search: { edges: { node: { passage: { id: string } } }[] } }>(
      '{ search(query: "ferry", first: 1) { edges { node { passage { id } } } } }',
    );
    const id = data.search.edges[0]?.node.passage.id;
    expect(await errorsOf(`{ similarPassages(passageId: "${id}", first: 50) { ${HIT} } }`)).toBeUndefined();
  });

  it('let through the introspection that tools send', async () => {
    expect(await errorsOf(getIntrospectionQuery())).toBeUndefined();
  });

  const nested = (levels: number): string =>
    levels === 0 ? 'id' : `article { passages(first: 1) { edges { node { ${nested(levels - 1)} } } } }`;

  it.each([
    ['depth', `{ search(query: "a", first: 1) { edges { node { passage { ${nested(3)} } } } } }`],
    [
      'cost',
      '{ articles(first: 50) { edges { node { passages(first: 50) { edges { node { article { passages(first: 50) { edges { cursor } } } } } } } } } }',
    ],
    ['aliases', `{ ${Array.from({ length: 31 }, (_, n) => `a${n}: index { articles }`).join(' ')} }`],
    ['directives', `{ index ${'@include(if: true) '.repeat(21)} { articles } }`],
    ['tokens', `{ index { ${'articles '.repeat(2001)} } }`],
    [
      'many questions',
      `{ ${Array.from({ length: 20 }, (_, n) => `a${n}: ask(question: "a") { __typename }`).join(' ')} }`,
    ],
  ])('refuse what is too large in %s', async (_what, query) => {
    const [error] = (await errorsOf(query)) ?? [];
    expect(error?.extensions.code).toBe('OPERATION_TOO_LARGE');
  });
});
