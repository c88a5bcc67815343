import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { type RunningServer, startServer } from '@footnote/api';
import { createFootnoteClient, type FootnoteClient, graphql } from '@footnote/client';
import { sqliteIndex } from '@footnote/index-sqlite';
import { resolveEmbeddingModel } from '@footnote/inference';
import { updateIndex } from '@footnote/ingestion';
import { sendSentences, startWriterServer, type WriterServer } from '@footnote/writer/testing';
import { build } from 'esbuild';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';

const CLIENT = resolve(import.meta.dirname, '../packages/client');
const ARTICLES = {
  'observatory.md': `---
title: Observatory on Mount Kell opens
source: Kell Courier
publishedAt: 2018-03-02
language: en
---
The observatory on Mount Kell was opened on 2 March 2018 by the astronomer Ilse Brand. Its mirror is 3.6 metres wide.
`,
  'railway.txt': 'The mountain railway to Mount Kell was closed after a landslide. A bus runs instead.\n',
};

vi.setConfig({ testTimeout: 120_000 });

let folder: string;
let server: RunningServer;
let footnote: FootnoteClient;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'footnote-client-'));
  for (const [name, body] of Object.entries(ARTICLES)) await writeFile(join(folder, name), body);
  const index = join(folder, 'index');
  const model = await resolveEmbeddingModel();
  await updateIndex({ index: sqliteIndex(index), paths: [folder], model, workers: 1 });
  server = await startServer({
    index,
    host: '127.0.0.1',
    port: 0,
    logger: pino({ enabled: false }),
    writable: true,
  });
  await server.ready;
  footnote = createFootnoteClient({ url: server.url });
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

describe('a client', () => {
  it('asks, follows the stages, and verifies the quotes', async () => {
    const stages: string[] = [];
    const result = await footnote.ask('Who opened the observatory?', {
      onStage: (stage) => stages.push(stage),
    });
    if (result.__typename === 'NoAnswer') throw new Error('It should have answered.');
    expect(result.text).toContain('Ilse Brand');
    expect(stages).toEqual(['SEARCHING', 'READING', 'DECIDING']);
    const [citation] = result.citations;
    const checks = await footnote.verify([citation!, { ...citation!, quote: 'Nobody opened it.' }]);
    expect(checks.map(({ valid }) => valid)).toEqual([true, false]);
    const article = await footnote.article(citation!.article.key);
    expect(article?.text.slice(citation!.start, citation!.end)).toBe(citation!.quote);
  });

  it('is told when the articles do not say', async () => {
    const result = await footnote.ask('Who won the regatta of 1931?');
    expect(result.__typename).toBe('NoAnswer');
  });

  it('searches page by page', async () => {
    const first = await footnote.search('Mount Kell', { first: 1 });
    const second = await footnote.search('Mount Kell', { first: 1, after: first.nextCursor });
    const keys = [first, second].flatMap(({ hits }) => hits.map(({ passage }) => passage.article.key));
    expect(new Set(keys)).toEqual(new Set(Object.keys(ARTICLES)));
    expect(second.nextCursor).toBeNull();
    expect(await footnote.article('nowhere.md')).toBeNull();
  });

  it('adds articles, follows the progress, asks them at once, and removes them', async () => {
    const stages: string[] = [];
    const report = await footnote.addArticles(
      [
        {
          name: 'kell/tunnel.md',
          content: 'The tunnel below Mount Kell was dug by the miner Odd Rask in 1911. ⛏',
        },
        { name: 'empty.txt', content: new Uint8Array() },
      ],
      { onProgress: ({ stage }) => stages.push(stage) },
    );
    expect(report).toMatchObject({ added: 1, skipped: [{ path: 'empty.txt', reason: expect.any(String) }] });
    expect(stages.length).toBeGreaterThan(0);
    const answer = await footnote.ask('Who dug the tunnel below Mount Kell?');
    expect(answer.__typename === 'Answer' && answer.text).toContain('Odd Rask');
    expect(await footnote.removeArticles(['kell/tunnel.md', 'nowhere'])).toEqual({
      removed: ['kell/tunnel.md'],
      missing: ['nowhere'],
    });
    await expect(footnote.removeArticles(['railway.txt'])).rejects.toMatchObject({ code: 'NOT_UPLOADED' });
    await expect(footnote.addArticles([{ name: '../a.txt', content: 'a' }])).rejects.toMatchObject({
      code: 'INVALID_FILE_NAME',
    });
  });

  it('runs documents of its own', async () => {
    const document = graphql('query Count($query: String) { articles(query: $query) { totalCount } }');
    const { articles } = await footnote.query(document, { query: 'courier' });
    expect(articles.totalCount).toBe(1);
  });
});

describe('a client of a server with a token and a writer', () => {
  const TOKEN = 'a-token-for-programs-alone';
  const WIDTH = { text: 'Its mirror is 3.6 metres wide.', citationNumbers: [1] };
  const QUESTION = 'Who opened the observatory on Mount Kell?';
  const MADE = {
    text: 'The observatory on Mount Kell was opened by the astronomer Ilse Brand.',
    citationNumbers: [1],
  };
  let writer: WriterServer;
  let guarded: RunningServer;

  beforeAll(async () => {
    writer = await startWriterServer((response) => sendSentences(response, [MADE, WIDTH]));
    guarded = await startServer({
      index: join(folder, 'index'),
      host: '127.0.0.1',
      port: 0,
      access: { token: TOKEN },
      writer: { url: writer.url, model: 'a-model' },
      logger: pino({ enabled: false }),
    });
    await guarded.ready;
  });
  afterAll(async () => {
    await guarded.close();
    await writer.close();
  });

  it('is let in with the token, which a file may end in a line break', async () => {
    const stranger = createFootnoteClient({ url: guarded.url });
    await expect(stranger.ask(QUESTION)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    await expect(stranger.search('Kell')).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    const known = createFootnoteClient({ url: guarded.url, token: `${TOKEN}\n` });
    expect((await known.ask(QUESTION)).__typename).toBe('Answer');
    expect((await known.search('Kell')).hits).not.toEqual([]);
  });

  it('has an answer written, is told by whom, and of a refusal has nothing written', async () => {
    const known = createFootnoteClient({ url: guarded.url, token: TOKEN });
    const identity = { host: new URL(writer.url).host, model: 'a-model' };
    expect(await known.writer()).toEqual(identity);
    const prose = await known.prose(QUESTION, { filter: { languages: ['en'] } });
    expect(prose).toMatchObject({ dropped: expect.any(Number), writer: identity });
    expect(prose?.text === null).toBe(prose?.reason !== null);
    expect(await known.prose('Who won the regatta of 1931?')).toBeNull();
    expect([await footnote.writer(), await footnote.prose(QUESTION)]).toEqual([null, null]);
  });

  it('has an example that runs: prose.ts', async () => {
    const printed = await runExample('prose.ts', [QUESTION], {
      FOOTNOTE_API: guarded.url,
      FOOTNOTE_TOKEN: TOKEN,
    });
    expect(printed).toMatch(/^\[1\] .*Ilse Brand[\s\S]*^ {4}a-model at 127\.0\.0\.1:\d+$/m);
  });
});

/** What it prints. */
async function runExample(
  name: string,
  args: readonly string[],
  environment: Record<string, string>,
): Promise<string> {
  const example = spawn(process.execPath, ['--import', 'tsx', join('examples', name), ...args], {
    cwd: CLIENT,
    env: { ...process.env, ...environment },
  });
  const [stdout, stderr] = await Promise.all([text(example.stdout), text(example.stderr)]);
  expect(stdout, stderr).not.toBe('');
  return stdout;
}

describe('a client that cannot be helped', () => {
  it('throws the code and the message of the API', async () => {
    const refused = {
      name: 'FootnoteApiError',
      code: 'BLANK_QUESTION',
      message: expect.stringContaining('blank'),
    };
    await expect(footnote.ask(' ')).rejects.toMatchObject(refused);
    await expect(footnote.search('a', { first: 51 })).rejects.toMatchObject({ code: 'INVALID_FIRST' });
  });

  it('stops when its signal is aborted, before or in the middle', async () => {
    const gone = new Error('gone');
    await expect(footnote.ask('Why?', { signal: AbortSignal.abort(gone) })).rejects.toBe(gone);
    await expect(footnote.search('a', { signal: AbortSignal.abort(gone) })).rejects.toBe(gone);
    const middle = new AbortController();
    const asked = footnote.ask('Who opened the observatory?', {
      onStage: () => middle.abort(gone),
      signal: middle.signal,
    });
    await expect(asked).rejects.toBe(gone);
  });

  describe('because of what is at the address', () => {
    let other: Server;
    let respond: (response: import('node:http').ServerResponse) => void;

    beforeAll(async () => {
      other = createServer((request, response) => {
        request.resume();
        respond(response);
      });
      other.listen(0, '127.0.0.1');
      await once(other, 'listening');
    });
    afterAll(() => other.close());

    const clientOfOther = () =>
      createFootnoteClient({ url: `http://127.0.0.1:${(other.address() as AddressInfo).port}/graphql` });

    it.each(['<html>', '[]', '{}', '"data"', ''])('says so of an answer that is %j', async (body) => {
      respond = (response) => response.writeHead(200, { 'content-type': 'application/json' }).end(body);
      await expect(clientOfOther().search('a')).rejects.toMatchObject({ code: 'NOT_FOOTNOTE' });
      await expect(clientOfOther().ask('a')).rejects.toMatchObject({ code: 'NOT_FOOTNOTE' });
    });

    it.each([
      ['event: complete\ndata:\n\n', 'ends'],
      [': nothing\n\n', 'breaks off'],
    ])('says so of a stream that holds only %j, then %s', async (sent, _end) => {
      respond = (response) => response.writeHead(200, { 'content-type': 'text/event-stream' }).end(sent);
      await expect(clientOfOther().ask('a')).rejects.toMatchObject({ code: 'ANSWER_CUT_SHORT' });
    });

    it('is told of no stage after it gave up, even of one that came with the last', async () => {
      const [first, second] = ['SEARCHING', 'READING'].map((stage) => {
        const event = { data: { ask: { __typename: 'AskProgress', stage } } };
        return `event: next\ndata: ${JSON.stringify(event)}\n\n`;
      });
      respond = (response) => {
        response.writeHead(200, { 'content-type': 'text/event-stream' }).end(`${first}${second}`);
      };
      const gone = new Error('gone');
      const givingUp = new AbortController();
      const stages: string[] = [];
      const onStage = (stage: string) => {
        stages.push(stage);
        givingUp.abort(gone);
      };
      const asked = clientOfOther().ask('a', { onStage, signal: givingUp.signal });
      await expect(asked).rejects.toBe(gone);
      // The stream has been read to its end by then.
      await new Promise((resolve) => setTimeout(resolve, 100));
      expect(stages).toEqual(['SEARCHING']);
    });

    it('says so when nothing answers', async () => {
      const nobody = createFootnoteClient({ url: 'http://127.0.0.1:1/graphql' });
      await expect(nobody.search('a')).rejects.toMatchObject({ code: 'API_UNREACHABLE' });
      await expect(nobody.ask('a')).rejects.toMatchObject({ code: 'API_UNREACHABLE' });
    });
  });
});

describe('the client package', () => {
  it('goes into a browser: it needs nothing of Node', async () => {
    const { outputFiles } = await build({
      entryPoints: [join(CLIENT, 'src/index.ts')],
      bundle: true,
      platform: 'browser',
      format: 'esm',
      write: false,
    });
    expect(outputFiles[0]!.text).not.toMatch(/\bfrom ?["']node:|require\(/);
  });

  it('is typed by the schema as it is: run `npm run schema` after a change', async () => {
    const fresh = join(folder, 'introspection.d.ts');
    const gqlTada = resolve(CLIENT, '../../node_modules/.bin/gql.tada');
    const generating = spawn(gqlTada, ['generate-output', '--output', fresh], {
      cwd: CLIENT,
      stdio: 'ignore',
    });
    expect((await once(generating, 'exit'))[0]).toBe(0);
    const committed = join(CLIENT, 'src/introspection.d.ts');
    expect(await readFile(committed, 'utf8')).toBe(await readFile(fresh, 'utf8'));
  });

  it.each([
    ['ask.ts', ['Who opened the observatory on Mount Kell?'], /^\[1\] .*Ilse Brand[\s\S]*, verified$/m],
    ['search.ts', ['observatory', '2'], /^1\. observatory\.md 0-\d+ \(\d\.\d{3}\)$/m],
    ['add.ts', [join(CLIENT, 'package.json')], /^0 added[\s\S]*^Skipped package\.json: Not a format/m],
    ['own-document.ts', [], /^2018: 1$/m],
  ])('has an example that runs: %s', async (name, args, printed) => {
    expect(await runExample(name, args, { FOOTNOTE_API: server.url })).toMatch(printed);
  });
});
