import type { ServerResponse } from 'node:http';
import { sendSentences, startWriterServer, type WriterServer } from '@footnote/writer/testing';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type ServedArticles, serveArticles } from './testing/serve-articles.ts';

const ARTICLES = {
  'ferry.md': `---
title: New ferry
source: Norhaven Courier
publishedAt: 2021-04-12
---
Captain Ines Holm, who was born in Elsby, commanded the first crossing of the ferry Aurora.
`,
};
const QUESTION = 'Who commanded the first crossing of the ferry Aurora?';
const SHORT = {
  text: 'Captain Ines Holm commanded the first crossing of the ferry Aurora.',
  citationNumbers: [1],
};
const LIE = { text: 'Captain Ines Holm was born in Aurora.', citationNumbers: [1] };

const ASK = `query ($question: String!) {
  writer { host model }
  ask(question: $question) { ... on Answer { text prose {
    text sentences { text citationNumbers } dropped reason writer { host model } } } }
}`;
const QUOTES_ALONE = 'query ($question: String!) { ask(question: $question) { ... on Answer { text } } }';

let writer: WriterServer;
let server: ServedArticles;
let reply: (response: ServerResponse) => void;

beforeAll(async () => {
  writer = await startWriterServer((response) => reply(response));
  server = await serveArticles(ARTICLES, { writer: { url: writer.url, model: 'a-model' } });
});
afterAll(async () => {
  await server.close();
  await writer.close();
});
beforeEach(() => {
  reply = (response) => sendSentences(response, [SHORT, LIE]);
});

interface Asked {
  readonly writer: unknown;
  readonly ask: { readonly text: string; readonly prose: unknown };
}

const ask = async (question = QUESTION) => (await server.query<Asked>(ASK, { question })).data;

describe('prose', () => {
  it('is null without a writer, and nobody is named', async () => {
    const without = await serveArticles(ARTICLES);
    const { data } = await without.query<Asked>(ASK, { question: QUESTION });
    expect(data).toMatchObject({ writer: null, ask: { prose: null } });
    await without.close();
  });

  it('that nobody asks for sends nothing', async () => {
    await server.query(QUOTES_ALONE, { question: QUESTION });
    expect(writer.told).toHaveLength(0);
  });

  it('is asked for again after the writer failed, and stands beside the quotes in any case', async () => {
    reply = (response) => response.destroy();
    const failed = await ask();
    expect(failed.ask.prose).toMatchObject({ text: null, reason: 'WRITER_UNREACHABLE' });
    reply = (response) => sendSentences(response, [SHORT, LIE]);
    const told = writer.told.length;
    const [one, other] = await Promise.all([ask(), ask()]);
    const host = new URL(writer.url).host;
    expect(one).toEqual(other);
    expect(one).toMatchObject({
      writer: { host, model: 'a-model' },
      ask: {
        text: failed.ask.text,
        prose: { text: SHORT.text, sentences: [SHORT], dropped: 1, reason: null, writer: { host } },
      },
    });
    await ask();
    expect(writer.told).toHaveLength(told + 1);
  });

  it('of which the quotes hold nothing is not asked for again', async () => {
    reply = (response) => sendSentences(response, [LIE]);
    const question = 'Who commanded the ferry Aurora?';
    const told = writer.told.length;
    const first = await ask(question);
    expect(first.ask.prose).toMatchObject({ text: null, reason: 'NOTHING_HELD', dropped: 1 });
    reply = (response) => sendSentences(response, [SHORT]);
    expect(await ask(question)).toEqual(first);
    expect(writer.told).toHaveLength(told + 1);
  });

  it('is counted, and neither it nor what was sent is in a log', async () => {
    await ask();
    const metrics = await (await fetch(new URL('/metrics', server.url))).text();
    expect(metrics).toMatch(/footnote_prose_total\{outcome="written"\} [1-9]/);
    expect(metrics).toMatch(/footnote_prose_sentences_dropped_total [1-9]/);
    expect(JSON.stringify(server.log)).not.toMatch(/Holm|Aurora/);
  });

  it('is given to agents beside the quotes', async () => {
    const client = new Client({ name: 'test', version: '1' });
    await client.connect(new StreamableHTTPClientTransport(new URL('/mcp', server.url)));
    const { structuredContent } = await client.callTool({ name: 'ask', arguments: { question: QUESTION } });
    expect(structuredContent).toMatchObject({
      text: expect.stringContaining('who was born in Elsby'),
      prose: { text: SHORT.text, dropped: 1, writer: { model: 'a-model' } },
    });
    await client.close();
  });
});
