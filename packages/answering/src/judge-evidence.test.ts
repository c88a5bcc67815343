import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { IndexReader } from '@footnote/index';
import { sqliteIndex } from '@footnote/index-sqlite';
import { createEmbedder, type Embedder, resolveEmbeddingModel } from '@footnote/inference';
import { updateIndex } from '@footnote/ingestion';
import { createReader, type PassageReader } from '@footnote/reader';
import { createRetriever, type Retriever } from '@footnote/retrieval';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import answerModels from './answer-models.json' with { type: 'json' };
import { findEvidence } from './evidence.ts';
import { createReadingJudge } from './judge-evidence.ts';

const CORPUS = resolve(import.meta.dirname, '../../../corpus');
const model = answerModels.withReader;

let folder: string;
let index: IndexReader;
let embedder: Embedder;
let reader: PassageReader;
let retriever: Retriever;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'footnote-judge-'));
  const embeddingModel = await resolveEmbeddingModel();
  await updateIndex({ index: sqliteIndex(folder), paths: [CORPUS], model: embeddingModel });
  embedder = await createEmbedder({ model: embeddingModel });
  index = await sqliteIndex(folder).openReader({ model: embeddingModel.identity });
  reader = await createReader();
  retriever = createRetriever({ index, embedder });
});

afterAll(async () => {
  await index.close();
  await Promise.all([embedder.close(), reader.close()]);
  await rm(folder, { recursive: true });
});

describe('createReadingJudge', () => {
  it.each([
    'How much was trade between Russia and China worth in 2023?',
    'When did Putin and Xi first meet?',
  ])('reads only passages that could win, and finds what reading all of them finds: %s', async (question) => {
    const evidence = await findEvidence({ index, retriever }, { question, today: '2024-06-01' });
    let reads = 0;
    const counting: PassageReader = {
      ...reader,
      read: (...request) => {
        reads += 1;
        return reader.read(...request);
      },
    };
    const judged = await createReadingJudge({ reader: counting, model }).judge(evidence);
    expect(reads).toBeLessThan(evidence.hits.length);

    const leastRead = evidence.hits.length;
    const all = await createReadingJudge({ reader, model, leastRead }).judge(evidence);
    expect(judged[0]?.text).toBe(all[0]?.text);
    expect(judged[0]?.confidence).toBe(all[0]?.confidence);
  });
});
