import type { EmbeddingModelIdentity } from '@footnote/inference';
import type { IndexReader } from './index-reader.ts';
import type { IndexWriter } from './index-writer.ts';
import type { Share } from './share.ts';
import type { Verification } from './verification.ts';

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
  /**
   * Write this share of the articles only, while other machines write the others. An engine with a single writer
   * refuses it.
   */
  readonly share?: Share | undefined;
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
   * `INDEX_DAMAGED`, `INDEX_FORMAT_TOO_NEW`, `INDEX_OTHER_MODEL`, `INDEX_UNREACHABLE`; the reader's methods throw the last
   * five too
   */
  openReader(options?: OpenReaderOptions): Promise<IndexReader>;
  /**
   * Makes the index when a model is given and there is none.
   * @throws FootnoteError `INDEX_NOT_FOUND` (without a model), `INDEX_LOCKED`, `INDEX_OTHER_MODEL`, `INDEX_DAMAGED`,
   * `INDEX_FORMAT_TOO_NEW`, `INDEX_NOT_WRITABLE`, `INDEX_DISK_FULL`, `INDEX_PATH_INVALID`, `INDEX_UNREACHABLE`,
   * `INDEX_UNSUPPORTED` (a share, where there is one writer); the writer's methods too
   */
  openWriter(options?: OpenWriterOptions): Promise<IndexWriter>;
  /**
   * Checks what the index holds against its checksums and against itself. Writes nothing; readers and writers may go on.
   * @throws FootnoteError `INDEX_NOT_FOUND`, `INDEX_PATH_INVALID`, `INDEX_LOCKED`, `INDEX_UNREACHABLE`
   */
  verify(): Promise<Verification>;
}
