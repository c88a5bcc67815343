import { createAnswerer } from '@footnote/answering';
import type { IndexReader } from '@footnote/index';
import { openFollowingReader, openIndexReader } from '@footnote/index-sqlite';
import { createEmbedder, type Embedder, resolveEmbeddingModel } from '@footnote/inference';
import { createReader, type PassageReader } from '@footnote/reader';
import { createRetriever } from '@footnote/retrieval';
import type { Rooms } from './engine.ts';

export interface RoomsOptions {
  readonly indexDirectory: string;
  /** Embedding model: a folder or a hub id; the weights that ship when absent. */
  readonly model?: string | undefined;
  /** For a model folder that does not say how its vectors are pooled. */
  readonly pooling?: string | undefined;
  /** Reader model: a folder, a hub id, or `off` to answer without one; the weights that ship when absent. */
  readonly readerModel?: string | undefined;
  /** Told of each file of a model before it is downloaded. */
  readonly onDownload?: ((file: string) => void) | undefined;
  /** Start empty where there is no index, and pick it up when one appears, rather than refuse. */
  readonly follow?: boolean | undefined;
}

export interface OpenRooms extends Rooms {
  /** Starts the models' processes, which start with their first text, so that no question waits for them. */
  warmUp(): Promise<void>;
  /** Ends the models' processes and lets the index go. */
  close(): Promise<void>;
}

/**
 * Opens all that answers questions, one on top of the other.
 *
 * @throws FootnoteError as `openIndexReader` (`openFollowingReader`), `resolveEmbeddingModel` and `createReader`
 */
export async function openRooms(options: RoomsOptions): Promise<OpenRooms> {
  const { indexDirectory, model, pooling, readerModel, follow, onDownload } = options;
  const embeddingModel = await resolveEmbeddingModel({ setting: model, pooling, onDownload });
  const open = follow ? openFollowingReader : openIndexReader;
  const reader = open(indexDirectory, { model: embeddingModel.identity });
  try {
    const passageReader =
      readerModel === 'off' ? null : await createReader({ setting: readerModel, onDownload });
    const embedder = await createEmbedder({ model: embeddingModel });
    return { ...compose(reader, { embedder, passageReader }), warmUp, close };

    async function warmUp(): Promise<void> {
      const passage = { id: 0, articleKey: '', ordinal: 0, start: 0, end: 6, text: 'Ready.' };
      await Promise.all([embedder.embedQuery('Ready?'), passageReader?.read('Ready?', passage)]);
    }

    async function close(): Promise<void> {
      await Promise.all([embedder.close(), passageReader?.close()]);
      reader.close();
    }
  } catch (error) {
    reader.close();
    throw error;
  }
}

function compose(
  index: IndexReader,
  models: { embedder: Embedder; passageReader: PassageReader | null },
): Rooms {
  const retriever = createRetriever({ reader: index, embedder: models.embedder });
  return { reader: index, retriever, answerer: createAnswerer({ index, retriever, ...models }) };
}
