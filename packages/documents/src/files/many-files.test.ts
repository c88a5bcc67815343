import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createFileReader } from './file-reader.ts';
import { findFiles } from './find-files.ts';

const FILES = 10_000;
const BROKEN = [17, 4_001, 9_999];

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'footnote-many-'));
  for (let start = 0; start < FILES; start += 500) {
    const directory = join(folder, String(start));
    await mkdir(directory);
    const numbers = Array.from({ length: 500 }, (_, at) => start + at);
    await Promise.all(
      numbers.map((number) =>
        writeFile(
          join(directory, `${number}.txt`),
          BROKEN.includes(number) ? '' : `Report ${number} is here.`,
        ),
      ),
    );
  }
});

afterAll(() => rm(folder, { recursive: true }));

it('of ten thousand files all but the three broken ones are read', async () => {
  const { files } = await findFiles([folder]);
  expect(files).toHaveLength(FILES);
  const reader = createFileReader();
  const skipped: string[] = [];
  let articles = 0;
  for (const file of files) {
    const reading = await reader.read(file);
    articles += reading.articles.length;
    skipped.push(...reading.skipped.map((skip) => basename(skip.path)));
  }
  await reader.close();
  expect(articles).toBe(FILES - BROKEN.length);
  expect(skipped.sort()).toEqual(BROKEN.map((number) => `${number}.txt`).sort());
});
