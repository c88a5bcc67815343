// JavaScript, since it runs before any TypeScript can.
import { existsSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { compiledPath } from './compiled-path.js';
import { sourceHash } from './source-hash.js';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

/**
 * Imports a TypeScript module of this repository in its compiled form, which is made when there is none for the
 * sources as they are now. Where that cannot be kept, the module runs from source, and standard error says so.
 * @param {URL} entry
 * @param {string} [root] the repository
 */
export async function importSource(entry, root = ROOT) {
  const compiled = await findOrCompile(entry, root);
  if (compiled === null) {
    (await import('tsx/esm/api')).register();
    return import(entry.href);
  }
  process.setSourceMapsEnabled(true);
  return import(pathToFileURL(compiled).href);
}

async function findOrCompile(entry, root) {
  const known = compiledPath(entry, { root, hash: sourceHash(root) });
  if (existsSync(known)) return known;
  try {
    const { compile } = await import('./compile.js');
    return await compile(entry, root);
  } catch (error) {
    const isRefusedWrite = error instanceof Error && 'syscall' in error;
    if (!isRefusedWrite) throw error;
    tellSlowness(error);
    return null;
  }
}

/** A child process leaves it to its parent. */
function tellSlowness({ message }) {
  if (process.send) return;
  process.stderr.write(
    `Note: footnote starts about a second later than it could, as its compiled form cannot be kept (${message}). ` +
      'Run it once as someone who may write there.\n',
  );
}
