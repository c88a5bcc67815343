import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sqliteIndex } from '@footnote/index-sqlite';
import { resolveEmbeddingModel } from '@footnote/inference';
import { updateIndex } from '@footnote/ingestion';
import { pino } from 'pino';
import type { AccessOptions } from '../access/access-options.ts';
import { type ServerOptions, startServer } from '../start-server.ts';

export interface ServedArticles {
  readonly url: string;
  readonly port: number;
  /** The directory of the index. */
  readonly index: string;
  /** Lines that the server logged, as JSON. */
  readonly log: readonly Record<string, unknown>[];
  post(body: unknown, headers?: Record<string, string>): Promise<Response>;
  /** Runs one operation and gives its result. */
  query<Data>(query: string, variables?: Record<string, unknown>): Promise<GraphqlResult<Data>>;
  close(): Promise<void>;
}

interface GraphqlResult<Data> {
  readonly data: Data;
  readonly errors?: readonly { readonly message: string; readonly extensions: { readonly code: string } }[];
}

/** A running server on a real index of the articles, on any free port. Without articles there is no index. */
export async function serveArticles(
  articles: Readonly<Record<string, string>>,
  {
    writable,
    writer,
    traceQuestions,
    ...access
  }: AccessOptions & Pick<ServerOptions, 'writable' | 'writer' | 'traceQuestions'> = {},
): Promise<ServedArticles> {
  const folder = await mkdtemp(join(tmpdir(), 'footnote-api-'));
  const index = join(folder, 'index');
  if (Object.keys(articles).length > 0) await indexArticles(articles, { folder, index });
  const log: Record<string, unknown>[] = [];
  const logger = pino({ level: 'debug' }, { write: (line: string) => log.push(JSON.parse(line)) });
  const server = await startServer({
    index,
    host: '127.0.0.1',
    port: 0,
    access,
    logger,
    writable,
    writer,
    traceQuestions,
  });
  await server.ready;
  const post: ServedArticles['post'] = (body, headers = {}) =>
    fetch(server.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
  return {
    url: server.url,
    port: Number(new URL(server.url).port),
    index,
    log,
    post,
    query: async (query, variables) => (await post({ query, variables })).json() as never,
    close: async () => {
      await server.close();
      await rm(folder, { recursive: true });
    },
  };
}

export async function indexArticles(
  articles: Readonly<Record<string, string>>,
  { folder, index }: { folder: string; index: string },
): Promise<void> {
  const paths = Object.keys(articles).map((name) => join(folder, name));
  await Promise.all(Object.entries(articles).map(([name, text]) => writeFile(join(folder, name), text)));
  await updateIndex({ index: sqliteIndex(index), paths, model: await resolveEmbeddingModel(), workers: 1 });
}
