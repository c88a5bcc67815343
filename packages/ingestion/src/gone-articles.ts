import { existsSync, realpathSync } from 'node:fs';
import { resolve, sep } from 'node:path';
import type { FoundFiles } from '@footnote/documents';
import type { ArticleOrigin } from '@footnote/index';

/**
 * A test for the articles that an earlier run took from the given paths and whose file is gone: it was not found
 * under its path this time, or it is no longer there at all. What could not be reached now is not gone.
 */
export function gonePredicate(
  paths: readonly string[],
  found: FoundFiles,
): (article: ArticleOrigin) => boolean {
  const roots = new Set(paths.map((path) => resolve(path)));
  const folders = paths.map((path) => realpathSync(path));
  const here = new Set(found.files.map((file) => file.path));
  const unreachable = found.skipped.map((skip) => skip.path);
  return ({ root, path }) => {
    if (here.has(path) || unreachable.some((place) => isWithin(path, place))) return false;
    return roots.has(root) || (folders.some((folder) => isWithin(path, folder)) && !existsSync(path));
  };
}

function isWithin(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}
