import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { explainFile } from './explain-file.ts';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'footnote-explain-'));
});

afterAll(() => rm(folder, { recursive: true }));

test('tells what each rule took out of a file', async () => {
  const file = path.join(folder, 'a.txt');
  await writeFile(
    file,
    'Ferry runs another year\n\nThe council voted on Tuesday to keep it running for a year.\n\nShow More\n',
  );
  const { articles, removals } = await explainFile(file);
  expect(articles[0]?.title).toBe('Ferry runs another year');
  expect(removals).toEqual([
    { rule: 'more-link', text: 'Show More' },
    { rule: 'headline', text: 'Ferry runs another year' },
  ]);
});

test('a file that is not read is explained by the reason', async () => {
  const file = path.join(folder, 'a.odt');
  await writeFile(file, '');
  expect((await explainFile(file)).skipped).toHaveLength(1);
});

test('a file that is missing is an error', async () => {
  await expect(explainFile(path.join(folder, 'none.txt'))).rejects.toMatchObject({ code: 'PATH_NOT_FOUND' });
});
