import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { READING_VERSION, type SourceFile } from '@footnote/documents';
import type { Database, SourceFileRecord } from '@footnote/index-sqlite';
import { hasRightChecksum } from '@footnote/index-sqlite';
import { CUTTING_VERSION } from './passage-cutter.ts';

/** Which files changed since their articles were indexed, by their content alone. */
export interface SourceFileCheck {
  /** The record that the file gets once its articles are in the index; null when it cannot be read. */
  describe(file: SourceFile): Promise<SourceFileRecord | null>;
  /** Whether everything the file says is in the index, read and cut by the rules of now. */
  isIndexed(record: SourceFileRecord): boolean;
}

export function sourceFileCheck(database: Database): SourceFileCheck {
  const find = database.prepare('SELECT * FROM source_file WHERE root = ? AND path = ?');
  return {
    async describe({ root, path }) {
      const sha256 = await hashFile(path);
      if (sha256 === null) return null;
      return { root, path, sha256, readingVersion: READING_VERSION, cuttingVersion: CUTTING_VERSION };
    },
    isIndexed(record) {
      const row = find.get(record.root, record.path) as SourceFileRow | undefined;
      return (
        row !== undefined &&
        hasRightChecksum(row) &&
        row.sha256 === record.sha256 &&
        row.reading_version === record.readingVersion &&
        row.cutting_version === record.cuttingVersion
      );
    },
  };
}

interface SourceFileRow {
  readonly root: string;
  readonly path: string;
  readonly sha256: string;
  readonly reading_version: number;
  readonly cutting_version: number;
  readonly checksum: Uint8Array;
}

/** Null when the file cannot be read: reading it as an article then says why. */
async function hashFile(path: string): Promise<string | null> {
  try {
    return createHash('sha256')
      .update(await readFile(path))
      .digest('hex');
  } catch {
    return null;
  }
}
