import fc from 'fast-check';
import type { OperationTypeNode } from 'graphql';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ERROR_CODES } from './errors.ts';
import { createSchema } from './schema.ts';
import { HARBOUR_ARTICLES } from './testing/harbour-articles.ts';
import { randomOperation } from './testing/random-operation.ts';
import { type ServedArticles, serveArticles } from './testing/serve-articles.ts';

/** `npm test` runs so many; set the variable to run more. */
const RUNS = Number(process.env.FOOTNOTE_RANDOM_OPERATIONS ?? 200);

/** How often each is chosen: a change of the index takes seconds, most of what is asked milliseconds. */
const KINDS = {
  readable: ['query', 'query', 'subscription', 'mutation'],
  writable: ['query', 'query', 'query', 'query', 'mutation', 'subscription'],
};

const STARTING_MS = 180_000;
const servers = new Map<string, ServedArticles>();

beforeAll(async () => {
  servers.set('readable', await serveArticles(HARBOUR_ARTICLES));
}, STARTING_MS);
beforeAll(async () => {
  servers.set('writable', await serveArticles(HARBOUR_ARTICLES, { writable: true }));
}, STARTING_MS);
afterAll(async () => {
  for (const server of servers.values()) await server.close();
});

interface Connection {
  readonly edges: readonly { readonly cursor: string; readonly node: { readonly id?: string } }[];
}

const base64 = (text: string): string => Buffer.from(text).toString('base64');

/** Ids and cursors that the server gave, names and contents of files, questions, and texts that are none of these. */
async function texts(server: ServedArticles): Promise<string[]> {
  const { data } = await server.query<Record<'articles' | 'search', Connection>>(`{
    articles { edges { cursor node { id } } } search(query: "ferry") { edges { cursor } } }`);
  const edges = [...data.articles.edges, ...data.search.edges];
  const given = edges.flatMap(({ cursor, node }) => [cursor, node?.id ?? '']);
  const forged = ['Passage:0:ferry.md', 'Passage:9:x', 'Article:', ':'].map((one) =>
    Buffer.from(one).toString('base64url'),
  );
  const contents = [
    'The weir was rebuilt in 1931 by Nils Ade.',
    '{"text":"One."}\nnone',
    ' ',
    '\u0000\u00ff',
  ].map(base64);
  return [
    ...Object.keys(HARBOUR_ARTICLES),
    ...['weir.txt', 'feed.jsonl', 'a/b.html', '../out.txt', 'CON.md', 'scan.pdf'],
    ...contents,
    ...given,
    ...forged,
    ...['', ' ', 'ferry', 'Who commanded the first crossing?', 'And why?', '\u0000', '\ud800', '🚢', '"'],
    'x'.repeat(2001),
  ];
}

interface Result {
  readonly data?: unknown;
  readonly errors?: readonly { readonly message: string; readonly extensions: { readonly code: string } }[];
}

/** One result, or of a subscription those of its events. */
async function resultsOf(response: Response): Promise<Result[]> {
  const body = await response.text();
  if (!response.headers.get('content-type')?.startsWith('text/event-stream')) return [JSON.parse(body)];
  return Array.from(body.matchAll(/^event: next\ndata: (.+)$/gm), ([, event]) => JSON.parse(event!));
}

it.each(Object.entries(KINDS))(
  'answers every operation that the schema allows, or says with a code why not: of a %s server',
  async (name, kinds) => {
    const server = servers.get(name)!;
    const schema = createSchema();
    const codes = Object.keys(ERROR_CODES);
    const chosen = await texts(server);
    const property = fc.asyncProperty(fc.constantFrom(...kinds), fc.gen(), async (kind, pick) => {
      const operation = randomOperation(pick, { schema, kind: kind as OperationTypeNode, texts: chosen });
      const accept = kind === 'subscription' ? 'text/event-stream' : 'application/json';
      const results = await resultsOf(await server.post(operation, { accept }));
      expect(results).not.toEqual([]);
      for (const { data, errors = [] } of results) {
        expect(data !== undefined || errors.length > 0).toBe(true);
        for (const { message, extensions } of errors) {
          expect(codes, message).toContain(extensions.code);
          expect(extensions.code, JSON.stringify(operation)).not.toBe('INTERNAL_SERVER_ERROR');
          expect(extensions.code, message).not.toBe('GRAPHQL_VALIDATION_FAILED');
        }
      }
    });
    await fc.assert(property, { numRuns: Math.ceil(RUNS / 2) });
  },
  3_600_000,
);
