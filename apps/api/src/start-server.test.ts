import { once } from 'node:events';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { json } from 'node:stream/consumers';
import { sqliteIndex } from '@footnote/index-sqlite';
import { resolveEmbeddingModel } from '@footnote/inference';
import { updateIndex } from '@footnote/ingestion';
import { pino } from 'pino';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type RunningServer, type ServerOptions, startServer } from './start-server.ts';

// Each server loads its models anew.
vi.setConfig({ testTimeout: 180_000 });

const running: RunningServer[] = [];
const EMPTY = join(tmpdir(), `footnote-nothing-${process.pid}`);

async function start(options: Partial<ServerOptions> = {}): Promise<RunningServer> {
  const logger = pino({ level: 'silent' });
  const server = await startServer({ index: EMPTY, host: '127.0.0.1', port: 0, logger, ...options });
  running.push(server);
  return server;
}

afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.close()));
  await rm(EMPTY, { recursive: true, force: true });
});

async function query(server: RunningServer, operation: string): Promise<unknown> {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(server.url, {
    method: 'POST',
    headers,
    body: JSON.stringify({ query: operation }),
  });
  return response.json();
}

it('is ready and empty without an index', async () => {
  const server = await start();
  await server.ready;
  expect((await fetch(new URL('/health/ready', server.url))).status).toBe(200);
  expect(await query(server, '{ index { articles passages updatedAt } }')).toEqual({
    data: { index: { articles: 0, passages: 0, updatedAt: null } },
  });
  expect(await query(server, '{ search(query: "ferry") { edges { cursor } } }')).toEqual({
    data: { search: { edges: [] } },
  });
  expect(
    await query(server, '{ ask(question: "Who?") { ... on NoAnswer { reason nearest { score } } } }'),
  ).toEqual({
    data: { ask: { reason: 'NOTHING_TO_SEARCH', nearest: [] } },
  });
});

it('picks the index up when one appears, and follows what is added to it', async () => {
  const server = await start();
  await server.ready;
  const model = await resolveEmbeddingModel();
  const articles = join(EMPTY, 'articles');
  await mkdir(articles, { recursive: true });
  const counted = '{ index { articles } articles { edges { node { key } } } }';
  for (const [name, keys] of [
    ['a.txt', ['a.txt']],
    ['b.txt', ['a.txt', 'b.txt']],
  ] as const) {
    await writeFile(join(articles, name), `The lighthouse of ${name} was lit.`);
    await updateIndex({ index: sqliteIndex(EMPTY), paths: [articles], model, workers: 1 });
    await expect
      .poll(() => query(server, counted), { timeout: 5_000 })
      .toEqual({
        data: {
          index: { articles: keys.length },
          articles: { edges: keys.map((key) => ({ node: { key } })) },
        },
      });
  }
});

it('is live at once, and says 503 until it can answer', async () => {
  const server = await start();
  expect((await fetch(new URL('/health/live', server.url))).status).toBe(200);
  const early = await fetch(new URL('/health/ready', server.url));
  await server.ready;
  const late = await fetch(new URL('/health/ready', server.url));
  expect([early.status, late.status]).toEqual([503, 200]);
});

describe('beyond this machine', () => {
  it.each([
    { host: '0.0.0.0' },
    { host: '::' },
    { host: '192.168.1.4' },
    { access: { allowedHosts: ['news.example'] } },
  ])('it does not listen before it was said who may ask: %j', async (options) => {
    await expect(start(options)).rejects.toMatchObject({
      code: 'TOKEN_MISSING',
      message: expect.stringMatching(/FOOTNOTE_TOKEN.+--open/),
    });
  });

  it.each(['short', 'x'.repeat(15), '', 'sixteen characters', 'sixteen-chäracters'])(
    'it takes no "%s" for a token',
    async (token) => {
      await expect(start({ host: '0.0.0.0', access: { token } })).rejects.toMatchObject({
        code: 'TOKEN_INVALID',
      });
    },
  );

  it('it listens with a token, and says an address that leads there', async () => {
    const token = 'a-token-of-16-and-more';
    const server = await start({ host: '0.0.0.0', access: { token, pathPrefix: '/news' } });
    expect(server.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/news\/graphql$/);
    expect((await fetch(new URL('/news/health/live', server.url))).status).toBe(200);
  });
});

it('says what to do when its port is taken', async () => {
  const first = await start();
  const port = Number(new URL(first.url).port);
  await expect(start({ port })).rejects.toMatchObject({
    code: 'PORT_TAKEN',
    message: expect.stringContaining('FOOTNOTE_PORT'),
  });
});

it('finishes what it is answering before it stops', async () => {
  const server = await start();
  await server.ready;
  const headers = { 'content-type': 'application/json', expect: '100-continue' };
  const request = httpRequest(server.url, { method: 'POST', headers });
  request.flushHeaders();
  await once(request, 'continue');
  const closed = server.close();
  request.end(JSON.stringify({ query: '{ index { articles } }' }));
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  expect(await json(response)).toEqual({ data: { index: { articles: 0 } } });
  await closed;
  await expect(fetch(server.url)).rejects.toThrow();
});
