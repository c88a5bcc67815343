import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { FootnoteError } from '@footnote/core';

/** Kept beside weights that were shipped or downloaded: `{"relative path": "SHA-256 in hex"}`. */
export const CHECKSUMS_FILE = 'checksums.json';

/** SHA-256 (hex) by path below a model folder. */
export type CheckedFiles = Readonly<Record<string, string>>;

/** SHA-256 (hex) of a file's bytes. */
export async function sha256OfFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path, { highWaterMark: 1 << 20 }), hash);
  return hash.digest('hex');
}

/**
 * Compares every file that the folder's `checksums.json` names with its SHA-256, and returns these. A folder without that
 * file is somebody's own, and passes.
 * @param variable the environment variable that the remedy names
 * @throws FootnoteError `MODEL_CHECKSUM`
 */
export async function checkModelFiles(directory: string, variable: string): Promise<CheckedFiles> {
  const remedy = remedyFor(variable);
  const listed = await readChecksums(directory, remedy);
  for (const [path, expected] of Object.entries(listed)) {
    const actual = await sha256OfFile(join(directory, path)).catch((cause: unknown) => {
      throw new FootnoteError(
        'MODEL_CHECKSUM',
        `The model file ${join(directory, path)} cannot be read. ${remedy}`,
        { cause },
      );
    });
    if (actual !== expected) {
      throw new FootnoteError(
        'MODEL_CHECKSUM',
        `The model file ${join(directory, path)} is not the one that was published: its SHA-256 is ${actual}, not ${expected}. ${remedy}`,
      );
    }
  }
  return listed;
}

function remedyFor(variable: string): string {
  return `Restore the folder (from a fresh clone, or delete it to have it downloaded again), or name another model with ${variable}.`;
}

async function readChecksums(directory: string, remedy: string): Promise<CheckedFiles> {
  try {
    return JSON.parse(await readFile(join(directory, CHECKSUMS_FILE), 'utf8')) as CheckedFiles;
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return {};
    throw new FootnoteError(
      'MODEL_CHECKSUM',
      `${join(directory, CHECKSUMS_FILE)} cannot be read. ${remedy}`,
      { cause },
    );
  }
}
