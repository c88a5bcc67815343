import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { readSettings, type Settings } from '../settings.ts';
import { forwardToApi } from './forward-to-api.ts';

let server: Server | undefined;

afterEach(() => {
  vi.restoreAllMocks();
  server?.closeAllConnections();
  server?.close();
});

async function listen(listener: RequestListener): Promise<string> {
  server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
}

function post(options: RequestInit = {}): Request {
  return new Request('http://127.0.0.1:3000/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'text/event-stream', cookie: 'a=b' },
    body: '{"query":"{ index { articles } }"}',
    ...options,
  });
}

function settingsFor(apiUrl: string): Settings {
  const environment = { FOOTNOTE_TOKEN: 'a-token-of-16-and-more', FOOTNOTE_WEB_SECRET: 'a-secret' };
  return { ...readSettings(environment), apiUrl };
}

describe('forwardToApi', () => {
  it.each([
    ['1', 'Bearer a-token-of-16-and-more'],
    ['0', undefined],
  ])('says for whom it calls, and shows the token of who is signed in (%s)', async (signedIn, shown) => {
    const url = await listen((request, response) => response.end(JSON.stringify(request.headers)));
    const headers = {
      'content-type': 'application/json',
      'x-footnote-visitor': 'session-1',
      'x-footnote-signed-in': signedIn,
      authorization: 'Bearer of-the-browser',
      'x-footnote-web-secret': 'of-the-browser',
    };
    const response = await forwardToApi(post({ headers }), settingsFor(url));
    const sent = (await response.json()) as Record<string, string>;
    expect(sent).toMatchObject({ 'x-footnote-visitor': 'session-1', 'x-footnote-web-secret': 'a-secret' });
    expect(sent.authorization).toBe(shown);
  });

  it('passes the operation on, and nothing of the browser but what it accepts', async () => {
    const url = await listen(async (request, response) => {
      const body = (await request.toArray()).join('');
      const { accept, cookie, host } = request.headers;
      response
        .setHeader('content-type', 'application/json')
        .end(JSON.stringify({ body, accept, cookie, host }));
    });
    const response = await forwardToApi(post(), settingsFor(url));
    expect(await response.json()).toEqual({
      body: '{"query":"{ index { articles } }"}',
      accept: 'text/event-stream',
      host: new URL(url).host,
    });
  });

  it('passes events on while the API still writes', async () => {
    const url = await listen((_, response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' }).write('event: next\n\n');
    });
    const response = await forwardToApi(post(), settingsFor(url));
    const { value } = (await response.body?.getReader().read()) ?? {};
    expect(new TextDecoder().decode(value)).toBe('event: next\n\n');
    expect(response.headers.get('cache-control')).toContain('no-transform');
  });

  it('tells the API when the browser leaves', async () => {
    let told = (): void => undefined;
    const left = new Promise<void>((resolve) => {
      told = resolve;
    });
    const url = await listen((_, response) => {
      response.on('close', told);
      response.writeHead(200, { 'content-type': 'text/event-stream' }).write(':\n\n');
    });
    const browser = new AbortController();
    await forwardToApi(post({ signal: browser.signal }), settingsFor(url));
    browser.abort();
    await left;
  });

  it('keeps the status and the errors that the API gave', async () => {
    const url = await listen((_, response) => response.writeHead(503).end('{"errors":[]}'));
    const response = await forwardToApi(post(), settingsFor(url));
    expect([response.status, await response.json()]).toEqual([503, { errors: [] }]);
  });

  it('says how to start an API that does not answer', async () => {
    const url = await listen(() => undefined);
    server?.close();
    const log = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const response = await forwardToApi(post(), settingsFor(url));
    expect(log).toHaveBeenCalledOnce();
    expect(response.status).toBe(502);
    expect(await response.json()).toMatchObject({
      errors: [{ message: expect.stringContaining('npm start'), extensions: { code: 'API_UNREACHABLE' } }],
    });
  });

  it('refuses what a form of another site could send', async () => {
    const response = await forwardToApi(
      post({ headers: { 'content-type': 'text/plain' } }),
      settingsFor('http://127.0.0.1:9/'),
    );
    expect(response.status).toBe(415);
  });
});
