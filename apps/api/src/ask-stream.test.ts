import { createClient } from 'graphql-sse';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { HARBOUR_ARTICLES } from './testing/harbour-articles.ts';
import { type ServedArticles, serveArticles } from './testing/serve-articles.ts';

let server: ServedArticles;

beforeAll(async () => {
  server = await serveArticles(HARBOUR_ARTICLES);
});
afterAll(() => server.close());

interface Event {
  readonly __typename: 'AskProgress' | 'Answer' | 'NoAnswer';
  readonly stage?: string;
  readonly evidence?: readonly unknown[] | null;
  readonly text?: string;
}

const SUBSCRIPTION = `subscription($question: String!) { ask(question: $question) { __typename
  ... on AskProgress { stage evidence { passage { id } } }
  ... on Answer { text confidence }
  ... on NoAnswer { reason confidence } } }`;

async function eventsOf(question: string): Promise<Event[]> {
  const client = createClient({ url: server.url });
  const events: Event[] = [];
  for await (const result of client.iterate<{ ask: Event }>({
    query: SUBSCRIPTION,
    variables: { question },
  })) {
    if (result.data) events.push(result.data.ask);
    else throw Object.assign(new Error('The subscription failed.'), { errors: result.errors });
  }
  return events;
}

it('tells the stages in their order, the evidence once it is found, and the answer last', async () => {
  const events = await eventsOf('Who commanded the first crossing of the ferry?');
  expect(events.map(({ __typename, stage }) => stage ?? __typename)).toEqual([
    'SEARCHING',
    'READING',
    'DECIDING',
    'Answer',
  ]);
  expect(events[0]?.evidence).toBeNull();
  expect(events[1]?.evidence?.length).toBeGreaterThan(0);
});

it('ends with the refusal when the articles do not say', async () => {
  const events = await eventsOf('Which team won the football world cup in 1998?');
  expect(events.at(-1)?.__typename).toBe('NoAnswer');
});

it('gives errors their code', async () => {
  const failure = await eventsOf(' ').catch((error) => error);
  expect(failure.errors[0].extensions.code).toBe('BLANK_QUESTION');
});

it('needs a client that accepts events', async () => {
  const body = { query: SUBSCRIPTION, variables: { question: 'Who?' } };
  const response = await server.post(body, { accept: 'application/json' });
  expect(response.status).toBe(406);
});

it('goes on serving when a client leaves in the middle', async () => {
  const leaving = new AbortController();
  const response = await fetch(server.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
    body: JSON.stringify({ query: SUBSCRIPTION, variables: { question: 'What did the ferry cost?' } }),
    signal: leaving.signal,
  });
  await response.body?.getReader().read();
  leaving.abort();
  expect((await eventsOf('What did the ferry cost?')).at(-1)?.__typename).toBe('Answer');
  expect(server.log.filter(({ level }) => Number(level) >= 50)).toEqual([]);
});
