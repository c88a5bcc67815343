/**
 * A program by somebody who has apps/api/schema.graphql and nothing else of Footnote: it relies on what the descriptions
 * say, and each test names the sentences that it relies on. They are the contract: whoever rewords one sees here who reads it.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema, type GraphQLEnumType, isEnumType, isObjectType } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MOUNTAIN_ARTICLES } from './mountain-articles.ts';
import { type ServedArticles, serveArticles } from './served-articles.ts';

const SCHEMA = buildSchema(readFileSync(join(import.meta.dirname, '../apps/api/schema.graphql'), 'utf8'));

let server: ServedArticles;

beforeAll(async () => {
  server = await serveArticles(MOUNTAIN_ARTICLES);
});
afterAll(() => server.close());

/** Fails when the schema does not say, at `Type`, `Type.field`, `Type.field.argument` or `Enum.VALUE`, what is relied on. */
function relyOn(place: string, sentence: string): void {
  const [typeName = '', member, argument] = place.split('.');
  const type = SCHEMA.getType(typeName);
  const value = isEnumType(type) && member ? type.getValue(member) : undefined;
  const field = isObjectType(type) && member ? type.getFields()[member] : undefined;
  const described = argument ? field?.args.find(({ name }) => name === argument) : (value ?? field ?? type);
  expect(described?.description, place).toContain(sentence);
}

interface Result {
  // biome-ignore lint/suspicious/noExplicitAny: a program in a language without types would have no more.
  readonly data?: any;
  readonly errors?: readonly { readonly message: string; readonly extensions: { readonly code: string } }[];
}

function send(query: string, variables: object, accept: string): Promise<Response> {
  const headers = { 'content-type': 'application/json', accept };
  return fetch(server.url, { method: 'POST', headers, body: JSON.stringify({ query, variables }) });
}

async function run(query: string, variables: object = {}): Promise<Result> {
  return (await send(query, variables, 'application/json')).json() as Promise<Result>;
}

describe('a program that knows the schema alone', () => {
  it('shows an answer with footnotes, and checks each against the text', async () => {
    relyOn('AnswerSentence.citationNumbers', 'The `number` of each citation that has this quote.');
    relyOn('Citation', '`article.text.slice(start, end) === quote`');
    relyOn('Answer.sentences', 'In the order to be read in.');
    relyOn('Query.verifyCitations', 'the checks come in their order');
    const { data } = await run(
      `query ($question: String!) { ask(question: $question) { ... on Answer {
        text sentences { text citationNumbers }
        citations { number quote start end article { id text title } } } } }`,
      { question: 'Who opened the observatory on Mount Kell?' },
    );
    const { text, sentences, citations } = data.ask;
    expect(text).toContain('Ilse Brand');
    for (const sentence of sentences) {
      for (const wanted of sentence.citationNumbers) {
        const cited = citations.find(({ number }: { number: number }) => number === wanted);
        expect(cited.article.text.slice(cited.start, cited.end)).toBe(cited.quote);
      }
    }
    const [first] = citations;
    const place = { articleId: first.article.id, start: first.start, end: first.end };
    const checked = await run(
      'query ($citations: [CitationInput!]!) { verifyCitations(citations: $citations) { valid actual } }',
      {
        citations: [
          { ...place, quote: first.quote },
          { ...place, quote: 'Nobody opened it.' },
        ],
      },
    );
    expect(checked.data.verifyCitations).toEqual([
      { valid: true, actual: first.quote },
      { valid: false, actual: first.quote },
    ]);
  });

  it('says why there is no answer, in words of its own for every reason', async () => {
    relyOn('NoAnswerReason.NOT_IN_ARTICLES', 'There are close passages, and none answers.');
    relyOn('NoAnswerReason.FILTER_EXCLUDES_ALL', '`collection` says what there is');
    relyOn('NoAnswer.nearest', 'The passages that came closest, best first.');
    const words: Readonly<Record<string, string>> = {
      NOTHING_TO_SEARCH: 'Add articles first.',
      NOTHING_CLOSE: 'The articles are about other things.',
      NOT_IN_ARTICLES: 'The articles come close, and do not say.',
      NEEDS_CONTEXT: 'Say what you mean by that.',
      FILTER_EXCLUDES_ALL: 'Widen the filter.',
      LANGUAGE_NOT_READ: 'Ask in English.',
      ABOUT_COLLECTION: 'See the list of articles.',
    };
    const reasons = (SCHEMA.getType('NoAnswerReason') as GraphQLEnumType).getValues();
    expect(reasons.map(({ name }) => name).sort()).toEqual(Object.keys(words).sort());
    const ask = `query ($question: String!, $filter: ArticleFilter) { ask(question: $question, filter: $filter) {
      ... on NoAnswer { reason collection { articles } nearest { score } } } }`;
    const refused = await run(ask, { question: 'Who designed the observatory’s dome?' });
    expect(Object.keys(words)).toContain(refused.data.ask.reason);
    const filtered = await run(ask, { question: 'Who opened it?', filter: { sources: ['Nobody'] } });
    expect(filtered.data.ask).toMatchObject({ reason: 'FILTER_EXCLUDES_ALL', collection: { articles: 4 } });
  });

  it('goes through a list forward and backward, and meets every article once', async () => {
    relyOn('Query.articles', 'forward with `first` and `after`, backward with `last` and `before`');
    relyOn('PageInfo.endCursor', 'Of the last item');
    relyOn('ArticleConnection.totalCount', 'Articles of the whole list.');
    const page = `query ($first: Int, $after: String, $last: Int, $before: String) {
      articles(first: $first, after: $after, last: $last, before: $before, orderBy: NEWEST) {
        totalCount edges { node { key } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`;
    const keysOf = (articles: { edges: { node: { key: string } }[] }) =>
      articles.edges.map(({ node }) => node.key);
    const forward: string[] = [];
    for (let after: string | null | undefined; after !== null; ) {
      const { articles } = (await run(page, { first: 3, after })).data;
      forward.push(...keysOf(articles));
      after = articles.pageInfo.hasNextPage ? articles.pageInfo.endCursor : null;
      if (after === null) expect(forward).toHaveLength(articles.totalCount);
    }
    const backward: string[] = [];
    for (let before: string | null | undefined; before !== null; ) {
      const { articles } = (await run(page, { last: 3, before })).data;
      backward.unshift(...keysOf(articles));
      before = articles.pageInfo.hasPreviousPage ? articles.pageInfo.startCursor : null;
    }
    expect(forward).toEqual(['hut.md', 'railway.md', 'observatory.md', 'legend.txt']);
    expect(backward).toEqual(forward);
  });

  it('offers what articles can be filtered by, and each choice gives as many as it says', async () => {
    relyOn('FacetCount.count', 'How many articles have it.');
    relyOn('Facets.years', 'articles without a date are not counted');
    const { facets } = (await run('{ facets { sources { value count } years { value count } } }')).data;
    const count = async (filter: object): Promise<number> =>
      (await run('query ($filter: ArticleFilter) { articles(filter: $filter) { totalCount } }', { filter }))
        .data.articles.totalCount;
    expect(facets.sources).toHaveLength(2);
    for (const source of facets.sources) expect(await count({ sources: [source.value] })).toBe(source.count);
    expect(facets.years.map(({ value }: { value: string }) => value)).toEqual(['2020', '2019', '2018']);
    for (const year of facets.years) {
      const days = { publishedFrom: `${year.value}-01-01`, publishedTo: `${year.value}-12-31` };
      expect(await count(days)).toBe(year.count);
    }
  });

  it('asks on, with the conversation', async () => {
    relyOn('Query.ask.history', 'what "it" or "there" in the question speaks of');
    relyOn('Answer.interpretedQuestion', 'with what the conversation adds');
    const ask = `query ($history: [ConversationTurn!]) { ask(question: "How wide is its mirror?", history: $history) {
      ... on Answer { text interpretedQuestion } ... on NoAnswer { interpretedQuestion } } }`;
    const history = [{ question: 'Who opened the observatory on Mount Kell?', answer: 'Ilse Brand.' }];
    const { data } = await run(ask, { history });
    expect(data.ask.interpretedQuestion).toMatch(/observatory|Kell/);
  });

  it('follows the stages of a question, in the order that the schema says', async () => {
    relyOn('Subscription.ask', 'GraphQL over SSE, distinct connections');
    relyOn('AskStage', 'SEARCHING, then READING, then DECIDING');
    relyOn('AskEvent', 'Stages, then the Answer or NoAnswer.');
    const query = `subscription ($question: String!) { ask(question: $question) {
      __typename ... on AskProgress { stage } ... on Answer { text } } }`;
    const question = 'How many people does the hut sleep?';
    const response = await send(query, { question }, 'text/event-stream');
    const messages = (await response.text())
      .split('\n\n')
      .filter((message) => message.includes('event: next'));
    const events = messages.map((message) => JSON.parse(/^data: (.+)$/m.exec(message)?.[1] ?? '').data.ask);
    expect(events.slice(0, -1).map(({ stage }) => stage)).toEqual(['SEARCHING', 'READING', 'DECIDING']);
    expect(events.at(-1)).toMatchObject({ __typename: 'Answer', text: expect.stringContaining('48') });
  });

  it.each([
    ['BLANK_QUESTION', 'The question is blank.', '{ ask(question: " ") { __typename } }'],
    ['INVALID_FIRST', 'is not 1 to 50', '{ articles(first: 51) { totalCount } }'],
    ['INVALID_CURSOR', 'is not a cursor that the same list gave', '{ articles(after: "x") { totalCount } }'],
    ['INVALID_ID', 'An id is not one that this API gave', '{ node(id: "x") { id } }'],
    ['INVALID_ARGUMENTS', 'needs an id or a key, and not both', '{ article { key } }'],
    ['INVALID_DATE', 'not a calendar date', '{ facets(filter: { publishedTo: "May" }) { years { count } } }'],
    ['NOT_WRITABLE', 'started without --writable', 'mutation { removeArticles(keys: ["a"]) { missing } }'],
    ['GRAPHQL_VALIDATION_FAILED', 'do not fit the schema', '{ nothing }'],
  ])('tells %s by its code, and shows the message to a person', async (code, sentence, query) => {
    relyOn('ErrorCode', 'Its message says what happened and what to do.');
    relyOn(`ErrorCode.${code}`, sentence);
    const [error] = (await run(query)).errors ?? [];
    expect(error?.extensions.code).toBe(code);
    expect(error?.message.length).toBeGreaterThan(20);
  });
});
