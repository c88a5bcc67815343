import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type AccessOptions, startServer } from '@footnote/api';
import { sqliteIndex } from '@footnote/index-sqlite';
import { resolveEmbeddingModel } from '@footnote/inference';
import { updateIndex } from '@footnote/ingestion';
import { pino } from 'pino';

export interface ServedArticles {
  readonly url: string;
  close(): Promise<void>;
}

/** What `footnote serve` serves, over files of these names and texts, in this process. */
export async function serveArticles(
  articles: Readonly<Record<string, string>>,
  access: AccessOptions = {},
): Promise<ServedArticles> {
  const folder = await mkdtemp(join(tmpdir(), 'footnote-served-'));
  for (const [name, text] of Object.entries(articles)) await writeFile(join(folder, name), text);
  const index = join(folder, 'index');
  const model = await resolveEmbeddingModel();
  await updateIndex({ index: sqliteIndex(index), paths: [folder], model, workers: 1 });
  const logger = pino({ enabled: false });
  const server = await startServer({ index, host: '127.0.0.1', port: 0, access, logger });
  await server.ready;
  const close = async () => {
    await server.close();
    await rm(folder, { recursive: true });
  };
  return { url: server.url, close };
}
