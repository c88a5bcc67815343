import { join, relative, sep } from 'node:path';
import type { FoundFiles, SkippedFile } from '@footnote/documents';
import type { ArticleOrigin } from '@footnote/index';

/**
 * What an index has as the root of articles that were given to it rather than found at a path. It is no absolute path,
 * and so no person's, and the index stays whole when its directory is moved.
 */
export const UPLOADS_ROOT = 'uploads';

/** What an index has as the path of an uploaded file. */
export function uploadedPath(name: string): string {
  return `${UPLOADS_ROOT}/${name}`;
}

/** The name that a file was uploaded under. */
export function uploadedName(path: string): string {
  return path.slice(UPLOADS_ROOT.length + 1);
}

export function isUploaded({ root }: ArticleOrigin): boolean {
  return root === UPLOADS_ROOT;
}

/** Files that were found in a folder of uploads, as an index knows them. */
export function asUploaded({ files, skipped }: FoundFiles, folder: string): FoundFiles {
  return {
    // A folder of uploads may well be empty.
    warnings: [],
    files: files.map((file) => ({
      ...file,
      root: UPLOADS_ROOT,
      path: uploadedPath(file.keyPath),
      storedAt: join(folder, file.keyPath),
    })),
    skipped: skipped.map(({ path, reason }): SkippedFile => {
      return { path: uploadedPath(relative(folder, path).replaceAll(sep, '/')), reason };
    }),
  };
}
