import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Searcher } from '@footnote/index';
import { sqliteIndex } from '@footnote/index-sqlite';
import {
  createEmbedder,
  type Embedder,
  type EmbeddingModel,
  resolveEmbeddingModel,
} from '@footnote/inference';
import { afterAll, beforeAll } from 'vitest';
import type { IndexReport } from '../index-report.ts';
import { type UpdateIndexOptions, updateIndex } from '../update-index.ts';

/** For tests: a folder of articles and an index of it, on the real model. */
export interface IndexFixture {
  readonly folder: string;
  readonly articles: string;
  readonly index: string;
  write(files: Readonly<Record<string, string>>): void;
  erase(...names: string[]): void;
  update(options?: Partial<UpdateIndexOptions>): Promise<IndexReport>;
  /** Opens a reader of the index, gives `use` a searcher, and closes it. */
  search<T>(use: (searcher: Searcher) => Promise<T>): Promise<T>;
  dispose(): void;
}

/** The real model in one process for all tests of a file, as loading it takes longer than they do. */
interface LoadedModel {
  readonly model: EmbeddingModel;
  readonly embedder: Embedder;
}

let loading: Promise<LoadedModel> | undefined;

export function loadedModel(): Promise<LoadedModel> {
  loading ??= loadModel();
  return loading;
}

async function loadModel(): Promise<LoadedModel> {
  const model = await resolveEmbeddingModel();
  const embedder = await createEmbedder({ model });
  await Promise.all([embedder.embedQuery('ready'), embedder.embedPassage('ready')]);
  return { model, embedder };
}

/** To be called once in a test file that uses the fixture. */
export function useModelInTests(): void {
  beforeAll(() => loadedModel());
  afterAll(async () => (await loading)?.embedder.close());
}

export function indexFixture(): IndexFixture {
  const folder = mkdtempSync(join(tmpdir(), 'footnote-index-'));
  const articles = join(folder, 'articles');
  const index = join(folder, 'index');
  mkdirSync(articles);
  return {
    folder,
    articles,
    index,
    write(files) {
      for (const [name, content] of Object.entries(files)) {
        const path = join(articles, name);
        mkdirSync(dirname(path), { recursive: true });
        writeFileSync(path, content);
      }
    },
    erase: (...names) => {
      for (const name of names) rmSync(join(articles, name), { recursive: true });
    },
    update: async (options = {}) =>
      updateIndex({
        index: sqliteIndex(index),
        paths: [articles],
        ...(await loadedModel()),
        ...options,
      }),
    search: async (use) => {
      const reader = await sqliteIndex(index).openReader();
      try {
        return await reader.withSearcher(use);
      } finally {
        await reader.close();
      }
    },
    dispose: () => rmSync(folder, { recursive: true, force: true }),
  };
}
