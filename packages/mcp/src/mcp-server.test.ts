import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Engine, openEngine } from '@footnote/engine';
import { sqliteIndex } from '@footnote/index-sqlite';
import { resolveEmbeddingModel } from '@footnote/inference';
import { updateIndex } from '@footnote/ingestion';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { InMemoryTransport } from '@modelcontextprotocol/sdk/inMemory.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerMcpRequest } from './answer-http.ts';
import { createMcpServer } from './mcp-server.ts';

const TUNNEL = `---
title: Tunnel under the Sarn opens
source: Sarn Herald
author: Lea Voss and Piet Arends
publishedAt: 2020-09-14
url: https://example.org/tunnel
---
The tunnel under the river Sarn was opened on 14 September 2020 by engineer Noor Haddad. It is 2.3 kilometres long.

Digging it took six years. 🚇 Trams use it from October on.
`;
const MARKET = `---
title: The market moves
source: Sarn Herald
---
The fish market moves to the old brewery. The brewery was closed in 1987.
`;

let folder: string;
let engine: Engine;
let failures: unknown[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'footnote-mcp-'));
  await writeFile(join(folder, 'tunnel.md'), TUNNEL);
  await writeFile(join(folder, 'market.md'), MARKET);
  const index = join(folder, 'index');
  const model = await resolveEmbeddingModel();
  await updateIndex({ index: sqliteIndex(index), paths: [folder], model, workers: 1 });
  engine = await openEngine({ index });
});
afterAll(async () => {
  await engine.close();
  await rm(folder, { recursive: true });
});

async function connect(served = engine): Promise<Client> {
  failures = [];
  const [clientSide, serverSide] = InMemoryTransport.createLinkedPair();
  await createMcpServer({ engine: served, onFailure: (error) => failures.push(error) }).connect(serverSide);
  const client = new Client({ name: 'test', version: '1' });
  await client.connect(clientSide);
  return client;
}

interface Outcome {
  readonly isError?: boolean;
  readonly content: readonly { readonly text: string }[];
  // biome-ignore lint/suspicious/noExplicitAny: each tool has a shape of its own.
  readonly structuredContent: any;
}

/** Fails, as any client of the SDK does, on a result that is not what the tool says it gives. */
async function call(name: string, args: Record<string, unknown> = {}, served = engine): Promise<Outcome> {
  const client = await connect(served);
  try {
    await client.listTools();
    return (await client.callTool({ name, arguments: args })) as unknown as Outcome;
  } finally {
    await client.close();
  }
}

async function textOf(key: string): Promise<string> {
  return (await engine.articlesByKey([key]))[0]!.text;
}

describe('the list of tools', () => {
  it('has six, each described, with described arguments, and none that changes anything', async () => {
    const client = await connect();
    const { tools } = await client.listTools();
    await client.close();
    expect(tools.map(({ name }) => name).sort()).toEqual([
      'ask',
      'index_status',
      'list_articles',
      'read_article',
      'search',
      'verify_citation',
    ]);
    for (const { description, annotations, inputSchema } of tools) {
      expect(description).toBeTruthy();
      expect(annotations).toMatchObject({ readOnlyHint: true });
      for (const argument of Object.values(inputSchema.properties ?? {})) {
        expect(argument).toHaveProperty('description');
      }
    }
  });
});

describe('search', () => {
  it('gives passages that stand word for word where it says', async () => {
    const { structuredContent, content } = await call('search', { query: 'tunnel tram' });
    expect(structuredContent.hits[0]).toMatchObject({
      article: { key: 'tunnel.md', author: 'Lea Voss, Piet Arends', publishedAt: '2020-09-14' },
    });
    for (const { text, start, end, article } of structuredContent.hits) {
      expect((await textOf(article.key)).slice(start, end)).toBe(text);
    }
    expect(JSON.parse(content[0]!.text)).toEqual(structuredContent);
  });

  it('goes on where a page ended, for the same query only', async () => {
    const first = await call('search', { query: 'sarn', first: 1 });
    const after = first.structuredContent.nextCursor;
    const second = await call('search', { query: 'sarn', first: 1, after });
    expect(second.structuredContent.hits[0].article.key).not.toBe(
      first.structuredContent.hits[0].article.key,
    );
    expect(second.structuredContent.nextCursor).toBeNull();
    expect(await call('search', { query: 'brewery', after })).toMatchObject({
      isError: true,
      content: [{ text: expect.stringMatching(/^INVALID_CURSOR: /) }],
    });
  });

  it('keeps to a filter', async () => {
    const filter = { publishedFrom: '2020-01-01' };
    const { structuredContent } = await call('search', { query: 'market brewery', filter });
    expect(structuredContent.hits.map(({ article }: { article: { key: string } }) => article.key)).toEqual([
      'tunnel.md',
    ]);
  });
});

describe('ask', () => {
  it('answers with quotes that stand word for word where it says, and verify_citation agrees', async () => {
    const { structuredContent } = await call('ask', { question: 'Who opened the tunnel under the Sarn?' });
    expect(structuredContent).toMatchObject({ answered: true, reason: null, nearest: [] });
    expect(structuredContent.text).toContain('Noor Haddad');
    const [{ quote, start, end, article, answer, link }] = structuredContent.citations;
    expect(quote).toContain(answer);
    expect(link).toBe(`footnote://article/tunnel.md?start=${start}&end=${end}`);
    const check = await call('verify_citation', { key: article.key, quote, start, end });
    expect(check.structuredContent).toEqual({ valid: true, reason: null, actual: quote });
  });

  it('says how far to rely on an answer, what stands beside a quote, and what stayed unanswered', async () => {
    const question = 'Who opened the tunnel under the Sarn? Who won the chess olympiad in 1972?';
    const { structuredContent } = await call('ask', { question });
    const { certainty, disagreements, unanswered, citations } = structuredContent;
    expect(certainty).toMatch(/^(?:SURE|LIKELY|POSSIBLE)$/);
    expect(disagreements).toEqual([]);
    expect(unanswered).toEqual(['Who won the chess olympiad in 1972?']);
    const [{ article, contextBefore, contextAfter }] = citations;
    const { structuredContent: read } = await call('read_article', { key: article.key });
    for (const beside of [contextBefore, contextAfter]) expect(read.text).toContain(beside ?? '');
    expect([contextBefore, contextAfter]).not.toEqual([null, null]);
  });

  it('says so when the articles do not answer, with what came closest', async () => {
    const { structuredContent } = await call('ask', { question: 'Who won the chess olympiad in 1972?' });
    expect(structuredContent).toMatchObject({ answered: false, text: null, citations: [] });
    expect(structuredContent.reason).toMatch(/^[A-Z_]+$/);
    expect(structuredContent.confidence).toBeLessThan(structuredContent.threshold);
  });

  /** An engine that answers no question until it is given up, and what it was told of the one that it was asked. */
  function stalledEngine(): { stalled: Engine; signal: () => AbortSignal | undefined } {
    let given: AbortSignal | undefined;
    const ask: Engine['ask'] = (_request, { signal } = {}) => {
      given = signal;
      return new Promise((_, reject) => {
        signal?.addEventListener('abort', () => reject(signal.reason));
      });
    };
    return { stalled: { ...engine, ask }, signal: () => given };
  }

  it('stops when the agent no longer wants the answer, and takes that for no failure', async () => {
    const { stalled, signal } = stalledEngine();
    const client = await connect(stalled);
    const abandoned = new AbortController();
    const asked = client.callTool({ name: 'ask', arguments: { question: 'Why?' } }, undefined, {
      signal: abandoned.signal,
    });
    const refused = expect(asked).rejects.toThrow();
    await expect.poll(() => signal()?.aborted).toBe(false);
    abandoned.abort();
    await refused;
    await expect.poll(() => signal()?.aborted).toBe(true);
    await client.close();
    expect(failures).toEqual([]);
  });

  it('stops when the agent leaves in the middle of a request over HTTP', async () => {
    const { stalled, signal } = stalledEngine();
    const left = new AbortController();
    const params = { name: 'ask', arguments: { question: 'Why?' } };
    const request = new Request('http://localhost/mcp', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json, text/event-stream' },
      body: JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/call', params }),
      signal: left.signal,
    });
    const answering = answerMcpRequest(request, { engine: stalled, onFailure: () => {}, maxBodyBytes: 1000 });
    await expect.poll(() => signal()?.aborted).toBe(false);
    left.abort();
    expect((await answering).status).toBe(408);
    expect(signal()?.aborted).toBe(true);
  });
});

describe('read_article', () => {
  it('gives a text in parts that join to the whole, and cut no character in two', async () => {
    const whole = await textOf('tunnel.md');
    let joined = '';
    for (let start = 0; start < whole.length; ) {
      const { structuredContent } = await call('read_article', { key: 'tunnel.md', start, length: 2 });
      expect(structuredContent.text.isWellFormed()).toBe(true);
      expect(structuredContent).toMatchObject({ found: true, start, length: whole.length });
      joined += structuredContent.text;
      start = structuredContent.end === start ? start + 1 : structuredContent.end;
    }
    expect(joined).toBe(whole);
  });

  it('says so when there is no such article', async () => {
    const { structuredContent } = await call('read_article', { key: 'nowhere.md' });
    expect(structuredContent).toMatchObject({ found: false, text: null });
  });

  it('is what a link of this server leads to, as a resource', async () => {
    const client = await connect();
    const { contents } = await client.readResource({ uri: 'footnote://article/tunnel.md?start=0&end=10' });
    expect(contents).toMatchObject([{ mimeType: 'text/plain', text: await textOf('tunnel.md') }]);
    await expect(client.readResource({ uri: 'footnote://article/nowhere.md' })).rejects.toThrow(
      'does not hold',
    );
    await expect(client.readResource({ uri: 'footnote://article/%E0' })).rejects.toThrow('is not a link');
    await client.close();
  });
});

describe('list_articles and index_status', () => {
  it('say what there is', async () => {
    const all = await call('list_articles', { orderBy: 'title', first: 1 });
    expect(all.structuredContent).toMatchObject({ totalCount: 2, articles: [{ title: 'The market moves' }] });
    const rest = await call('list_articles', { orderBy: 'title', after: all.structuredContent.nextCursor });
    expect(rest.structuredContent).toMatchObject({ articles: [{ key: 'tunnel.md' }], nextCursor: null });
    expect((await call('list_articles', { query: 'VOSS' })).structuredContent.totalCount).toBe(1);
    expect((await call('index_status')).structuredContent).toMatchObject({ articles: 2 });
  });

  it('leave what an agent sends to index_status, which has no arguments, unread', async () => {
    expect((await call('index_status', { any: '' })).structuredContent).toMatchObject({ articles: 2 });
  });
});

describe('a call that cannot be met', () => {
  it.each([
    ['ask', { question: ' ' }, 'BLANK_QUESTION: '],
    ['ask', { question: 'x'.repeat(2001) }, 'QUESTION_TOO_LONG: '],
    ['search', { query: '' }, 'BLANK_QUERY: '],
    ['search', { query: 'a', first: 51 }, 'first'],
    ['search', { query: 'a', filter: { publishedTo: '2023-02-29' } }, 'YYYY-MM-DD'],
    ['search', { query: 'a', since: '2020-01-01' }, 'since'],
    ['ask', { question: 'Who?', filter: { source: 'Sarn Herald' } }, 'source'],
    ['list_articles', { query: 'x'.repeat(2001) }, 'query'],
    ['read_article', { key: 'tunnel.md', length: 1_000_000 }, 'length'],
    ['verify_citation', { key: 'tunnel.md' }, 'quote'],
    ['delete_article', { key: 'tunnel.md' }, 'delete_article'],
  ])('of %s says why: %j', async (name, args, reason) => {
    const outcome = await call(name, args);
    expect(outcome.isError).toBe(true);
    expect(outcome.content[0]?.text).toContain(reason);
  });

  it('tells the agent nothing of a failure of the server, whose log has it', async () => {
    const cause = new Error('secret path /etc/footnote');
    const broken: Engine = { ...engine, status: () => Promise.reject(cause) };
    const outcome = await call('index_status', {}, broken);
    expect(outcome.isError).toBe(true);
    expect(outcome.content[0]?.text).not.toContain('secret');
    expect(failures).toEqual([cause]);
  });
});
