import { resolve } from 'node:path';
import { isClusterLocation } from '@footnote/index-location';
import { readIndexRoots } from '@footnote/index-sqlite';
import { runFootnote } from './run-footnote.ts';

/** The articles that ship. */
export const CORPUS = resolve(import.meta.dirname, '../../corpus');

/**
 * Brings the index in line with the paths given, and takes the sample articles out of it; without paths, with the
 * sample articles, but only while the index holds nothing else. An index in a cluster never gets the sample articles: it
 * is an archive that others share.
 */
export async function indexArticles(
  index: string,
  paths: readonly string[],
  flags: readonly string[],
): Promise<void> {
  if (isClusterLocation(index)) {
    if (paths.length > 0) await runFootnote(['index', ...paths, ...flags]);
    return;
  }
  const roots = readIndexRoots(index);
  const sample = roots.filter((root) => root.path === CORPUS);
  if (paths.length > 0) {
    await runFootnote(['index', ...paths, ...flags]);
    const keys = isWanted(paths) ? [] : sample.flatMap((root) => root.keys);
    if (keys.length > 0) await runFootnote(['remove', ...keys, '--index', index]);
  } else if (roots.length === sample.length) {
    await runFootnote(['index', CORPUS, ...flags]);
  } else {
    process.stderr.write(`The index at ${index} holds your articles: the sample ones stay out of it.\n`);
  }
}

function isWanted(paths: readonly string[]): boolean {
  return paths.some((one) => resolve(one) === CORPUS);
}
