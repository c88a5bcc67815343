import { ModelProcess, ProcessPool } from '@footnote/processes';
import type { Embedder } from './embedder.ts';
import { type EmbeddingModel, type EmbeddingModelOptions, resolveEmbeddingModel } from './embedding-model.ts';
import type { EmbeddingProcessStart, EmbeddingRequest } from './embedding-process.ts';

export interface EmbedderOptions extends EmbeddingModelOptions {
  /** A model resolved before; the other model options are then not looked at. */
  readonly model?: EmbeddingModel | undefined;
  /** Processes that embed passages, one thread each; 1 by default. */
  readonly workers?: number | undefined;
}

// Lower than anything that answers a question: an index run beside a server uses what the server leaves.
const PASSAGE_NICENESS = 5;

/**
 * An embedder whose processes start with their first text. Questions have a process of their own, so that they
 * never wait behind an index run.
 * @throws FootnoteError as `resolveEmbeddingModel`; embedding throws those of `ModelProcess`, `MODEL_CHECKSUM`,
 * `MODEL_INVALID`, `TEXT_TOO_LONG`
 */
export async function createEmbedder(options: EmbedderOptions = {}): Promise<Embedder> {
  const model = options.model ?? (await resolveEmbeddingModel(options));
  const queries = embeddingProcess(model, 0);
  const passages = new ProcessPool(options.workers ?? 1, () => embeddingProcess(model, PASSAGE_NICENESS));
  return {
    model: model.identity,
    embedQuery: (text, { signal } = {}) =>
      queries.request<Float32Array>(
        { text: model.identity.queryPrefix + text, tooLong: 'cut' } satisfies EmbeddingRequest,
        { signal },
      ),
    embedPassage: (text) =>
      passages.request<Float32Array>({ text, tooLong: 'error' } satisfies EmbeddingRequest),
    close: async () => {
      await Promise.all([queries.close(), passages.close()]);
    },
  };
}

function embeddingProcess(model: EmbeddingModel, niceness: number): ModelProcess {
  return new ModelProcess({
    entry: new URL('./embedding-process.ts', import.meta.url),
    start: { model, niceness } satisfies EmbeddingProcessStart,
    name: 'embedding process',
  });
}
