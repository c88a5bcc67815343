import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ArticleFilter, AskResult, Engine } from '@footnote/engine';
import { openEngine } from '@footnote/engine';
import { sqliteIndex } from '@footnote/index-sqlite';
import { resolveEmbeddingModel } from '@footnote/inference';
import { updateIndex } from '@footnote/ingestion';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/** A question on a few small articles, and what is right. */
interface Asked {
  /** The file of the articles. */
  readonly articles: string;
  readonly question: string;
  /** Questions asked before, in order. */
  readonly before?: readonly string[];
  readonly filter?: ArticleFilter;
  /** The quote that comes first; none where the question must be refused. */
  readonly first?: string;
  /** What must be quoted as well. */
  readonly also?: string;
  readonly unanswered?: readonly string[];
  /** Of the refusal, where it matters. */
  readonly reason?: string;
}

const FOLDER = join(import.meta.dirname, 'asking');
const lines = (await readFile(join(FOLDER, 'questions.jsonl'), 'utf8')).trimEnd().split('\n');
const asked: readonly Asked[] = lines.map((line) => JSON.parse(line));

describe.each([...new Set(asked.map(({ articles }) => articles))])('of the articles on %s', (articles) => {
  let directory: string;
  let engine: Engine;

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'footnote-asking-'));
    const model = await resolveEmbeddingModel();
    await updateIndex({
      index: sqliteIndex(directory),
      paths: [join(FOLDER, `${articles}.jsonl`)],
      model,
      workers: 1,
    });
    engine = await openEngine({ index: directory, readers: 1 });
  }, 60_000);

  afterAll(async () => {
    await engine.close();
    await rm(directory, { recursive: true });
  });

  it.each(asked.filter((one) => one.articles === articles))('$question', async (one) => {
    const history = one.before?.map((question) => ({ question }));
    const result = await engine.ask({ question: one.question, history, filter: one.filter });
    expect(quotesOf(result)[0] ?? null).toBe(one.first ?? null);
    if (one.also !== undefined) expect(quotesOf(result)).toContain(one.also);
    if (one.unanswered !== undefined) expect(result).toMatchObject({ unanswered: one.unanswered });
    if (one.reason !== undefined) expect(result).toMatchObject({ reason: one.reason });
  });
});

function quotesOf(result: AskResult): string[] {
  return result.kind === 'Answer' ? result.citations.map(({ quote }) => quote) : [];
}
