import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HARBOUR_ARTICLES } from './testing/harbour-articles.ts';
import { type ServedArticles, serveArticles } from './testing/serve-articles.ts';

let server: ServedArticles;

beforeAll(async () => {
  server = await serveArticles(HARBOUR_ARTICLES);
});
afterAll(() => server.close());

/** The code of the first error that an operation gets. */
async function codeOf(query: string, variables?: Record<string, unknown>): Promise<string | undefined> {
  return (await server.query(query, variables)).errors?.[0]?.extensions.code;
}

interface Span {
  readonly start: number;
  readonly end: number;
}
interface Hit {
  readonly score: number;
  readonly explanation: { readonly parts: readonly { readonly value: number }[] };
  readonly highlights: readonly Span[];
  readonly passage: Span & { readonly id: string; readonly text: string; readonly article: Article };
}
interface Article {
  readonly id: string;
  readonly key: string;
  readonly text: string;
}
interface Connection<Node> {
  readonly edges: readonly { readonly cursor: string; readonly node: Node }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

const HIT = `score explanation { lexical semantic parts { name value } } highlights { start end }
  passage { id start end text article { id key text } }`;

describe('search', () => {
  it.each(['HYBRID', 'SEMANTIC', 'LEXICAL'])('finds the passage in mode %s', async (mode) => {
    const { data } = await server.query<{ search: Connection<Hit> }>(
      `query($mode: SearchMode) { search(query: "electric ferry crossing", mode: $mode) { edges { node { ${HIT} } } } }`,
      { mode },
    );
    expect(data.search.edges[0]?.node.passage.article.key).toBe('ferry.md');
  });

  it('gives offsets that read the passage and the words in the text of the article', async () => {
    const { data } = await server.query<{ search: Connection<Hit> }>(
      `{ search(query: "bridge crowns", mode: LEXICAL) { edges { node { ${HIT} } } } }`,
    );
    expect(data.search.edges.length).toBeGreaterThan(0);
    for (const { node } of data.search.edges) {
      const { passage, highlights } = node;
      expect(passage.article.text.slice(passage.start, passage.end)).toBe(passage.text);
      const words = highlights.map(({ start, end }) => passage.article.text.slice(start, end).toLowerCase());
      expect(new Set(words)).toSatisfy((found: Set<string>) =>
        [...found].every((word) => /^(bridge|crowns)$/.test(word)),
      );
    }
  });

  it('explains each score by parts that add up to it', async () => {
    const { data } = await server.query<{ search: Connection<Hit> }>(
      `{ search(query: "lighthouse storm") { edges { node { ${HIT} } } } }`,
    );
    for (const { node } of data.search.edges) {
      const sum = node.explanation.parts.reduce((total, part) => total + part.value, 0);
      expect(sum).toBeCloseTo(node.score, 9);
    }
  });

  it('goes on after a cursor without repeating or leaving out a hit', async () => {
    const query = `query($first: Int, $after: String) { search(query: "crowns", first: $first, after: $after) {
      edges { cursor node { passage { id } } } pageInfo { hasNextPage endCursor } } }`;
    const whole = await server.query<{ search: Connection<Hit> }>(query, { first: 50 });
    const found: string[] = [];
    let after: string | null = null;
    do {
      const page: { data: { search: Connection<Hit> } } = await server.query(query, { first: 1, after });
      found.push(...page.data.search.edges.map(({ node }) => node.passage.id));
      after = page.data.search.pageInfo.hasNextPage ? page.data.search.pageInfo.endCursor : null;
    } while (after);
    expect(found).toEqual(whole.data.search.edges.map(({ node }) => node.passage.id));
  });

  it('applies every filter', async () => {
    const keysOf = async (filter: Record<string, unknown>): Promise<string[]> => {
      const { data } = await server.query<{ search: Connection<Hit> }>(
        `query($filter: ArticleFilter) { search(query: "crowns", filter: $filter) { edges { node { ${HIT} } } } }`,
        { filter },
      );
      return [...new Set(data.search.edges.map(({ node }) => node.passage.article.key))];
    };
    expect(await keysOf({ sources: ['ELSBY post'] })).toEqual(['bridge.md']);
    expect(await keysOf({ authors: ['jonas brandt'] })).toEqual(['ferry.md']);
    expect(await keysOf({ publishedFrom: '2019-11-03', publishedTo: '2019-11-03' })).toEqual(['bridge.md']);
    expect(await keysOf({ languages: [] })).toEqual([]);
    expect((await keysOf({ sources: null })).length).toBeGreaterThan(1);
  });

  it('says what is wrong with its arguments', async () => {
    expect(await codeOf('{ search(query: " ") { edges { cursor } } }')).toBe('BLANK_QUERY');
    expect(await codeOf(`{ search(query: "${'x'.repeat(2001)}") { edges { cursor } } }`)).toBe(
      'QUERY_TOO_LONG',
    );
    expect(await codeOf('{ search(query: "a", first: 0) { edges { cursor } } }')).toBe('INVALID_FIRST');
    expect(await codeOf('{ search(query: "a", first: 51) { edges { cursor } } }')).toBe('INVALID_FIRST');
    expect(await codeOf('{ search(query: "a", after: "?") { edges { cursor } } }')).toBe('INVALID_CURSOR');
  });

  it('takes a query of 2,000 characters', async () => {
    expect(
      await codeOf(`{ search(query: "${'ferry '.repeat(333)}xx") { edges { cursor } } }`),
    ).toBeUndefined();
  });
});

describe('articles and nodes', () => {
  it('gives an article by its key and by its id, with all that its file says', async () => {
    const fields =
      'id key title source author authors publishedAt url language contentHash duplicates { key }';
    const byKey = await server.query<{ article: Article }>(`{ article(key: "ferry.md") { ${fields} } }`);
    expect(byKey.data.article).toMatchObject({
      key: 'ferry.md',
      title: 'New ferry links Norhaven and Elsby',
      source: 'Norhaven Courier',
      author: 'Mira Dahl, Jonas Brandt',
      authors: ['Mira Dahl', 'Jonas Brandt'],
      publishedAt: '2021-04-12',
      url: 'https://example.org/ferry',
      language: 'en',
      duplicates: [],
    });
    const { id } = byKey.data.article;
    const byId = await server.query<{ article: Article; node: Article }>(
      `query($id: ID!) { article(id: $id) { ${fields} } node(id: $id) { ... on Article { ${fields} } } }`,
      { id },
    );
    expect(byId.data).toEqual({ article: byKey.data.article, node: byKey.data.article });
  });

  it('gives a passage by its id', async () => {
    const { data } = await server.query<{ article: { passages: Connection<Hit['passage']> } }>(
      '{ article(key: "bridge.md") { passages { edges { node { id start text } } } } }',
    );
    const passage = data.article.passages.edges[0]?.node;
    const again = await server.query<{ node: unknown }>(
      'query($id: ID!) { node(id: $id) { ... on Passage { id start text } } }',
      { id: passage?.id },
    );
    expect(again.data.node).toEqual(passage);
  });

  it('has null for an article or a node that it does not hold', async () => {
    const id = Buffer.from('Article:nowhere.md').toString('base64url');
    const { data } = await server.query('query($id: ID!) { article(id: $id) { key } node(id: $id) { id } }', {
      id,
    });
    expect(data).toEqual({ article: null, node: null });
    expect((await server.query('{ article(key: "nowhere.md") { key } }')).data).toEqual({ article: null });
  });

  it('says what is wrong with an id', async () => {
    expect(await codeOf('{ node(id: "ferry.md") { id } }')).toBe('INVALID_ID');
    expect(await codeOf('{ article(id: "ferry.md") { id } }')).toBe('INVALID_ID');
    expect(await codeOf('{ article { id } }')).toBe('INVALID_ARGUMENTS');
    expect(await codeOf('{ article(id: "a", key: "b") { id } }')).toBe('INVALID_ARGUMENTS');
  });

  it('says what is in the index', async () => {
    const { data } = await server.query<{ index: Record<string, unknown> }>(
      '{ index { articles passages model updatedAt } }',
    );
    expect(data.index).toMatchObject({ articles: 3, model: 'all-MiniLM-L6-v2' });
    expect(new Date(String(data.index.updatedAt)).getTime()).toBeLessThanOrEqual(Date.now());
  });
});

const ASK = `__typename
  ... on Answer { question interpretedQuestion text confidence threshold
    sentences { text citationNumbers } evidence { ${HIT} }
    citations { number quote start end answerSpan { start end } passage { id } article { id text } } }
  ... on NoAnswer { question interpretedQuestion reason confidence threshold nearest { ${HIT} } }`;

interface AskResult {
  readonly __typename: 'Answer' | 'NoAnswer';
  readonly text: string;
  readonly confidence: number;
  readonly threshold: number;
  readonly reason: string;
  readonly nearest: readonly Hit[];
  readonly sentences: readonly { readonly text: string; readonly citationNumbers: readonly number[] }[];
  readonly citations: readonly (Span & {
    readonly number: number;
    readonly quote: string;
    readonly article: Article;
  })[];
}

async function ask(question: string, filter?: Record<string, unknown>): Promise<AskResult> {
  const { data } = await server.query<{ ask: AskResult }>(
    `query($question: String!, $filter: ArticleFilter) { ask(question: $question, filter: $filter) { ${ASK} } }`,
    { question, filter },
  );
  return data.ask;
}

describe('ask', () => {
  it('answers with quotes that stand word for word in the articles', async () => {
    const answer = await ask('Who commanded the first crossing of the electric ferry?');
    expect(answer.__typename).toBe('Answer');
    expect(answer.text).toContain('Captain Ines Holm');
    expect(answer.confidence).toBeGreaterThanOrEqual(answer.threshold);
    expect(answer.text).toBe(answer.sentences.map(({ text }) => text).join(' '));
    for (const { quote, start, end, article } of answer.citations) {
      expect(article.text.slice(start, end)).toBe(quote);
    }
    for (const { text, citationNumbers } of answer.sentences) {
      const quotes = answer.citations.filter(({ number }) => citationNumbers.includes(number));
      expect(quotes.map(({ quote }) => quote)).toContain(text);
    }
  });

  it('says so when the articles do not', async () => {
    const refusal = await ask('Which team won the football world cup in 1998?');
    expect(refusal.__typename).toBe('NoAnswer');
    expect(refusal.confidence).toBeLessThan(refusal.threshold);
  });

  it('says what there is when no article passes the filter', async () => {
    const refusal = await ask('Who commanded the first crossing?', { sources: ['Nobody'] });
    expect(refusal).toMatchObject({ __typename: 'NoAnswer', reason: 'FILTER_EXCLUDES_ALL', nearest: [] });
  });

  it('says what is wrong with a question', async () => {
    expect(await codeOf('{ ask(question: "") { __typename } }')).toBe('BLANK_QUESTION');
    expect(await codeOf(`{ ask(question: "${'x'.repeat(2001)}") { __typename } }`)).toBe('QUESTION_TOO_LONG');
  });

  it('gives citations that verifyCitation confirms', async () => {
    const { citations } = await ask('How much did the ferry cost?');
    const [citation] = citations;
    const check = `query($articleId: ID!, $start: Int!, $end: Int!, $quote: String!) {
      verifyCitation(articleId: $articleId, start: $start, end: $end, quote: $quote) { valid reason actual } }`;
    const { start, end, quote } = citation as AskResult['citations'][number];
    const articleId = citation?.article.id;
    const right = await server.query(check, { articleId, start, end, quote });
    expect(right.data).toEqual({ verifyCitation: { valid: true, reason: null, actual: quote } });
    const wrong = await server.query<{ verifyCitation: { valid: boolean } }>(check, {
      articleId,
      start: start + 1,
      end,
      quote,
    });
    expect(wrong.data.verifyCitation).toMatchObject({ valid: false, actual: quote.slice(1) });
    expect(await codeOf(check, { articleId: 'x', start, end, quote })).toBe('INVALID_ID');
  });
});
