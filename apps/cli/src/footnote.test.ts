import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Outcome, runFootnote, startFootnote } from './testing/run-footnote.ts';

const ARTICLES = {
  'bakery.md': `---
title: Old bakery reopens in Marlow Street
source: Tansy Gazette
author: Ida Quist
publishedAt: 2022-06-01
---
The bakery in Marlow Street reopened on 1 June 2022 after a fire. Baker Tomas Reed rebuilt its oven with 2,400 bricks.
`,
  'orchard.txt': 'The orchard of Tansy grows ninety kinds of apples. Its oldest tree was planted in 1811.\n',
};

// Each command is a process that loads its code anew, and some a model.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

let folder: string;
let indexing: Outcome;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'footnote-cli-'));
  await mkdir(join(folder, 'articles'));
  for (const [name, body] of Object.entries(ARTICLES)) await writeFile(join(folder, 'articles', name), body);
  indexing = await footnote(['index', 'articles', '--workers', '1', '--json']);
});
afterAll(() => rm(folder, { recursive: true }));

function footnote(args: readonly string[], environment: Record<string, string> = {}): Promise<Outcome> {
  return runFootnote(args, { cwd: folder, environment });
}

describe('index', () => {
  it('reports what it did as the one JSON document on standard output, with the index where it was typed', async () => {
    expect(indexing.status).toBe(0);
    expect(JSON.parse(indexing.stdout)).toMatchObject({
      added: 2,
      replaced: 0,
      removed: 0,
      unchanged: 0,
      skipped: [],
      articles: 2,
      passages: 2,
      seconds: expect.any(Number),
      passagesPerSecond: expect.any(Number),
    });
    expect(await readdir(folder)).toContain('.footnote');
  });

  it('refuses a path that is missing and leaves the index as it was', async () => {
    const { status, stdout, stderr } = await footnote(['index', 'articles', 'nowhere', '--json']);
    expect(status).toBe(1);
    expect(stdout).toBe('');
    expect(stderr).toContain('nowhere');
    const after = await footnote(['status', '--json']);
    expect(JSON.parse(after.stdout)).toMatchObject({ articles: 2, passages: 2 });
  });
});

describe('an index of an empty folder', () => {
  it('is made, with a word on what was not found, and every command sees it', async () => {
    await mkdir(join(folder, 'nothing'));
    const there = ['--index', 'empty', '--json'];
    const { status, stdout, stderr } = await footnote(['index', 'nothing', ...there]);
    expect({ status, ...JSON.parse(stdout) }).toMatchObject({ status: 0, added: 0, articles: 0 });
    expect(stderr).toMatch(/^Note: .*nothing\. .*\.docx/m);
    const seen = await footnote(['status', ...there]);
    expect(JSON.parse(seen.stdout)).toMatchObject({ articles: 0 });
    const removal = await footnote(['remove', 'orchard.txt', ...there]);
    expect(JSON.parse(removal.stdout)).toEqual({ removed: [], missing: ['orchard.txt'] });
  });
});

describe('index --explain', () => {
  it('shows what is read from a file', async () => {
    const { status, stdout } = await footnote(['index', '--explain', 'articles/bakery.md', '--json']);
    expect(status).toBe(0);
    const { articles } = JSON.parse(stdout);
    expect(articles).toMatchObject([{ key: 'bakery.md', authors: ['Ida Quist'] }]);
  });
});

describe('status', () => {
  it('says what is in the index', async () => {
    const { status, stdout } = await footnote(['status', '--json']);
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      articles: 2,
      passages: 2,
      model: { id: 'all-MiniLM-L6-v2', sha256: expect.stringMatching(/^[0-9a-f]{64}$/), dimensions: 384 },
      bytes: expect.any(Number),
      updatedAt: expect.any(String),
      uploads: { folder: expect.stringMatching(/uploads$/), files: 0, bytes: 0 },
    });
  });

  it('names the command that makes an index where there is none', async () => {
    const { status, stdout, stderr } = await footnote(['status', '--json'], { FOOTNOTE_INDEX: 'elsewhere' });
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toContain('footnote index');
  });
});

describe('search', () => {
  it('prints ranked passages, filtered', async () => {
    const query = [
      'search',
      'bakery oven',
      '--first',
      '1',
      '--source',
      'tansy gazette',
      '--since',
      '2022-06-01',
    ];
    const { status, stdout } = await footnote([...query, '--json']);
    expect(status).toBe(0);
    const text = ARTICLES['bakery.md'].split('---\n')[2]?.trim();
    expect(JSON.parse(stdout)).toEqual({
      query: 'bakery oven',
      mode: 'hybrid',
      hits: [
        {
          score: expect.any(Number),
          article: {
            key: 'bakery.md',
            title: 'Old bakery reopens in Marlow Street',
            source: 'Tansy Gazette',
            publishedAt: '2022-06-01',
          },
          start: 0,
          end: text?.length,
          text,
        },
      ],
    });
  });
});

describe('ask', () => {
  it('answers with quotes and every field of the answer', async () => {
    const { status, stdout } = await footnote(['ask', 'Who rebuilt the oven of the bakery?', '--json']);
    expect(status).toBe(0);
    const answer = JSON.parse(stdout);
    expect(answer).toMatchObject({
      __typename: 'Answer',
      question: 'Who rebuilt the oven of the bakery?',
      interpretedQuestion: expect.any(String),
      text: expect.stringContaining('Baker Tomas Reed'),
      confidence: expect.any(Number),
      threshold: expect.any(Number),
    });
    const [citation] = answer.citations;
    expect(citation).toMatchObject({ number: 1, article: { key: 'bakery.md', publishedAt: '2022-06-01' } });
    const { passage } = citation;
    expect(passage.text.slice(citation.start - passage.start, citation.end - passage.start)).toBe(
      citation.quote,
    );
    expect(answer.sentences).toContainEqual({ text: citation.quote, citationNumbers: [1] });
    expect(answer.evidence[0]).toMatchObject({
      score: expect.any(Number),
      passage: { article: expect.anything() },
    });
  });

  it('says that the articles do not, and still has done what was asked', async () => {
    const { status, stdout } = await footnote(['ask', 'Which team won the football world cup in 1998?']);
    expect(status).toBe(0);
    expect(stdout).toContain('The articles do not say');
  });
});

describe('calibrate', () => {
  it('fits a threshold that questions are then answered at, unless they are asked at another', async () => {
    const questions = [
      { question: 'Who rebuilt the oven of the bakery?', answers: ['Tomas Reed'] },
      { question: 'Which team won the football world cup in 1998?', answers: [] },
    ];
    const lines = questions.map((one) => JSON.stringify(one)).join('\n');
    await writeFile(join(folder, 'questions.jsonl'), lines);
    await cp(join(folder, '.footnote'), join(folder, 'calibrated'), { recursive: true });
    const environment = { FOOTNOTE_INDEX: 'calibrated' };
    const { status, stdout } = await footnote(['calibrate', 'questions.jsonl', '--json'], environment);
    expect(status).toBe(0);
    const { threshold, ...calibration } = JSON.parse(stdout);
    expect(calibration).toMatchObject({ questions: 2, answerable: 1, answered: 1, refused: 1 });
    const ask = ['ask', 'Who rebuilt the oven of the bakery?', '--json'];
    expect(JSON.parse((await footnote(ask, environment)).stdout).threshold).toBe(threshold);
    const atAnother = await footnote([...ask, '--threshold', '0.97'], environment);
    expect(JSON.parse(atAnother.stdout)).toMatchObject({ __typename: 'NoAnswer', threshold: 0.97 });
  });

  it('needs questions of both kinds', async () => {
    await writeFile(
      join(folder, 'one-kind.jsonl'),
      '{"question": "Who rebuilt the oven?", "answers": ["Reed"]}',
    );
    const { status, stderr } = await footnote(['calibrate', 'one-kind.jsonl']);
    expect(status).toBe(1);
    expect(stderr).toContain('"answers": []');
  });
});

describe('serve', () => {
  /** The URL that a server says, once it is ready. */
  async function urlOf(server: ChildProcess): Promise<string> {
    let said = '';
    return new Promise<string>((resolve) => {
      server.stderr?.on('data', (chunk) => {
        said += chunk;
        const found = /http:\/\/127\.0\.0\.1:\d+\/graphql/.exec(said);
        if (found) resolve(found[0]);
      });
    });
  }

  it('says where the API is, answers, and stops when it is told to', async () => {
    const child = startFootnote(['serve', '--port', '0'], { cwd: folder });
    const url = await urlOf(child);
    const headers = { 'content-type': 'application/json' };
    const body = JSON.stringify({ query: '{ index { articles } }' });
    const response = await fetch(url, { method: 'POST', headers, body });
    expect(await response.json()).toEqual({ data: { index: { articles: 2 } } });
    child.kill('SIGTERM');
    expect(await once(child, 'exit')).toEqual([0, null]);
  });

  it.each<[string, (server: ChildProcess) => void]>([
    ['tells it to', (server) => server.kill('SIGTERM')],
    ['is gone', (server) => server.disconnect()],
  ])('with a channel stops when what started it %s', async (_, end) => {
    const child = startFootnote(['serve', '--port', '0'], { cwd: folder, hasChannel: true });
    await urlOf(child);
    const exited = once(child, 'exit', { signal: AbortSignal.timeout(30_000) });
    end(child);
    expect(await exited.finally(() => child.kill('SIGKILL'))).toEqual([0, null]);
  });

  it('does not listen beyond this machine before it was said who may ask', async () => {
    const { status, stderr } = await footnote(['serve'], { FOOTNOTE_HOST: '0.0.0.0' });
    expect(status).toBe(1);
    expect(stderr).toMatch(/FOOTNOTE_TOKEN.+--open/);
  });

  it('takes no token that could be guessed, and no file that holds none', async () => {
    const short = await footnote(['serve'], { FOOTNOTE_TOKEN: 'too-short' });
    const missing = await footnote(['serve', '--token-file', 'nowhere.txt']);
    expect([short.status, missing.status]).toEqual([1, 1]);
    expect(short.stderr).toContain('16');
    expect(short.stderr).not.toContain('too-short');
    expect(missing.stderr).toContain('nowhere.txt');
  });
});

describe('verify', () => {
  it('finds nothing wrong with a sound index', async () => {
    const { status, stdout } = await footnote(['verify', '--json']);
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toEqual({ ok: true, problems: [] });
  });

  it('finds damage and exits with 3, as does what would read the index', async () => {
    await cp(join(folder, '.footnote'), join(folder, 'damaged'), { recursive: true });
    const database = (await readdir(join(folder, 'damaged'))).find((name) => /\.(?:db|sqlite3?)$/.test(name));
    const path = join(folder, 'damaged', String(database));
    await writeFile(path, 'This is no database.');
    const { status, stdout } = await footnote(['verify', '--index', 'damaged', '--json']);
    expect(status).toBe(3);
    const { ok, problems } = JSON.parse(stdout);
    expect({ ok, first: problems[0] }).toEqual({
      ok: false,
      first: { code: expect.any(String), message: expect.any(String) },
    });
    const serving = await footnote(['serve', '--index', 'damaged', '--port', '0']);
    expect(serving.status).toBe(3);
    expect(serving.stderr).toContain('--repair');
  });
});

describe('remove', () => {
  it('takes an article out, and says which keys it does not know', async () => {
    await cp(join(folder, '.footnote'), join(folder, 'smaller'), { recursive: true });
    const remove = ['remove', 'orchard.txt', 'nothing.md', '--index', 'smaller', '--json'];
    const { status, stdout } = await footnote(remove);
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toEqual({ removed: ['orchard.txt'], missing: ['nothing.md'] });
  });

  it.runIf(existsSync('/dev/full'))('says on standard error that the graph found no room', async () => {
    const index = join(folder, 'full');
    await cp(join(folder, '.footnote'), index, { recursive: true });
    const graph = (await readdir(index)).find((name) => name.endsWith('.hnsw'));
    // The number of commits: the removal and the graph come next.
    const commits = Number(graph?.match(/\d+/)?.[0]);
    await symlink('/dev/full', join(index, `graph-${commits + 2}.hnsw`));
    const { stdout, stderr } = await footnote(['remove', 'orchard.txt', '--index', 'full', '--json']);
    expect(JSON.parse(stdout)).toEqual({ removed: ['orchard.txt'], missing: [] });
    expect(stderr).toMatch(/^Note: The graph file .* could not be written/m);
  });
});

describe('eval', () => {
  it('measures retrieval, answers and refusals on a set in BEIR layout', async () => {
    const set = join(folder, 'set');
    await mkdir(join(set, 'qrels'), { recursive: true });
    const rows = (all: object[]) => all.map((row) => `${JSON.stringify(row)}\n`).join('');
    await writeFile(
      join(set, 'corpus.jsonl'),
      rows([
        { _id: 'bakery', title: 'Bakery', text: 'Baker Tomas Reed rebuilt the oven with 2,400 bricks.' },
        {
          _id: 'orchard',
          title: 'Orchard',
          text: 'The oldest apple tree of the orchard was planted in 1811.',
        },
      ]),
    );
    await writeFile(
      join(set, 'queries.jsonl'),
      rows([
        { _id: 'q1', text: 'Who rebuilt the oven?' },
        { _id: 'q2', text: 'Which team won the football world cup?' },
      ]),
    );
    await writeFile(join(set, 'qrels', 'test.tsv'), 'query-id\tcorpus-id\tscore\nq1\tbakery\t1\n');
    await writeFile(
      join(set, 'answers.jsonl'),
      rows([
        { id: 'q1', answers: ['Tomas Reed'], doc: 'bakery', is_impossible: false },
        { id: 'q2', answers: [], is_impossible: true },
      ]),
    );
    const { status, stdout } = await footnote(['eval', 'set', '--json']);
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      retrieval: { hybrid: { questions: 1, ndcg10: 1, recall5: 1, mrr10: 1, success5: 1 } },
      answers: { questions: 1 },
      refusal: { unanswerable: { answered: 0, refused: 1 }, recall: 1 },
    });
  });

  it('says what a labelled set is when the folder is none', async () => {
    const { status, stderr } = await footnote(['eval', 'articles']);
    expect(status).toBe(1);
    expect(stderr).toContain('corpus.jsonl');
  });
});

it('exits with 2 when it is used wrongly, with nothing on standard output', async () => {
  const { status, stdout } = await footnote(['search', 'bakery', '--first', '51', '--json']);
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
});
