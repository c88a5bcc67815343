import { ProcessPool, WorkerProcess, type WorkerProcessOptions } from '@footnote/processes';
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
 * @throws FootnoteError as `resolveEmbeddingModel`; embedding throws those of `WorkerProcess`, `MODEL_CHECKSUM`,
 * `MODEL_INVALID`, `TEXT_TOO_LONG`
 */
export async function createEmbedder(options: EmbedderOptions = {}): Promise<Embedder> {
  const model = options.model ?? (await resolveEmbeddingModel(options));
  const queries = new WorkerProcess<EmbeddingRequest, Float32Array>(embeddingProcess(model, 0));
  const passages = new ProcessPool<EmbeddingRequest, Float32Array>({
    ...embeddingProcess(model, PASSAGE_NICENESS),
    size: options.workers ?? 1,
  });
  return {
    model: model.identity,
    embedQuery: (text, { signal } = {}) =>
      queries.request({ text: model.identity.queryPrefix + text, tooLong: 'cut' }, { signal }),
    embedPassage: (text) => passages.request({ text, tooLong: 'error' }),
    close: async () => {
      await Promise.all([queries.close(), passages.close()]);
    },
  };
}

// No limits: people may name a model of any size and speed.
function embeddingProcess(model: EmbeddingModel, niceness: number): WorkerProcessOptions<EmbeddingRequest> {
  return {
    entry: new URL('./embedding-process.ts', import.meta.url),
    start: { model, niceness } satisfies EmbeddingProcessStart,
    name: 'embedding process',
  };
}
