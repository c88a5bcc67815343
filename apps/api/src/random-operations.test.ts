import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ERROR_CODES } from './errors.ts';
import { createSchema } from './schema.ts';
import { HARBOUR_ARTICLES } from './testing/harbour-articles.ts';
import { randomOperation } from './testing/random-operation.ts';
import { type ServedArticles, serveArticles } from './testing/serve-articles.ts';

/** `npm test` runs so many; set the variable to run more. */
const RUNS = Number(process.env.FOOTNOTE_RANDOM_OPERATIONS ?? 200);

let server: ServedArticles;

beforeAll(async () => {
  server = await serveArticles(HARBOUR_ARTICLES);
});
afterAll(() => server.close());

interface Connection {
  readonly edges: readonly { readonly cursor: string; readonly node: { readonly id?: string } }[];
}

/** Ids and cursors that the server gave, and texts that it did not. */
async function texts(): Promise<string[]> {
  const { data } = await server.query<Record<'articles' | 'search', Connection>>(`{
    articles { edges { cursor node { id } } } search(query: "ferry") { edges { cursor } } }`);
  const edges = [...data.articles.edges, ...data.search.edges];
  const given = edges.flatMap(({ cursor, node }) => [cursor, node?.id ?? '']);
  const forged = ['Passage:0:ferry.md', 'Passage:9:x', 'Article:', ':'].map((one) =>
    Buffer.from(one).toString('base64url'),
  );
  return [
    ...Object.keys(HARBOUR_ARTICLES),
    ...given,
    ...forged,
    '',
    ' ',
    'ferry',
    '\u0000',
    '\ud800',
    '🚢',
    '"',
    'x'.repeat(2001),
  ];
}

it('answers every operation that the schema allows, or says with a code why not', async () => {
  const schema = createSchema();
  const codes = Object.keys(ERROR_CODES);
  // A question takes a second; questions have tests of their own.
  const options = { schema, without: ['ask'], texts: await texts() };
  const property = fc.asyncProperty(fc.gen(), async (pick) => {
    const query = randomOperation(pick, options);
    const response = await server.post({ query });
    const { data, errors = [] } = (await response.json()) as {
      data?: unknown;
      errors?: { message: string; extensions: { code: string } }[];
    };
    expect(data !== undefined || errors.length > 0).toBe(true);
    for (const { message, extensions } of errors) {
      expect(codes, message).toContain(extensions.code);
      expect(extensions.code, query).not.toBe('INTERNAL_SERVER_ERROR');
      expect(extensions.code, message).not.toBe('GRAPHQL_VALIDATION_FAILED');
    }
  });
  await fc.assert(property, { numRuns: RUNS });
}, 3_600_000);
