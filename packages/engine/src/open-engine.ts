import { type Answerer, createAnswerer } from '@footnote/answering';
import type { IndexEngine, IndexReader } from '@footnote/index';
import { indexAt } from '@footnote/index-location';
import { createEmbedder, type Embedder, resolveEmbeddingModel } from '@footnote/inference';
import { createReader, type PassageReader } from '@footnote/reader';
import { createRetriever } from '@footnote/retrieval';
import type { WriterSettings } from '@footnote/writer';
import { type AnsweringModels, calibratedThreshold } from './calibrated-threshold.ts';
import { checkCitation } from './check-citation.ts';
import { checkListRequest } from './check-list-request.ts';
import type { Engine } from './engine.ts';
import { writing } from './writing.ts';

export interface EngineOptions {
  /** Where the index is: its folder, or the URL of one in a cluster. */
  readonly index: string;
  /** Embedding model: a folder or a hub id; the weights that ship when absent. */
  readonly model?: string | undefined;
  /** For a model folder that does not say how its vectors are pooled. */
  readonly pooling?: string | undefined;
  /** Reader model: a folder, a hub id, or `off` to answer without one; the weights that ship when absent. */
  readonly reader?: string | undefined;
  /** Processes that read for questions, one thread each; one a core by default. */
  readonly readers?: number | undefined;
  /** An answer is given at this confidence or above, 0 to 1; when absent, as fitted to this index or else in general. */
  readonly threshold?: number | undefined;
  /** A language model that rewrites answers; none when absent, and nothing leaves the machine. */
  readonly writer?: WriterSettings | undefined;
  /** Told of each file of a model before it is downloaded. */
  readonly onDownload?: ((file: string) => void) | undefined;
  /** For a server: start empty where there is no index, and pick it up when one appears, rather than refuse. */
  readonly follow?: boolean | undefined;
}

/**
 * Opens all that answers questions. The reader is opened by the first question, or by `warmUp`: who only searches does
 * without it.
 * @throws FootnoteError `WRITER_INVALID`, and as `IndexEngine.openReader` and `resolveEmbeddingModel`; `ask` and `warmUp` as `createReader`
 */
export async function openEngine(options: EngineOptions): Promise<Engine> {
  const { model: setting, pooling, follow, onDownload } = options;
  const written = writing(options.writer);
  const model = await resolveEmbeddingModel({ setting, pooling, onDownload });
  const indexEngine = await indexAt(options.index);
  const index = await indexEngine.openReader({ model: model.identity, follow });
  const embedder = await createEmbedder({ model });
  return {
    ...indexQueries(index),
    ...questions({ indexEngine, index, embedder, options }),
    ...written,
  };
}

/** What is asked of the index alone. */
function indexQueries(index: IndexReader) {
  const articlesByKey: Engine['articlesByKey'] = (keys) =>
    index.withSearcher((searcher) => searcher.articlesByKey(keys));
  return {
    articlesByKey,
    articles: async (request) => {
      checkListRequest(request);
      return index.withSearcher((searcher) => searcher.articles(request));
    },
    facets: (filter) => index.withSearcher((searcher) => searcher.facets(filter)),
    passages: (keys, page) => index.withSearcher((searcher) => searcher.passages(keys, page)),
    passagesAt: (places) => index.withSearcher((searcher) => searcher.passagesAt(places)),
    checkCitations: async (claims) => {
      const articles = await articlesByKey(claims.map(({ articleKey }) => articleKey));
      return claims.map((claim, n) => checkCitation(articles[n]?.text ?? null, claim));
    },
    status: () => index.status(),
    version: () => index.withSearcher((searcher) => searcher.version()),
  } satisfies Partial<Engine>;
}

interface Parts {
  readonly indexEngine: IndexEngine;
  readonly index: IndexReader;
  readonly embedder: Embedder;
  readonly options: EngineOptions;
}

interface Answering {
  readonly answerer: Answerer;
  /** Null answers without one. */
  readonly passageReader: PassageReader | null;
  readonly models: AnsweringModels;
}

/** What the models take part in. */
function questions({ indexEngine, index, embedder, options }: Parts) {
  const retriever = createRetriever({ index, embedder });
  let opening: Promise<Answering> | undefined;
  const answering = (): Promise<Answering> => {
    opening ??= (async () => {
      const passageReader = await openPassageReader(options);
      const models = {
        embeddingModel: embedder.model.sha256,
        readerModel: passageReader?.model.sha256 ?? null,
      };
      const answerer = createAnswerer({ index, retriever, embedder, passageReader });
      return { passageReader, answerer, models };
    })();
    return opening;
  };
  return {
    search: (request, searchOptions) => retriever.search(request, searchOptions),
    similarPassages: (place, similarOptions) => retriever.similar(place, similarOptions),
    ask: async (request, askOptions) => {
      const { answerer, models } = await answering();
      const threshold =
        askOptions?.threshold ?? options.threshold ?? (await calibratedThreshold(index, models));
      return answerer.ask(request, { ...askOptions, threshold });
    },
    keepThreshold: async (threshold) => {
      const { models } = await answering();
      const writer = await indexEngine.openWriter({ wait: true });
      try {
        await writer.apply([{ kind: 'calibrate', calibration: { threshold, ...models } }]);
      } finally {
        await writer.close();
      }
    },
    warmUp: async () => {
      const { passageReader } = await answering();
      await Promise.all([embedder.embedQuery('Ready?'), passageReader?.warmUp()]);
    },
    close: async () => {
      const passageReader = await opening?.then(
        (open) => open.passageReader,
        // Whoever asked was told.
        () => null,
      );
      await Promise.all([embedder.close(), passageReader?.close(), index.close()]);
    },
  } satisfies Partial<Engine>;
}

async function openPassageReader({
  reader,
  readers,
  onDownload,
}: EngineOptions): Promise<PassageReader | null> {
  return reader === 'off' ? null : await createReader({ setting: reader, onDownload, processes: readers });
}
