import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Where a module's compiled form is, if there is one: in a folder named for the sources it was made from, so that it
 * cannot be taken for that of others. It never changes once it is there.
 * @param {URL} entry
 * @param {{ root: string, hash: string }} sources
 */
export function compiledPath(entry, { root, hash }) {
  const name = relative(root, fileURLToPath(entry)).replaceAll(sep, '+');
  return join(cacheFolder(root), hash, name, 'entry.mjs');
}

/** npm ci empties it, and git ignores it. */
export function cacheFolder(root) {
  return join(root, 'node_modules', '.cache', 'footnote');
}
