import { type Engine, MAX_QUERY_LENGTH } from '@footnote/engine';
import { describe, expect, it } from 'vitest';
import { apiOver } from './testing/api-over.ts';

/** An engine that holds nothing: what reaches it costs nothing here, so that the time is the server's own. */
const EMPTY = {
  status: async () => ({ articles: 0, passages: 0, model: null, bytes: 0, updatedAt: null }),
  articlesByKey: async (keys) => keys.map(() => null),
  facets: async () => ({ sources: [], authors: [], years: [] }),
} satisfies Partial<Engine>;

const { post, request } = apiOver(EMPTY);

/** Milliseconds: many times what any of them takes, and far below what an unbounded one would. */
const LONG = 10_000;

const nested = (levels: number, [open, close]: readonly [string, string], inner = '') =>
  open.repeat(levels) + inner + close.repeat(levels);
const times = (count: number, make: (n: number) => string) =>
  Array.from({ length: count }, (_, n) => make(n)).join(' ');
const many = (count: number) => Array.from({ length: count }, (_, n) => `k${n}`);

/** Each fragment spreads the next one twice: as many fields as there are atoms, where nobody counts. */
const bomb = (type: string, { around, inside }: { around: [string, string]; inside: string }) =>
  `{ ${around[0]} ...f0 ${around[1]} } ${times(60, (n) => `fragment f${n} on ${type} { ...f${n + 1} ...f${n + 1} }`)}
  fragment f60 on ${type} { ${inside} }`;

describe('an operation that is made to exhaust', () => {
  it.each<[string, string, string]>([
    [
      'the stack, by lists in lists',
      'OPERATION_TOO_LARGE',
      `{ articlesByKey(keys: ${nested(60_000, ['[', ']'])}) { key } }`,
    ],
    [
      'the stack, by objects',
      'OPERATION_TOO_LARGE',
      `{ facets(filter: ${nested(40_000, ['{a:', '}'], '1')}) { years { count } } }`,
    ],
    [
      'the stack, by types of variables',
      'OPERATION_TOO_LARGE',
      `query ($a: ${nested(60_000, ['[', ']'], 'Int')}) { index { articles } }`,
    ],
    ['the stack, by fields', 'OPERATION_TOO_LARGE', nested(40_000, ['{a', '}'])],
    [
      'the stack, by fragments without a name',
      'OPERATION_TOO_LARGE',
      `{ ${nested(20_000, ['... {', '}'], 'index { articles }')} }`,
    ],
    [
      'time, by fragments that double',
      'OPERATION_TOO_LARGE',
      bomb('Query', { around: ['', ''], inside: 'index { articles }' }),
    ],
    [
      'time, by fragments that double below',
      'OPERATION_TOO_LARGE',
      bomb('IndexStatus', { around: ['index {', '}'], inside: 'articles' }),
    ],
    [
      'time, by fragments in a circle',
      'GRAPHQL_VALIDATION_FAILED',
      '{ ...a } fragment a on Query { ...b } fragment b on Query { ...a }',
    ],
    [
      'time, by fields that may be one',
      'GRAPHQL_VALIDATION_FAILED',
      `{ ${times(480, () => 'index{articles}')} }`,
    ],
    [
      'time, by aliases of one argument',
      'OPERATION_TOO_LARGE',
      `{ ${times(150, (n) => `a: articles(first: ${n + 1}) { totalCount }`)} }`,
    ],
    [
      'memory, by introspection',
      'OPERATION_TOO_LARGE',
      `{ ${times(31, (n) => `a${n}: __schema { types { name } }`)} }`,
    ],
  ])('%s', async (_what, code, query) => {
    const start = performance.now();
    const { errors } = (await (await post(query)).json()) as { errors?: { extensions: { code: string } }[] };
    expect(errors?.[0]?.extensions.code ?? '').toBe(code);
    expect(performance.now() - start).toBeLessThan(LONG);
  });
});

describe('variables that are made to exhaust', () => {
  const FILTERED = 'query ($f: ArticleFilter) { facets(filter: $f) { years { count } } }';
  const KEYS = 'query ($k: [String!]!) { articlesByKey(keys: $k) { key } }';
  const NOTHING = '{ index { articles } }';

  it.each<[string, string, string]>([
    [
      'lists in lists',
      'GRAPHQL_VALIDATION_FAILED',
      `${JSON.stringify(KEYS)},"variables":{"k":${nested(100_000, ['[', ']'])}}`,
    ],
    [
      'lists in lists that nothing reads',
      '',
      `${JSON.stringify(NOTHING)},"variables":{"k":${nested(100_000, ['[', ']'])}}`,
    ],
    [
      'objects in objects',
      'GRAPHQL_VALIDATION_FAILED',
      `${JSON.stringify(FILTERED)},"variables":{"f":${nested(40_000, ['{"a":', '}'], '1')}}`,
    ],
    [
      'many keys',
      'TOO_MANY_ITEMS',
      `${JSON.stringify(KEYS)},"variables":${JSON.stringify({ k: many(20_000) })}`,
    ],
    [
      'many sources',
      'TOO_MANY_ITEMS',
      `${JSON.stringify(FILTERED)},"variables":${JSON.stringify({ f: { sources: many(20_000) } })}`,
    ],
    [
      'many authors',
      'TOO_MANY_ITEMS',
      `${JSON.stringify(FILTERED)},"variables":${JSON.stringify({ f: { authors: many(51) } })}`,
    ],
    [
      'many languages',
      'TOO_MANY_ITEMS',
      `${JSON.stringify(FILTERED)},"variables":${JSON.stringify({ f: { languages: many(20_000) } })}`,
    ],
    [
      'a key of another prototype',
      '',
      `${JSON.stringify(NOTHING)},"variables":{"__proto__":{"isTrusted":true}}`,
    ],
  ])('%s', async (_what, code, body) => {
    const start = performance.now();
    const response = await request('/graphql', { method: 'POST', body: `{"query":${body}}` });
    const { errors } = (await response.json()) as { errors?: { extensions: { code: string } }[] };
    expect(errors?.[0]?.extensions.code ?? '').toBe(code);
    expect(performance.now() - start).toBeLessThan(LONG);
  });
});

describe('what an agent sends to exhaust', () => {
  const call = async (name: string, args: object): Promise<string> => {
    const params = { name, arguments: args };
    const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/call', params });
    const headers = { accept: 'application/json, text/event-stream' };
    return (await request('/mcp', { method: 'POST', headers, body })).text();
  };

  it.each<[string, string, object]>([
    ['many sources', 'search', { query: 'a', filter: { sources: many(10_000) } }],
    ['many languages', 'list_articles', { filter: { languages: many(51) } }],
    ['a long query', 'list_articles', { query: 'a '.repeat(MAX_QUERY_LENGTH) }],
    ['a filter of another name', 'search', { query: 'a', filters: { sources: ['a'] } }],
  ])('is refused: %s', async (_what, name, args) => {
    expect(await call(name, args)).toContain('"isError":true');
  });

  it.each<[string, string, number]>([
    [
      'a batch',
      `[${times(3, () => '{"jsonrpc":"2.0","id":1,"method":"ping"}').replaceAll('} {', '},{')}]`,
      400,
    ],
    ['a body without a message', nested(100_000, ['[', ']']), 400],
    ['a body that is cut off', '{"jsonrpc"', 400],
    ['a body over the limit', JSON.stringify({ a: 'x'.repeat(300_000) }), 413],
  ])('is refused: %s', async (_what, body, status) => {
    const headers = { accept: 'application/json, text/event-stream' };
    expect((await request('/mcp', { method: 'POST', headers, body })).status).toBe(status);
  });
});
