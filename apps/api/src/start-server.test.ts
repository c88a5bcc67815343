import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterEach, expect, it } from 'vitest';
import { type RunningServer, type ServerOptions, startServer } from './start-server.ts';

const running: RunningServer[] = [];
const EMPTY = join(tmpdir(), `footnote-nothing-${process.pid}`);

async function start(options: Partial<ServerOptions> = {}): Promise<RunningServer> {
  const logger = pino({ level: 'silent' });
  const server = await startServer({ indexDirectory: EMPTY, host: '127.0.0.1', port: 0, logger, ...options });
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

it('is live at once, and says 503 until it can answer', async () => {
  const server = await start();
  expect((await fetch(new URL('/health/live', server.url))).status).toBe(200);
  const early = await fetch(new URL('/health/ready', server.url));
  await server.ready;
  const late = await fetch(new URL('/health/ready', server.url));
  expect([early.status, late.status]).toEqual([503, 200]);
});

it('does not listen beyond this machine', async () => {
  await expect(start({ host: '0.0.0.0' })).rejects.toMatchObject({ code: 'HOST_NOT_LOOPBACK' });
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
  const answering = query(server, '{ ask(question: "Who built the lighthouse?") { __typename } }');
  await new Promise((resolve) => setTimeout(resolve, 20));
  await server.close();
  expect(await answering).toEqual({ data: { ask: { __typename: 'NoAnswer' } } });
  await expect(fetch(server.url)).rejects.toThrow();
});
