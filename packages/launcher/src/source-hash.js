import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Beside the rooms' own files, what a compiled module depends on: which libraries there are, and how it is compiled. */
const SHARED = ['package-lock.json', 'tsconfig.json'];

/**
 * SHA-256 (hex) over the content of every source file of every room and the paths of all. Reading them takes some ten
 * milliseconds; times and sizes would take fewer, and can lie.
 */
export function sourceHash(root) {
  const hash = createHash('sha256').update(root);
  for (const path of sourceFiles(root)) {
    const content = readFileSync(path);
    hash.update(`${path}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}

/** What the hash is over: nothing else may be compiled. */
export function sourceFiles(root) {
  return [...SHARED.map((name) => join(root, name)), ...rooms(root).flatMap(filesOf)];
}

function rooms(root) {
  return ['apps', 'packages'].flatMap((floor) =>
    readdirSync(join(root, floor))
      .sort()
      .map((name) => join(root, floor, name)),
  );
}

function filesOf(room) {
  const files = [join(room, 'package.json'), ...sources(join(room, 'src'))];
  return files.filter((path) => existsSync(path));
}

function sources(folder) {
  if (!existsSync(folder)) return [];
  const entries = readdirSync(folder, { withFileTypes: true });
  return entries
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return sources(path);
      return /\.test\.tsx?$/.test(entry.name) ? [] : [path];
    });
}
