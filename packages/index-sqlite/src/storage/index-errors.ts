import { type ErrorCode, FootnoteError } from '@footnote/core';

export function indexDamaged(directory: string, what: string, cause?: unknown): FootnoteError {
  return new FootnoteError(
    'INDEX_DAMAGED',
    `The index in ${directory} is damaged: ${what}. Run "footnote verify --repair --index ${directory}", or delete what is in the folder but for "uploads", the files that were added to the index, and index the articles again.`,
    { cause },
  );
}

export function indexNotFound(directory: string): FootnoteError {
  return new FootnoteError(
    'INDEX_NOT_FOUND',
    `There is no index in ${directory}. Make one with "footnote index PATH --index ${directory}".`,
  );
}

/** What `read` gives, or `otherwise` where there is no index. */
export function ifIndexFound<Result>(read: () => Result, otherwise: Result): Result {
  try {
    return read();
  } catch (error) {
    if (error instanceof FootnoteError && error.code === 'INDEX_NOT_FOUND') return otherwise;
    throw error;
  }
}

/**
 * Runs what touches an index's files; errors of SQLite and the file system become ones that a person can act on,
 * any other is thrown as it is.
 * @throws FootnoteError `INDEX_DAMAGED`, `INDEX_DISK_FULL`, `INDEX_NOT_WRITABLE`, `INDEX_PATH_INVALID`,
 * `INDEX_UNREADABLE`
 */
export function withIndexErrors<Result>(directory: string, run: () => Result): Result {
  try {
    return run();
  } catch (error) {
    throw translateIndexError(directory, error);
  }
}

/** What `withIndexErrors` throws in place of `error`. */
export function translateIndexError(directory: string, error: unknown): unknown {
  const code = (error as { code?: unknown }).code;
  if (error instanceof FootnoteError || typeof code !== 'string') return error;
  const rule = RULES.find(([pattern]) => pattern.test(code));
  if (!rule) return error;
  if (rule[1] === 'INDEX_DAMAGED') return indexDamaged(directory, (error as Error).message, error);
  const message = `${rule[2](directory)} (${(error as Error).message})`;
  return new FootnoteError(rule[1], message, { cause: error });
}

const RULES: readonly (readonly [RegExp, ErrorCode, (directory: string) => string])[] = [
  [
    /^(SQLITE_FULL|ENOSPC|EDQUOT|EFBIG|SQLITE_IOERR_WRITE)/,
    'INDEX_DISK_FULL',
    (directory) =>
      `There is no room to write the index in ${directory}. Free some space, or raise the limit on file sizes, and run the same command again: what was indexed so far is kept.`,
  ],
  [/^(SQLITE_CORRUPT|SQLITE_NOTADB)/, 'INDEX_DAMAGED', () => ''],
  [
    /^(SQLITE_READONLY|EROFS|EACCES|EPERM|SQLITE_PERM)/,
    'INDEX_NOT_WRITABLE',
    (directory) =>
      `The index folder ${directory} cannot be written. Make it writable, or name another with --index.`,
  ],
  [
    /^(ENOTDIR|EEXIST)/,
    'INDEX_PATH_INVALID',
    (directory) => `${directory} is not a folder, and an index is one. Name a folder with --index.`,
  ],
  [
    /^(SQLITE_CANTOPEN|SQLITE_IOERR|EIO)/,
    'INDEX_UNREADABLE',
    (directory) =>
      `The files of the index in ${directory} cannot be read or written. Check the folder's permissions and the disk.`,
  ],
  [
    /^SQLITE_BUSY/,
    'INDEX_LOCKED',
    (directory) => `Another process is changing the index in ${directory}. Try again when it is done.`,
  ],
];
