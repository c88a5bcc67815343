import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { sqliteIndex, verifyIndex } from '@footnote/index-sqlite';
import { resolveEmbeddingModel } from '@footnote/inference';
import { createClient } from 'graphql-sse';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { MAX_BODY_BYTES, MAX_FILE_BYTES, MAX_UPLOAD_BODY_BYTES } from './limits.ts';
import { HARBOUR_ARTICLES } from './testing/harbour-articles.ts';
import { type ServedArticles, serveArticles } from './testing/serve-articles.ts';

vi.setConfig({ testTimeout: 120_000 });

let server: ServedArticles;

beforeAll(async () => {
  server = await serveArticles(HARBOUR_ARTICLES, { writable: true });
});
afterAll(() => server.close());

interface Report {
  readonly added: number;
  readonly skipped: readonly { readonly path: string; readonly reason: string }[];
}

const base64 = (text: string): string => Buffer.from(text).toString('base64');
const file = (name: string, text: string) => ({ name, contentBase64: base64(text) });

const ADD =
  'mutation($files: [ArticleFile!]!) { addArticles(files: $files) { added replaced removed unchanged skipped { path reason } warnings articles passages seconds } }';
const REMOVE = 'mutation($keys: [String!]!) { removeArticles(keys: $keys) { removed missing } }';

const add = (...files: object[]) => server.query<{ addArticles: Report }>(ADD, { files });
const remove = (...keys: string[]) =>
  server.query<{ removeArticles: { removed: string[]; missing: string[] } }>(REMOVE, { keys });
const codeOf = ({ errors }: { errors?: readonly { extensions: { code: string } }[] }) =>
  errors?.[0]?.extensions.code;

/** Keys in the index, and names in the folder of uploads. */
async function contents(): Promise<{ keys: string[]; kept: string[] }> {
  const { data } = await server.query<{ articles: { edges: { node: { key: string } }[] } }>(
    '{ articles(first: 50) { edges { node { key } } } }',
  );
  const folder = join(server.index, 'uploads');
  const kept = existsSync(folder) ? readdirSync(folder).filter((name) => name !== '.pending') : [];
  return { keys: data.articles.edges.map(({ node }) => node.key), kept: kept.sort() };
}

const SAMPLE = Object.keys(HARBOUR_ARTICLES).sort();
const TUNNEL =
  'The tunnel under Mount Brisk was opened by engineer Tove Lind on 3 May 2022. It is 4 kilometres long.';

describe('a server that takes no changes', () => {
  it('has the mutations in its schema, and answers NOT_WRITABLE', async () => {
    const readOnly = await serveArticles({});
    for (const query of [
      'mutation { addArticles(files: []) { added } }',
      'mutation { removeArticles(keys: []) { removed } }',
    ]) {
      expect(codeOf(await readOnly.query(query))).toBe('NOT_WRITABLE');
    }
    const { data } = await readOnly.query('{ index { uploadLimits { maxFiles } } }');
    expect(data).toEqual({ index: { uploadLimits: null } });
    const body = { query: ADD, variables: { files: [file('a.txt', 'x'.repeat(MAX_BODY_BYTES))] } };
    expect((await readOnly.post(body)).status).toBe(413);
    expect(existsSync(readOnly.index)).toBe(false);
    await readOnly.close();
  });
});

describe('articles that are added', () => {
  it('can be asked for at once, and are gone when they are removed', async () => {
    const { data } = await add(
      file('tunnel.txt', TUNNEL),
      file('scan.pdf', 'not a PDF at all, \0\0 but bytes'),
    );
    expect(data.addArticles).toMatchObject({ added: 1, articles: 4, skipped: [{ path: 'scan.pdf' }] });
    const { data: asked } = await server.query<{ ask: { text?: string } }>(
      '{ ask(question: "Who opened the tunnel under Mount Brisk?") { ... on Answer { text } } }',
    );
    expect(asked.ask.text).toContain('Tove Lind');
    expect((await remove('tunnel.txt', 'nowhere')).data.removeArticles).toEqual({
      removed: ['tunnel.txt'],
      missing: ['nowhere'],
    });
    expect(await contents()).toEqual({ keys: SAMPLE, kept: [] });
  });

  it('make an index where there is none', async () => {
    const empty = await serveArticles({}, { writable: true });
    const { data } = await empty.query<{ addArticles: Report }>(ADD, { files: [file('tunnel.txt', TUNNEL)] });
    expect(data.addArticles.added).toBe(1);
    await expect
      .poll(() => empty.query('{ search(query: "tunnel") { edges { node { score } } } }'))
      .toMatchObject({ data: { search: { edges: [{}] } } });
    await empty.close();
  });

  it('tell their progress as they are read, and then the report', async () => {
    const client = createClient({ url: server.url });
    const events: { __typename: string; stage?: string; added?: number }[] = [];
    const query = `subscription($files: [ArticleFile!]!) { addArticles(files: $files) { __typename
      ... on IndexProgress { stage files totalFiles passages secondsLeft } ... on IndexReport { added } } }`;
    const variables = { files: [file('tunnel.txt', TUNNEL)] };
    for await (const { data, errors } of client.iterate<{ addArticles: (typeof events)[number] }>({
      query,
      variables,
    })) {
      expect(errors).toBeUndefined();
      if (data) events.push(data.addArticles);
    }
    expect(events.at(-1)).toEqual({ __typename: 'IndexReport', added: 1 });
    expect(events.length).toBeGreaterThan(1);
    expect(
      events.slice(0, -1).every(({ stage }) => stage && 'CHECKING EMBEDDING LINKING'.includes(stage)),
    ).toBe(true);
    await remove('tunnel.txt');
  });

  it('of other paths are refused to be removed, with the command that removes them', async () => {
    await add(file('tunnel.txt', TUNNEL));
    const { errors } = await remove('tunnel.txt', 'ferry.md');
    expect(errors?.[0]).toMatchObject({
      extensions: { code: 'NOT_UPLOADED' },
      message: expect.stringContaining('footnote remove ferry.md --index'),
    });
    expect((await contents()).keys).toContain('tunnel.txt');
    await remove('tunnel.txt');
  });
});

describe('what is refused changes nothing', () => {
  const good = file('good.txt', TUNNEL);

  it.each([
    ['a name that leads out', [good, file('../a.txt', 'a')], 'INVALID_FILE_NAME'],
    ['an absolute name', [good, file('/etc/cron.d/a.txt', 'a')], 'INVALID_FILE_NAME'],
    ['a name with a NUL', [good, file('a\0.txt', 'a')], 'INVALID_FILE_NAME'],
    ['a name that turns its direction', [good, file('a\u202etxt.md', 'a')], 'INVALID_FILE_NAME'],
    ['the index’s own folder', [good, file('.pending/x/a.txt', 'a')], 'INVALID_FILE_NAME'],
    ['a name twice', [good, file('GOOD.txt', 'a')], 'INVALID_FILE_NAME'],
    ['no base64', [good, { name: 'a.txt', contentBase64: 'a b=' }], 'INVALID_BASE64'],
    ['base64 of addresses', [good, { name: 'a.txt', contentBase64: 'YWJjZA' }], 'INVALID_BASE64'],
    ['a file that is too large', [good, file('a.txt', 'x'.repeat(MAX_FILE_BYTES + 1))], 'FILE_TOO_LARGE'],
    [
      'files that are too many',
      Array.from({ length: 51 }, (_, n) => file(`${n}.txt`, 'a')),
      'TOO_MANY_ITEMS',
    ],
    [
      'files that are too large together',
      [MAX_FILE_BYTES, MAX_FILE_BYTES, 1].map((bytes, n) => file(`${n}.txt`, 'x'.repeat(bytes))),
      'FILE_TOO_LARGE',
    ],
    ['no name', [good, { contentBase64: '' }], 'GRAPHQL_VALIDATION_FAILED'],
  ])('%s', async (_what, files, code) => {
    expect(codeOf(await add(...files))).toBe(code);
    expect(await contents()).toEqual({ keys: SAMPLE, kept: [] });
  });

  it('two additions in one operation', async () => {
    const twice =
      'mutation($files: [ArticleFile!]!) { a: addArticles(files: $files) { added } b: addArticles(files: $files) { added } }';
    expect(codeOf(await server.query(twice, { files: [good] }))).toBe('OPERATION_TOO_LARGE');
  });

  it('too many keys', async () => {
    expect(codeOf(await remove(...Array.from({ length: 51 }, (_, n) => `${n}`)))).toBe('TOO_MANY_ITEMS');
  });

  it('a large body of anything but files', async () => {
    const large = 'x'.repeat(MAX_BODY_BYTES);
    const operations = [
      { query: 'query($q: String!) { search(query: $q) { edges { cursor } } }', variables: { q: large } },
      { query: REMOVE, variables: { keys: [large] } },
      { query: `{ index { articles } } #${large}` },
      { query: ADD.replace('{ added', '{ added #').concat(`\n${large}`), variables: { files: [] } },
      {
        query:
          'mutation($files: [ArticleFile!]!, $keys: [String!]!) { addArticles(files: $files) { added } removeArticles(keys: $keys) { removed } }',
        variables: { files: [], keys: [large] },
      },
    ];
    for (const operation of operations) {
      const { errors } = (await (await server.post(operation)).json()) as {
        errors: { extensions: { code: string } }[];
      };
      expect(['REQUEST_ENTITY_TOO_LARGE', 'OPERATION_TOO_LARGE']).toContain(errors[0]?.extensions.code);
    }
  });

  it('a body over the limit, and a large one that does not say its size', async () => {
    const response = await server.post(`{"query":"${'x'.repeat(MAX_UPLOAD_BODY_BYTES)}"}`);
    expect(response.status).toBe(413);
    const body = new Blob([
      JSON.stringify({ query: ADD, variables: { files: [file('a.txt', 'x'.repeat(MAX_BODY_BYTES))] } }),
    ]);
    const unsized = {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: body.stream(),
      duplex: 'half',
    };
    expect((await fetch(server.url, unsized as RequestInit)).status).toBe(413);
    expect(await contents()).toEqual({ keys: SAMPLE, kept: [] });
  });
});

describe('a page of another site', () => {
  it('adds nothing, whatever a browser would let it send', async () => {
    const body = { query: ADD, variables: { files: [file('evil.txt', TUNNEL)] } };
    const attempts: [Record<string, string>, number][] = [
      [{ 'content-type': 'text/plain' }, 415],
      [{ 'content-type': 'application/x-www-form-urlencoded' }, 415],
      [{ origin: 'https://evil.example' }, 403],
      [{ origin: 'null' }, 403],
    ];
    for (const [headers, status] of attempts) expect((await server.post(body, headers)).status).toBe(status);
    const form = new FormData();
    form.set('operations', JSON.stringify(body));
    expect((await fetch(server.url, { method: 'POST', body: form })).status).toBe(415);
    const query = encodeURIComponent('mutation { removeArticles(keys: ["ferry.md"]) { removed } }');
    expect((await fetch(`${server.url}?query=${query}`, { headers: { accept: 'text/html' } })).status).toBe(
      200,
    );
    expect(await contents()).toEqual({ keys: SAMPLE, kept: [] });
  });
});

describe('a busy index', () => {
  it('is INDEX_BUSY while another process writes it, and nothing is changed', async () => {
    const { identity } = await resolveEmbeddingModel();
    const writer = await sqliteIndex(server.index).openWriter({ model: identity });
    expect(codeOf(await add(file('tunnel.txt', TUNNEL)))).toBe('INDEX_BUSY');
    await writer.close();
    expect(await contents()).toEqual({ keys: SAMPLE, kept: [] });
  });

  it('takes one of several additions at once, small or large; the others are told, and reading goes on', async () => {
    const large = TUNNEL + ' '.repeat(MAX_BODY_BYTES);
    const results = await Promise.all([
      add(file('one.txt', large)),
      add(file('two.txt', large)),
      add(file('three.txt', TUNNEL)),
      remove('ferry.md'),
      server.query('{ index { articles } }'),
    ]);
    const codes = results.map(codeOf);
    expect(codes.filter((code) => code === 'INDEX_BUSY')).toHaveLength(3);
    expect(codes.at(-1)).toBeUndefined();
    const { kept } = await contents();
    expect(kept).toHaveLength(1);
    await remove(...kept);
  });
});

describe('an addition that does not come to its end', () => {
  /** Enough to be in the middle of it for a while. */
  const many = () =>
    Array.from({ length: 20 }, (_, n) => file(`tunnel-${n}.txt`, `${TUNNEL} Part ${n} of it. `.repeat(60)));

  /** Reads events until passages are being embedded. */
  async function untilEmbedding(response: Response): Promise<void> {
    const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
    let text = '';
    while (!/"passages":[1-9]/.test(text)) text += (await reader.read()).value ?? '';
  }

  const subscribe = (signal?: AbortSignal) =>
    fetch(server.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
      body: JSON.stringify({
        query:
          'subscription($files: [ArticleFile!]!) { addArticles(files: $files) { ... on IndexProgress { passages } ... on IndexReport { added } } }',
        variables: { files: many() },
      }),
      signal: signal ?? null,
    });

  it('since the client left has changed nothing, and the next may begin', async () => {
    const leaving = new AbortController();
    await untilEmbedding(await subscribe(leaving.signal));
    leaving.abort();
    await expect
      .poll(async () => codeOf(await add(file('tunnel.txt', TUNNEL))), { timeout: 30_000 })
      .toBeUndefined();
    expect(await contents()).toEqual({ keys: [...SAMPLE, 'tunnel.txt'].sort(), kept: ['tunnel.txt'] });
    await remove('tunnel.txt');
    expect(server.log.filter(({ level }) => Number(level) >= 50)).toEqual([]);
  });

  it.runIf(process.platform === 'linux')('since its process was killed is done again, whole', async () => {
    const response = await subscribe();
    await untilEmbedding(response);
    const children = execFileSync('pgrep', ['-f', 'uploads-process', '-P', String(process.pid)], {
      encoding: 'utf8',
    });
    for (const pid of children.trim().split('\n')) process.kill(Number(pid), 'SIGKILL');
    await expect.poll(async () => (await contents()).kept.length, { timeout: 60_000 }).toBe(20);
    const { keys } = await contents();
    expect(keys).toHaveLength(SAMPLE.length + 20);
    await expect
      .poll(async () => codeOf(await remove(...keys.filter((key) => key.startsWith('tunnel')))))
      .toBeUndefined();
    expect(verifyIndex(server.index).problems).toEqual([]);
    expect(await contents()).toEqual({ keys: SAMPLE, kept: [] });
  });
});
