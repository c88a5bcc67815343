import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { assertDirectory, indexAt, isClusterLocation } from './index.ts';

it('takes a path for a folder, and a weaviate URL for a cluster', async () => {
  const folder = join(tmpdir(), 'footnote-none');
  expect((await indexAt(folder)).location).toBe(folder);
  expect((await indexAt('weaviates://db.example.org/news')).location).toBe(
    'weaviates://db.example.org:8080/news',
  );
  expect(isClusterLocation('./weaviate')).toBe(false);
});

it('refuses a URL that names no index, and tells no key', async () => {
  await expect(indexAt('weaviate://localhost')).rejects.toMatchObject({ code: 'INDEX_PATH_INVALID' });
  const engine = await indexAt('weaviate://localhost/news', { FOOTNOTE_WEAVIATE_KEY: 'secret' });
  expect(JSON.stringify(engine)).not.toContain('secret');
});

it('sends no key to another machine unencrypted', async () => {
  const key = { FOOTNOTE_WEAVIATE_KEY: 'secret' };
  await expect(indexAt('weaviate://localhost,db.example.org/news', key)).rejects.toThrow(
    /would go to db\.example\.org unencrypted/,
  );
  await expect(indexAt('weaviates://db.example.org/news', key)).resolves.toBeDefined();
});

it('says what is for folders only', () => {
  const told = { use: 'Repairing', remedy: 'Index the articles again.' };
  expect(() => assertDirectory('weaviate://localhost/news', told)).toThrow(
    /^Repairing is for an index in a folder/,
  );
  expect(() => assertDirectory('.footnote', told)).not.toThrow();
});
