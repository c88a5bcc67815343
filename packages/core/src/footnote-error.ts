/** Every code of a `FootnoteError`. Closed: the edges (command line, API) translate each of them. */
export type ErrorCode =
  // What is asked.
  | 'BLANK_QUERY'
  | 'BLANK_QUESTION'
  | 'QUERY_TOO_LONG'
  | 'QUESTION_TOO_LONG'
  | 'INVALID_CURSOR'
  | 'INVALID_FIRST'
  // What is read.
  | 'DATASET_INVALID'
  | 'PAGE_TOO_DEEP'
  | 'PATH_NOT_FOUND'
  | 'TEXT_TOO_LONG'
  | 'UNREADABLE_DOCUMENT'
  | 'WATCH_FAILED'
  // What is uploaded.
  | 'INVALID_FILE_NAME'
  | 'NOT_UPLOADED'
  | 'NOT_WRITABLE'
  // The index.
  | 'INDEX_BUSY'
  | 'INDEX_CHANGED'
  | 'INDEX_DAMAGED'
  | 'INDEX_DISK_FULL'
  | 'INDEX_FORMAT_TOO_NEW'
  | 'INDEX_LOCKED'
  | 'INDEX_NOT_FOUND'
  | 'INDEX_NOT_WRITABLE'
  | 'INDEX_OTHER_MODEL'
  | 'INDEX_PATH_INVALID'
  | 'INDEX_UNREACHABLE'
  | 'INDEX_UNREADABLE'
  | 'INDEX_UNSUPPORTED'
  | 'VECTOR_INVALID'
  // The models.
  | 'MODEL_CHECKSUM'
  | 'MODEL_DOWNLOAD_FAILED'
  | 'MODEL_INVALID'
  | 'MODEL_NOT_FOUND'
  | 'POOLING_UNKNOWN'
  // The writer.
  | 'WRITER_INVALID'
  // The child processes.
  | 'PROCESS_CLOSED'
  | 'PROCESS_DIED'
  // The server.
  | 'HOST_NOT_FOUND'
  | 'PORT_NOT_ALLOWED'
  | 'PORT_TAKEN'
  | 'RATE_LIMITED'
  | 'SERVER_BUSY'
  | 'SERVER_NOT_READY'
  | 'SERVER_STOPPED'
  | 'TOKEN_INVALID'
  | 'TOKEN_MISSING';

/**
 * An error that a person can act on. `message` says what happened and what to do about it, and `cause` keeps the error
 * underneath. The edges (command line, API) translate it once.
 */
export class FootnoteError extends Error {
  override readonly name = 'FootnoteError';
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.code = code;
  }
}
