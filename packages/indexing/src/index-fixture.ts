import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { resolveEmbeddingModel } from '@footnote/inference';
import type { IndexReport } from './index-report.ts';
import { type UpdateIndexOptions, updateIndex } from './update-index.ts';

/** For tests: a folder of articles and an index of it, on the real model. */
export interface IndexFixture {
  readonly folder: string;
  readonly articles: string;
  readonly index: string;
  write(files: Readonly<Record<string, string>>): void;
  erase(...names: string[]): void;
  update(options?: Partial<UpdateIndexOptions>): Promise<IndexReport>;
  dispose(): void;
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
        directory: index,
        paths: [articles],
        model: await resolveEmbeddingModel(),
        workers: 1,
        ...options,
      }),
    dispose: () => rmSync(folder, { recursive: true, force: true }),
  };
}
