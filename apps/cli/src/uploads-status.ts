import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** The files that were added to an index, as it keeps them. */
export interface UploadsStatus {
  readonly folder: string;
  readonly files: number;
  readonly bytes: number;
}

/** Null where an index is in no folder. */
export function uploadsStatus(folder: string | undefined): UploadsStatus | null {
  if (folder === undefined) return null;
  const entries = existsSync(folder) ? readdirSync(folder, { recursive: true, withFileTypes: true }) : [];
  const sizes = entries
    // What is hidden is on its way in.
    .filter((entry) => entry.isFile() && !entry.parentPath.includes(join(folder, '.')))
    .map((entry) => statSync(join(entry.parentPath, entry.name)).size);
  return { folder, files: sizes.length, bytes: sizes.reduce((sum, size) => sum + size, 0) };
}
