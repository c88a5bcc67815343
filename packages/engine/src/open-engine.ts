import { createAnswerer } from '@footnote/answering';
import type { IndexReader } from '@footnote/index';
import { sqliteIndex } from '@footnote/index-sqlite';
import { createEmbedder, type Embedder, resolveEmbeddingModel } from '@footnote/inference';
import { createReader, type PassageReader } from '@footnote/reader';
import { createRetriever } from '@footnote/retrieval';
import { checkCitation } from './check-citation.ts';
import type { Engine } from './engine.ts';

export interface EngineOptions {
  /** The index directory. */
  readonly index: string;
  /** Embedding model: a folder or a hub id; the weights that ship when absent. */
  readonly model?: string | undefined;
  /** For a model folder that does not say how its vectors are pooled. */
  readonly pooling?: string | undefined;
  /** Reader model: a folder, a hub id, or `off` to answer without one; the weights that ship when absent. */
  readonly reader?: string | undefined;
  /** Processes that read for questions, one thread each; one a core by default. */
  readonly readers?: number | undefined;
  /** Told of each file of a model before it is downloaded. */
  readonly onDownload?: ((file: string) => void) | undefined;
  /** Start empty where there is no index, and pick it up when one appears, rather than refuse. */
  readonly follow?: boolean | undefined;
}

interface Parts {
  readonly index: IndexReader;
  readonly embedder: Embedder;
  /** Null answers without a reader. */
  readonly passageReader: PassageReader | null;
}

/**
 * Opens all that answers questions.
 * @throws FootnoteError as `IndexEngine.openReader`, `resolveEmbeddingModel` and `createReader`
 */
export async function openEngine(options: EngineOptions): Promise<Engine> {
  const { model: setting, pooling, follow, onDownload } = options;
  const model = await resolveEmbeddingModel({ setting, pooling, onDownload });
  const index = await sqliteIndex(options.index).openReader({ model: model.identity, follow });
  try {
    const passageReader = await openPassageReader(options);
    return compose({ index, embedder: await createEmbedder({ model }), passageReader });
  } catch (error) {
    await index.close();
    throw error;
  }
}

async function openPassageReader({
  reader,
  readers,
  onDownload,
}: EngineOptions): Promise<PassageReader | null> {
  return reader === 'off' ? null : await createReader({ setting: reader, onDownload, processes: readers });
}

function compose({ index, embedder, passageReader }: Parts): Engine {
  const retriever = createRetriever({ index, embedder });
  const answerer = createAnswerer({ index, retriever, embedder, passageReader });
  const articlesByKey: Engine['articlesByKey'] = (keys) =>
    index.withSearcher((searcher) => searcher.articlesByKey(keys));
  const article: Engine['article'] = async (key) => (await articlesByKey([key]))[0] ?? null;
  return {
    search: (request, searchOptions) => retriever.search(request, searchOptions),
    ask: (request, askOptions) => answerer.ask(request, askOptions),
    article,
    articlesByKey,
    articles: (page) => index.withSearcher((searcher) => searcher.articles(page)),
    passages: (key, page) => index.withSearcher((searcher) => searcher.passages(key, page)),
    passage: (place) =>
      index.withSearcher(async (searcher) => (await searcher.passagesAt([place]))[0] ?? null),
    checkCitation: async ({ articleKey, ...claim }) =>
      checkCitation((await article(articleKey))?.text ?? null, claim),
    status: () => index.status(),
    warmUp: async () => {
      await Promise.all([embedder.embedQuery('Ready?'), passageReader?.warmUp()]);
    },
    close: async () => {
      await Promise.all([embedder.close(), passageReader?.close(), index.close()]);
    },
  };
}
