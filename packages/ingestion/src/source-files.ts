import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { READING_VERSION, type SourceFile } from '@footnote/documents';
import type { SourceFileRecord } from '@footnote/index';
import { CHUNKING_VERSION } from './chunker.ts';

/**
 * The record that a file gets once its articles are in the index: its hash, and the versions of the rules that it is
 * read and cut by. Null when it cannot be read: reading it as an article then says why.
 */
export async function describeFile({
  root,
  path,
  storedAt = path,
}: SourceFile): Promise<SourceFileRecord | null> {
  let bytes: Buffer;
  try {
    bytes = await readFile(storedAt);
  } catch {
    return null;
  }
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { root, path, sha256, readingVersion: READING_VERSION, chunkingVersion: CHUNKING_VERSION };
}
