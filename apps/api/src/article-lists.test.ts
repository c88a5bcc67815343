import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HARBOUR_ARTICLES } from './testing/harbour-articles.ts';
import { type ServedArticles, serveArticles } from './testing/serve-articles.ts';

let server: ServedArticles;

beforeAll(async () => {
  server = await serveArticles(HARBOUR_ARTICLES);
});
afterAll(() => server.close());

interface ArticleList {
  readonly totalCount: number;
  readonly edges: readonly { readonly cursor: string; readonly node: { readonly key: string } }[];
  readonly pageInfo: Readonly<Record<'startCursor' | 'endCursor', string | null>> &
    Readonly<Record<'hasNextPage' | 'hasPreviousPage', boolean>>;
}

const LIST = `query($first: Int, $after: String, $last: Int, $before: String, $filter: ArticleFilter, $query: String,
  $orderBy: ArticleOrder) {
  articles(first: $first, after: $after, last: $last, before: $before, filter: $filter, query: $query, orderBy: $orderBy) {
    totalCount edges { cursor node { key } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`;

async function list(variables: Record<string, unknown> = {}): Promise<ArticleList> {
  const { data } = await server.query<{ articles: ArticleList }>(LIST, variables);
  return data.articles;
}

async function codeOf(query: string, variables?: Record<string, unknown>): Promise<string | undefined> {
  return (await server.query(query, variables)).errors?.[0]?.extensions.code;
}

const keysOf = ({ edges }: ArticleList): string[] => edges.map(({ node }) => node.key);

describe('articles', () => {
  it('come in order of key, page by page, with the count of all', async () => {
    const first = await list({ first: 2 });
    expect(keysOf(first)).toEqual(['bridge.md', 'ferry.md']);
    expect(first.totalCount).toBe(3);
    expect(first.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: false });
    const rest = await list({ first: 2, after: first.pageInfo.endCursor });
    expect(keysOf(rest)).toEqual(['lighthouse.txt']);
    expect(rest.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true });
  });

  it('go backward from the end, and from any cursor', async () => {
    const last = await list({ last: 2 });
    expect(keysOf(last)).toEqual(['ferry.md', 'lighthouse.txt']);
    expect(last.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true });
    const before = await list({ last: 2, before: last.pageInfo.startCursor });
    expect(keysOf(before)).toEqual(['bridge.md']);
    expect(before.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: false });
  });

  it.each([
    ['KEY', ['bridge.md', 'ferry.md', 'lighthouse.txt']],
    ['TITLE', ['bridge.md', 'ferry.md', 'lighthouse.txt']],
    ['NEWEST', ['ferry.md', 'bridge.md', 'lighthouse.txt']],
    ['OLDEST', ['bridge.md', 'ferry.md', 'lighthouse.txt']],
  ])('are ordered by %s', async (orderBy, keys) => {
    expect(keysOf(await list({ orderBy }))).toEqual(keys);
  });

  it('are found by title, source, author or key, within a filter', async () => {
    expect(keysOf(await list({ query: 'ELSBY' }))).toEqual(['bridge.md', 'ferry.md']);
    expect(keysOf(await list({ query: 'elsby lund' }))).toEqual(['bridge.md']);
    expect(keysOf(await list({ query: '.txt' }))).toEqual(['lighthouse.txt']);
    expect(await list({ query: 'elsby', filter: { sources: ['elsby post'] } })).toMatchObject({
      totalCount: 1,
    });
    expect(keysOf(await list({ query: null, first: null, orderBy: null, filter: null }))).toHaveLength(3);
  });

  it('say what is wrong with their arguments', async () => {
    for (const size of [0, -1, 51]) {
      expect(await codeOf(LIST, { first: size })).toBe('INVALID_FIRST');
      expect(await codeOf(LIST, { last: size })).toBe('INVALID_FIRST');
    }
    expect(await codeOf(LIST, { query: 'x'.repeat(2001) })).toBe('QUERY_TOO_LONG');
    expect(await codeOf(LIST, { orderBy: 'LENGTH' })).toBe('GRAPHQL_VALIDATION_FAILED');
  });

  it('are given by their keys, in their order, null where there is none', async () => {
    const { data } = await server.query(
      '{ articlesByKey(keys: ["lighthouse.txt", "nowhere.md", "bridge.md", "bridge.md"]) { key } }',
    );
    const bridge = { key: 'bridge.md' };
    expect(data).toEqual({ articlesByKey: [{ key: 'lighthouse.txt' }, null, bridge, bridge] });
    expect((await server.query('{ articlesByKey(keys: []) { key } }')).data).toEqual({ articlesByKey: [] });
  });
});

describe('a cursor', () => {
  it('is refused by a list that was asked for otherwise', async () => {
    const { endCursor } = (await list({ first: 1 })).pageInfo;
    for (const other of [{ query: 'elsby' }, { orderBy: 'TITLE' }, { filter: { languages: ['en'] } }]) {
      expect(await codeOf(LIST, { ...other, after: endCursor })).toBe('INVALID_CURSOR');
      expect(await codeOf(LIST, { ...other, last: 1, before: endCursor })).toBe('INVALID_CURSOR');
    }
    // What stands for the same list is the same list.
    const same = { filter: null, query: null, orderBy: 'KEY', first: 2, after: endCursor };
    expect(keysOf(await list(same))).toEqual(['ferry.md', 'lighthouse.txt']);
  });

  it('of a search is refused by another query, mode or filter, and by other lists', async () => {
    const search = `query($query: String!, $mode: SearchMode, $filter: ArticleFilter, $after: String) {
      search(query: $query, mode: $mode, filter: $filter, first: 1, after: $after) { pageInfo { endCursor } } }`;
    const { data } = await server.query<{ search: ArticleList }>(search, { query: 'ferry' });
    const after = data.search.pageInfo.endCursor;
    expect(await codeOf(search, { query: 'ferry', mode: 'HYBRID', after })).toBeUndefined();
    for (const other of [
      { query: 'bridge' },
      { query: 'ferry', mode: 'LEXICAL' },
      { query: 'ferry', filter: { languages: ['en'] } },
    ]) {
      expect(await codeOf(search, { ...other, after })).toBe('INVALID_CURSOR');
    }
    expect(await codeOf(LIST, { after })).toBe('INVALID_CURSOR');
  });

  it('of the passages of one article is refused by another article', async () => {
    const passages = `query($key: String!, $after: String) { article(key: $key) {
      passages(first: 1, after: $after) { pageInfo { endCursor } } } }`;
    const { data } = await server.query<{ article: { passages: ArticleList } }>(passages, {
      key: 'ferry.md',
    });
    const after = data.article.passages.pageInfo.endCursor;
    expect(await codeOf(passages, { key: 'ferry.md', after })).toBeUndefined();
    expect(await codeOf(passages, { key: 'bridge.md', after })).toBe('INVALID_CURSOR');
  });
});

describe('facets', () => {
  const FACETS = `query($filter: ArticleFilter) { facets(filter: $filter) {
    sources { value count } authors { value count } years { value count } } }`;

  it('count the articles by what they can be filtered by', async () => {
    const { data } = await server.query(FACETS);
    const once = (...values: string[]) => values.map((value) => ({ value, count: 1 }));
    expect(data).toEqual({
      facets: {
        sources: once('Elsby Post', 'Norhaven Courier'),
        authors: once('Jonas Brandt', 'Mira Dahl', 'Petra Lund'),
        years: once('2021', '2019'),
      },
    });
  });

  it('count only what passes a filter', async () => {
    const { data } = await server.query<{ facets: unknown }>(FACETS, {
      filter: { publishedTo: '2019-12-31' },
    });
    expect(data.facets).toMatchObject({ years: [{ value: '2019', count: 1 }] });
    const none = await server.query<{ facets: unknown }>(FACETS, { filter: { sources: [] } });
    expect(none.data.facets).toEqual({ sources: [], authors: [], years: [] });
  });
});

describe('similarPassages', () => {
  const SIMILAR = `query($id: ID!, $first: Int) { similarPassages(passageId: $id, first: $first) {
    score explanation { lexical semantic parts { name value } } highlights { start end }
    passage { id text article { text } } } }`;

  interface Hit {
    readonly score: number;
    readonly explanation: { readonly semantic: number };
    readonly highlights: readonly { readonly start: number; readonly end: number }[];
    readonly passage: { readonly id: string; readonly article: { readonly text: string } };
  }

  async function passageIds(): Promise<string[]> {
    const { data } = await server.query<{ search: { edges: { node: Hit }[] } }>(
      '{ search(query: "the bridge over the sound", first: 50) { edges { node { passage { id } } } } }',
    );
    return data.search.edges.map(({ node }) => node.passage.id);
  }

  it('are the nearest in meaning, best first, without the passage itself', async () => {
    const ids = await passageIds();
    const { data } = await server.query<{ similarPassages: Hit[] }>(SIMILAR, { id: ids[0], first: 50 });
    const found = data.similarPassages.map(({ passage }) => passage.id);
    expect(found.toSorted()).toEqual(ids.slice(1).toSorted());
    const scores = data.similarPassages.map(({ score }) => score);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    expect(scores).toEqual(data.similarPassages.map(({ explanation }) => explanation.semantic));
  });

  it('mark the words that both passages have', async () => {
    const [id] = await passageIds();
    const { data } = await server.query<{ similarPassages: Hit[] }>(SIMILAR, { id });
    const words = data.similarPassages.flatMap(({ highlights, passage }) =>
      highlights.map(({ start, end }) => passage.article.text.slice(start, end).toLowerCase()),
    );
    expect(words).toContain('crowns');
  });

  it('say what is wrong with the passage', async () => {
    const id = (text: string): string => Buffer.from(text).toString('base64url');
    expect(await codeOf(SIMILAR, { id: id('Passage:0:nowhere.md') })).toBe('PASSAGE_NOT_FOUND');
    expect(await codeOf(SIMILAR, { id: id('Passage:1:ferry.md') })).toBe('PASSAGE_NOT_FOUND');
    expect(await codeOf(SIMILAR, { id: id('Article:ferry.md') })).toBe('INVALID_ID');
    expect(await codeOf(SIMILAR, { id: id('Passage:0:ferry.md'), first: 51 })).toBe('INVALID_FIRST');
  });
});

it('verifyCitations checks many quotes at once, each in its place', async () => {
  const { data } = await server.query<{ article: { id: string; text: string } }>(
    '{ article(key: "bridge.md") { id text } }',
  );
  const { id: articleId, text } = data.article;
  const quote = text.slice(0, 20);
  const right = { articleId, start: 0, end: 20, quote };
  const elsewhere = Buffer.from('Article:nowhere.md').toString('base64url');
  const checks = await server.query(
    'query($citations: [CitationInput!]!) { verifyCitations(citations: $citations) { valid actual } }',
    { citations: [right, { ...right, start: 1 }, { ...right, articleId: elsewhere }] },
  );
  expect(checks.data).toEqual({
    verifyCitations: [
      { valid: true, actual: quote },
      { valid: false, actual: quote.slice(1) },
      { valid: false, actual: null },
    ],
  });
});
