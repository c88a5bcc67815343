import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Engine, openEngine } from '@footnote/engine';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ownHosts } from './access/own-hosts.ts';
import { createApi } from './create-api.ts';
import { createMetrics } from './serving/metrics.ts';
import { serveEngine } from './serving/served-engine.ts';
import { indexArticles } from './testing/serve-articles.ts';

const STORY = `The harbour of Norhaven froze over in the night of 3 February. Seven ferries stayed in port, and the
council asked for an icebreaker from Elsby, which came two days later. Nobody was hurt, the harbour master said.`;
const COPIES = 12;

let folder: string;
let engine: Engine;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'footnote-batching-'));
  const index = join(folder, 'index');
  const copies = Array.from({ length: COPIES }, (_, n) => [`copy-${n}.txt`, `${STORY} Copy ${n}.\n`]);
  await indexArticles(Object.fromEntries(copies), { folder, index });
  engine = await openEngine({ index, reader: 'off' });
});
afterAll(async () => {
  await engine.close();
  await rm(folder, { recursive: true });
});

/** Runs one operation, and gives what the engine was asked for it. */
async function callsOf(query: string): Promise<{ calls: string[]; data: Record<string, unknown> }> {
  const calls: string[] = [];
  const counted = new Proxy(engine, {
    get: (target, name: keyof Engine) => {
      const method = target[name] as (...args: unknown[]) => unknown;
      return (...args: unknown[]) => {
        calls.push(name);
        return method.apply(target, args);
      };
    },
  });
  const metrics = createMetrics();
  const served = serveEngine(counted, { metrics });
  const api = createApi({
    engine: () => served,
    metrics,
    host: 'localhost',
    hosts: () => ownHosts({ host: 'localhost', port: 80 }),
    access: {},
    logger: pino({ enabled: false }),
  });
  const response = await api(
    new Request('http://localhost/graphql', {
      method: 'POST',
      headers: { host: 'localhost', 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
    }),
    '127.0.0.1',
  );
  const { data, errors } = (await response.json()) as { data: Record<string, unknown>; errors?: unknown };
  expect(errors).toBeUndefined();
  return { calls, data };
}

it.each([
  ['duplicates of a page of articles', 'articles { edges { node { duplicates { key } } } }', 'articlesByKey'],
  [
    'duplicates of duplicates',
    'articles { edges { node { duplicates { duplicates { key } } } } }',
    'articlesByKey',
  ],
  [
    'passages of a page of articles',
    'articles { edges { node { passages { edges { cursor } } } } }',
    'passages',
  ],
])('the %s cost one call for all rows', async (_what, fields, method) => {
  const { calls, data } = await callsOf(`{ ${fields} }`);
  expect(calls).toEqual(['articles', method]);
  const { edges } = data.articles as { edges: { node: Record<string, unknown[]> }[] };
  expect(edges).toHaveLength(COPIES);
  if (method === 'articlesByKey') expect(edges[0]?.node.duplicates).toHaveLength(COPIES - 1);
});

it('the article, its duplicates and its passages of every hit of a search cost one call each', async () => {
  const article = 'article { title duplicates { key } passages(first: 1) { edges { node { text } } } }';
  const { calls } = await callsOf(
    `{ search(query: "icebreaker", first: 50) { edges { node { passage { text ${article} } } } } }`,
  );
  expect(calls).toEqual(['search', 'articlesByKey', 'passages']);
});

it('articles and citations under many names cost one call each', async () => {
  const articles = Array.from({ length: 10 }, (_, n) => `a${n}: article(key: "copy-${n}.txt") { id }`);
  const { calls, data } = await callsOf(`{ ${articles.join(' ')} }`);
  expect(calls).toEqual(['articlesByKey']);
  const ids = Object.values(data).map((article) => (article as { id: string }).id);
  const checks = ids.map(
    (id, n) => `c${n}: verifyCitation(articleId: "${id}", start: 0, end: 3, quote: "The") { valid }`,
  );
  const nodes = ids.map((id, n) => `n${n}: node(id: "${id}") { id }`);
  expect((await callsOf(`{ ${[...checks, ...nodes].join(' ')} }`)).calls.sort()).toEqual([
    'articlesByKey',
    'checkCitations',
  ]);
});
