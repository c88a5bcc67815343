import type { EmbeddingModelIdentity } from '@footnote/inference';
import type { IndexReader } from './index-reader.ts';
import type { IndexWriter } from './index-writer.ts';

export interface OpenReaderOptions {
  /** The model that questions are embedded with: an index of another is refused. */
  readonly model?: EmbeddingModelIdentity | undefined;
  /** Be empty as long as there is no index, and read it when it appears, rather than refuse. */
  readonly follow?: boolean | undefined;
}

export interface OpenWriterOptions {
  /** The model that passages are embedded with; that of the index where none is given. */
  readonly model?: EmbeddingModelIdentity | undefined;
  /** Wait for another writer to finish instead of failing. */
  readonly wait?: boolean | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** One index, wherever it is kept: what reads and writes it is opened here. */
export interface IndexEngine {
  /** Where it is, as a person would name it. */
  readonly location: string;
  /**
   * The folder of the files that were given to the index itself; it need not be there. Undefined where an index is in
   * no folder: then none can be given.
   */
  readonly uploadsFolder?: string | undefined;
  /**
   * @throws FootnoteError `INDEX_NOT_FOUND` (not when it follows), `INDEX_PATH_INVALID`, `INDEX_UNREADABLE`,
   * `INDEX_DAMAGED`, `INDEX_FORMAT_TOO_NEW`, `INDEX_OTHER_MODEL`; the reader's methods throw the last four too
   */
  openReader(options?: OpenReaderOptions): Promise<IndexReader>;
  /**
   * Makes the index when a model is given and there is none.
   * @throws FootnoteError `INDEX_NOT_FOUND` (without a model), `INDEX_LOCKED`, `INDEX_OTHER_MODEL`, `INDEX_DAMAGED`,
   * `INDEX_FORMAT_TOO_NEW`, `INDEX_NOT_WRITABLE`, `INDEX_DISK_FULL`, `INDEX_PATH_INVALID`; the writer's methods too
   */
  openWriter(options?: OpenWriterOptions): Promise<IndexWriter>;
}
