import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { getDefaultEnvironment, StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { FOOTNOTE_BIN, runFootnote, startFootnote } from './testing/run-footnote.ts';

vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

let folder: string;
let index: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'footnote-cli-mcp-'));
  index = join(folder, 'index');
  const article = join(folder, 'mill.txt');
  await writeFile(
    article,
    'The mill at Orsa was built in 1794 by the widow Greta Falk. It grinds no flour today.\n',
  );
  await runFootnote(['index', article, '--index', index, '--workers', '1']);
});
afterAll(() => rm(folder, { recursive: true }));

it('answers an agent over standard input and output, which carry the protocol only', async () => {
  const transport = new StdioClientTransport({
    command: process.execPath,
    args: [FOOTNOTE_BIN, 'mcp', '--index', index],
    env: getDefaultEnvironment(),
    stderr: 'pipe',
  });
  const strays: unknown[] = [];
  const client = new Client({ name: 'test', version: '1' });
  // What is no message of the protocol comes here.
  client.onerror = (error) => strays.push(error);
  await client.connect(transport);
  await client.listTools();
  const answer = await client.callTool({
    name: 'ask',
    arguments: { question: 'Who built the mill at Orsa?' },
  });
  expect(answer.structuredContent).toMatchObject({
    answered: true,
    citations: [{ article: { key: 'mill.txt' }, quote: expect.stringContaining('Greta Falk') }],
  });
  const { pid } = transport;
  await client.close();
  expect(() => process.kill(pid!, 0)).toThrow('ESRCH');
  expect(strays).toEqual([]);
});

it.each(['SIGINT', 'SIGTERM'] as const)('ends at %s', async (signal) => {
  const child = startFootnote(['mcp', '--index', index], { stdin: 'pipe' });
  child.stdin?.write(`${JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'ping' })}\n`);
  await once(child.stdout!, 'data');
  child.kill(signal);
  expect(await once(child, 'exit')).toEqual([0, null]);
});

it('without an index says how to make one, on standard error', async () => {
  const { status, stdout, stderr } = await runFootnote(['mcp', '--index', join(folder, 'none')]);
  expect(status).toBe(1);
  expect(stdout).toBe('');
  expect(stderr).toContain('footnote index');
});
