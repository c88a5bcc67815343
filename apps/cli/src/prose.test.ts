import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sendSentences, startWriterServer, type WriterServer } from '@footnote/writer/testing';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { runFootnote } from './testing/run-footnote.ts';

const QUOTE = 'Baker Tomas Reed, who was born in Marlow, repaired the oven of Tansy with 2,400 bricks.';
const SHORT = {
  text: 'Baker Tomas Reed repaired the oven of Tansy with 2,400 bricks.',
  citationNumbers: [1],
};
const LIE = { text: 'Baker Tomas Reed repaired the oven of Marlow with 2,400 bricks.', citationNumbers: [1] };
const ASK = ['ask', 'Who repaired the oven of Tansy?'];

vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

let folder: string;
let writer: WriterServer;

beforeAll(async () => {
  writer = await startWriterServer((response) => sendSentences(response, [SHORT, LIE]));
  folder = await mkdtemp(join(tmpdir(), 'footnote-prose-'));
  await writeFile(join(folder, 'bakery.txt'), QUOTE);
  await runFootnote(['index', 'bakery.txt', '--workers', '1'], { cwd: folder });
});
afterAll(async () => {
  await writer.close();
  await rm(folder, { recursive: true });
});

const writerVariables = () => ({
  FOOTNOTE_WRITER_URL: writer.url,
  FOOTNOTE_WRITER_MODEL: 'a-model',
  FOOTNOTE_WRITER_KEY: 'a-key',
});

it('ask sends nothing unless a writer is set', async () => {
  const { stdout } = await runFootnote([...ASK, '--json'], { cwd: folder });
  expect(JSON.parse(stdout)).toMatchObject({ __typename: 'Answer', prose: null });
  expect(writer.told).toHaveLength(0);
});

it('ask prints the prose of a writer after the quotes, and says who wrote it and what was left out', async () => {
  const { stdout, status } = await runFootnote(ASK, { cwd: folder, environment: writerVariables() });
  expect(status).toBe(0);
  const host = new URL(writer.url).host;
  expect(stdout.indexOf(`"${QUOTE}" [1]`)).toBeGreaterThanOrEqual(0);
  expect(stdout).toContain(
    `As a-model at ${host} arranged the quotes; 1 of its sentences left out, which the quotes do not hold:\n${SHORT.text} [1]`,
  );
  expect(writer.told[0]?.authorization).toBe('Bearer a-key');
});

it('ask --json has the prose beside the citations', async () => {
  const { stdout } = await runFootnote(
    [...ASK, '--json', '--writer-url', writer.url, '--writer-model', 'm'],
    {
      cwd: folder,
    },
  );
  expect(JSON.parse(stdout)).toMatchObject({
    text: QUOTE,
    prose: { text: SHORT.text, sentences: [SHORT], dropped: 1, reason: null, writer: { model: 'm' } },
  });
});

it('a writer that is set by half is refused', async () => {
  const { status, stderr } = await runFootnote([...ASK, '--writer-url', writer.url], { cwd: folder });
  expect([status, stderr]).toEqual([1, expect.stringContaining('FOOTNOTE_WRITER_MODEL')]);
});
