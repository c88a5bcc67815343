import { availableParallelism } from 'node:os';
import { type RepairReport, repairIndex as repairSqliteIndex } from '@footnote/index-sqlite';
import {
  createEmbedder,
  createTokenCounter,
  type EmbeddingModel,
  resolveEmbeddingModel,
} from '@footnote/inference';
import { createChunker } from './chunker.ts';

export interface RepairOptions {
  /** The model that made the index; asked for only when vectors were lost. By default the one that ships. */
  readonly model?: EmbeddingModel | undefined;
  /** Processes that embed, one thread each; one a core by default. */
  readonly workers?: number | undefined;
  readonly wait?: boolean | undefined;
}

/**
 * Mends an index directory from what is left of it, and embeds again what lost its vectors.
 * @throws FootnoteError as the index engine's `repairIndex`, and as `createEmbedder`
 */
export async function repairIndex(directory: string, options: RepairOptions = {}): Promise<RepairReport> {
  const embedding = lazyEmbedding(options);
  try {
    return await repairSqliteIndex(directory, { embedding, wait: options.wait });
  } finally {
    await embedding.close();
  }
}

/** Loads the model with the first passage. */
function lazyEmbedding({ model, workers = availableParallelism() }: RepairOptions) {
  let resolving: Promise<EmbeddingModel> | undefined;
  let opening: ReturnType<typeof open> | undefined;
  const resolved = () => {
    resolving ??= model ? Promise.resolve(model) : resolveEmbeddingModel();
    return resolving;
  };
  const open = async () => {
    const { folder } = await resolved();
    const countTokens = await createTokenCounter(folder);
    const { embeddedText } = createChunker({ countTokens, maxTokens: folder.maxTokens });
    return { embeddedText, embedder: await createEmbedder({ model: await resolved(), workers }) };
  };
  return {
    model: async () => (await resolved()).identity,
    embed: async (title: string | null, passages: readonly string[]) => {
      opening ??= open();
      const { embeddedText, embedder } = await opening;
      return Promise.all(passages.map((passage) => embedder.embedPassage(embeddedText(title, passage))));
    },
    close: async () => {
      if (opening) await (await opening).embedder.close();
    },
  };
}
