import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { explainFile } from './explain-file.ts';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'footnote-explain-'));
});

afterAll(() => rm(folder, { recursive: true }));

it('tells what each rule took out of a file', async () => {
  const file = join(folder, 'a.txt');
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

it('a file that is not read is explained by the reason', async () => {
  const file = join(folder, 'a.odt');
  await writeFile(file, '');
  expect((await explainFile(file)).skipped).toHaveLength(1);
});

it('a file that is missing is an error', async () => {
  await expect(explainFile(join(folder, 'none.txt'))).rejects.toMatchObject({ code: 'PATH_NOT_FOUND' });
});
