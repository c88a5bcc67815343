import { randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { cacheFolder, compiledPath } from './compiled-path.js';
import { sourceFiles, sourceHash } from './source-hash.js';

/** What is older goes when something is compiled anew: hardly a process is left that began with it. */
const KEPT_MS = 30 * 24 * 3_600_000;

/**
 * Compiles a module with all that it imports of this repository; libraries stay where they are. The compiled form
 * appears whole, in one rename, whoever else makes the same at the time.
 * @param {URL} entry
 * @param {string} root the repository
 * @returns {Promise<string>} the path of the compiled module
 * @throws an error of the file system where it cannot be kept, and esbuild's where the source is no TypeScript
 */
export async function compile(entry, root) {
  for (;;) {
    const hash = sourceHash(root);
    const compiled = compiledPath(entry, { root, hash });
    const place = dirname(compiled);
    const draft = `${place}.draft-${randomUUID()}`;
    mkdirSync(draft, { recursive: true });
    try {
      for (const { path, contents } of await bundle(entry, { root, folder: draft })) {
        writeFileSync(path, contents, { flush: true });
      }
      // Sources that changed meanwhile are compiled again: the folder is named for what was there before.
      if (sourceHash(root) === hash) {
        moveUnlessThere(draft, place);
        removeOld(root, hash);
        return compiled;
      }
    } finally {
      rmSync(draft, { recursive: true, force: true });
    }
  }
}

async function bundle(entry, { root, folder }) {
  const { outputFiles, metafile } = await build({
    entryPoints: [{ in: fileURLToPath(entry), out: 'entry' }],
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    // What is imported when it is needed stays apart.
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    // esbuild would add "module", which Node does not know.
    conditions: [],
    sourcemap: true,
    sourcesContent: false,
    plugins: [librariesStay, modulesKnowTheirPlace],
    metafile: true,
    absWorkingDir: root,
    write: false,
    logLevel: 'silent',
  });
  const known = new Set(sourceFiles(root));
  const unknown = Object.keys(metafile.inputs).find((path) => !known.has(resolve(root, path)));
  if (unknown)
    throw new Error(`${unknown} is imported and is in no src folder of a package or an app. Move it there.`);
  return outputFiles;
}

/** A library is imported from where it is installed for the module that names it. */
const librariesStay = {
  name: 'libraries stay',
  setup(build) {
    build.onResolve({ filter: /^[^./]/ }, async ({ path, pluginData, ...from }) => {
      const isOurs = path.startsWith('@footnote/') || from.kind === 'entry-point';
      if (isOurs || pluginData === librariesStay) return undefined;
      const found = await build.resolve(path, { ...from, pluginData: librariesStay });
      if (found.external || found.errors.length > 0) return found;
      return { path: pathToFileURL(found.path).href, external: true };
    });
  },
};

/** Models, child processes and data files are found from the source that names them. */
const modulesKnowTheirPlace = {
  name: 'modules know their place',
  setup(build) {
    build.onLoad({ filter: /\.ts$/ }, ({ path }) => {
      const place = JSON.stringify(pathToFileURL(path).href);
      return { contents: readFileSync(path, 'utf8').replaceAll('import.meta.url', place), loader: 'ts' };
    });
  },
};

function moveUnlessThere(draft, place) {
  try {
    renameSync(draft, place);
  } catch (error) {
    if (!['ENOTEMPTY', 'EEXIST'].includes(error.code)) throw error;
  }
}

function removeOld(root, current) {
  const folder = cacheFolder(root);
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    const age = Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
    if (name !== current && age > KEPT_MS) rmSync(path, { recursive: true, force: true });
  }
}
