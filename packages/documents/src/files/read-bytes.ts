import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { unreadable } from '../document.ts';
import type { SourceFile } from './source-file.ts';

/** Files up to this size are read. */
export const MAX_FILE_BYTES = 10 * 1024 * 1024;

/** JSONL holds many articles in one file. */
export const MAX_JSONL_BYTES = 10 * MAX_FILE_BYTES;

/**
 * A file's bytes.
 *
 * @throws FootnoteError `UNREADABLE_DOCUMENT` when it is no regular file, too large, or may not be read
 */
export async function readBytes(
  file: Pick<SourceFile, 'path' | 'keyPath' | 'storedAt'>,
): Promise<Uint8Array> {
  // Opened without waiting, for what was a file when it was found may be a pipe by now.
  const handle = await open(file.storedAt ?? file.path, constants.O_RDONLY | constants.O_NONBLOCK).catch(
    (error) => {
      throw unreadable(openingReason(error), error);
    },
  );
  try {
    const stats = await handle.stat();
    if (!stats.isFile()) throw unreadable('Not a regular file.');
    const most = /\.jsonl$/i.test(file.keyPath) ? MAX_JSONL_BYTES : MAX_FILE_BYTES;
    if (stats.size > most) throw unreadable(`The file is larger than ${most / 1024 / 1024} MB. Split it.`);
    return await handle.readFile();
  } finally {
    await handle.close();
  }
}

function openingReason(error: NodeJS.ErrnoException): string {
  if (error.code === 'EACCES' || error.code === 'EPERM') {
    return 'You may not read the file. Change its permissions.';
  }
  if (error.code === 'ENOENT') return 'The file is gone.';
  return `The file cannot be opened: ${error.message}.`;
}
