import { dirname, join } from 'node:path';
import { type AskResult, FootnoteError } from '@footnote/engine';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MAX_QUESTIONS_RUNNING, MAX_QUESTIONS_WAITING, RETRY_AFTER_S } from './limits.ts';
import { apiOver } from './testing/api-over.ts';
import { HARBOUR_ARTICLES } from './testing/harbour-articles.ts';
import { indexArticles, type ServedArticles, serveArticles } from './testing/serve-articles.ts';

let server: ServedArticles;

beforeAll(async () => {
  server = await serveArticles(HARBOUR_ARTICLES);
});
afterAll(() => server.close());

const ASK = 'query($question: String!) { ask(question: $question) { __typename } }';

describe('/metrics', () => {
  const metric = async (name: string): Promise<number> => {
    const lines = (await (await fetch(new URL('/metrics', server.url))).text()).split('\n');
    return Number(lines.find((line) => line.startsWith(`${name} `))?.split(' ')[1]);
  };

  it('counts questions by outcome, times their stages, and says what is in the index', async () => {
    const before = await metric('footnote_questions_total{outcome="Answer"}');
    await server.query(ASK, { question: 'Who commanded the first crossing of the ferry?' });
    const after = await metric('footnote_questions_total{outcome="Answer"}');
    expect(after).toBe((before || 0) + 1);
    for (const stage of ['WAITING', 'SEARCHING', 'READING', 'DECIDING', 'all']) {
      expect(await metric(`footnote_question_stage_seconds_count{stage="${stage}"}`)).toBeGreaterThan(0);
    }
    expect(await metric('footnote_index_articles')).toBe(3);
    expect(await metric('footnote_index_readable')).toBe(1);
    expect(await metric('footnote_questions_running')).toBe(0);
  });

  it('counts what was asked before and needed no work', async () => {
    const kept = async () => (await metric('footnote_answers_reused_total{how="kept"}')) || 0;
    const read = () => metric('footnote_question_stage_seconds_count{stage="READING"}');
    const question = 'How many cars does the ferry carry?';
    const first = await server.query(ASK, { question });
    const before = [await kept(), await read()];
    expect(await server.query(ASK, { question })).toEqual(first);
    expect([await kept(), await read()]).toEqual([before[0]! + 1, before[1]]);
    expect(await metric('footnote_answers_kept')).toBeGreaterThan(0);
    expect(await metric('footnote_answers_kept_bytes')).toBeGreaterThan(0);
  });

  it('names no path that somebody made up, and nothing of what was asked', async () => {
    await fetch(new URL('/made/up', server.url));
    await server.query(ASK, { question: 'Where is the xylophone?' });
    const text = await (await fetch(new URL('/metrics', server.url))).text();
    expect(text).toContain('footnote_http_requests_total{path="other",status="404"}');
    expect(text).not.toMatch(/made|xylophone/);
  });
});

describe('the id of a request', () => {
  it('is given back, the one of the client where that is plain, and is in the log', async () => {
    const response = await server.post({ query: '{ index { articles } }' }, { 'x-request-id': 'abc-123' });
    expect(response.headers.get('x-request-id')).toBe('abc-123');
    expect(server.log).toContainEqual(
      expect.objectContaining({ requestId: 'abc-123', path: '/graphql', status: 200 }),
    );
    const other = await server.post({ query: '{ index { articles } }' }, { 'x-request-id': 'a b {"c"}' });
    expect(other.headers.get('x-request-id')).toMatch(/^[\da-f-]{36}$/);
  });

  it('stands beside nothing of questions or articles', async () => {
    await server.query(ASK, { question: 'Did the ferry carry a xylophone?' });
    expect(JSON.stringify(server.log)).not.toMatch(/xylophone|Holm|crowns/);
  });
});

const STATUS = { articles: 1, passages: 1, model: null, bytes: 1, updatedAt: null };

it('/metrics says that the index cannot be read, while /health/ready says 503', async () => {
  let isGone = false;
  const status = async () => {
    if (isGone) throw new FootnoteError('INDEX_UNREADABLE', 'The disk is gone.');
    return STATUS;
  };
  const { request } = apiOver({ status });
  const readable = async () =>
    /^footnote_index_readable (\d)$/m.exec(await (await request('/metrics')).text())?.[1];
  expect(await readable()).toBe('1');
  isGone = true;
  expect(await readable()).toBe('0');
  expect((await request('/health/ready')).status).toBe(503);
});

describe('one question too many', () => {
  it('is refused with 503, a code, and when to ask again; others go on', async () => {
    const open: (() => void)[] = [];
    const ask = () =>
      new Promise<AskResult>((resolve) => {
        open.push(() => resolve({ kind: 'NoAnswer' } as AskResult));
      });
    const { metrics, post } = apiOver({ ask, status: async () => STATUS });
    const room = MAX_QUESTIONS_RUNNING + MAX_QUESTIONS_WAITING;
    const asked = Array.from({ length: room }, () => post(ASK, { question: 'Who?' }));
    await expect
      .poll(async () => metrics.registry.metrics())
      .toContain(`footnote_questions_waiting ${MAX_QUESTIONS_WAITING}`);
    const refused = await post(ASK, { question: 'Who?' });
    expect(refused.status).toBe(503);
    expect(refused.headers.get('retry-after')).toBe(String(RETRY_AFTER_S));
    expect(await refused.json()).toMatchObject({ errors: [{ extensions: { code: 'SERVER_BUSY' } }] });
    expect(await (await post('{ index { articles } }')).json()).toEqual({ data: { index: { articles: 1 } } });
    let done = 0;
    for (const answer of asked) void answer.then(() => done++);
    while (done < room) {
      for (const release of open.splice(0)) release();
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    expect(await (await asked.at(-1)!).json()).toEqual({ data: { ask: { __typename: 'NoAnswer' } } });
  });
});

describe('/health/ready', () => {
  it('says 503 from when a read meets damage until it succeeds in a changed index, and logs it once', async () => {
    // Nothing was read of its articles yet, so nothing is kept in memory.
    const fresh = await serveArticles(HARBOUR_ARTICLES);
    const readiness = async () => (await fetch(new URL('/health/ready', fresh.url))).status;
    const database = new Database(join(fresh.index, 'footnote.sqlite'));
    const place = "WHERE article = (SELECT id FROM article WHERE key = 'bridge.md')";
    const { text } = database.prepare(`SELECT text FROM article_text ${place}`).get() as { text: string };
    const write = (value: string) => database.prepare(`UPDATE article_text SET text = ? ${place}`).run(value);
    write(`${text}!`);
    expect(await readiness()).toBe(200);
    const { errors } = await fresh.query('{ article(key: "bridge.md") { text } }');
    expect(errors?.[0]?.extensions.code).toBe('INDEX_DAMAGED');
    expect([await readiness(), await readiness()]).toEqual([503, 503]);
    expect(fresh.log.filter(({ msg }) => msg === 'The index is damaged.')).toHaveLength(1);
    expect((await fetch(new URL('/health/live', fresh.url))).status).toBe(200);
    write(text);
    database.close();
    await indexArticles(
      { 'weir.txt': 'The weir was rebuilt in 1931.' },
      { folder: dirname(fresh.index), index: fresh.index },
    );
    await expect.poll(readiness).toBe(200);
    await fresh.close();
  });
});
