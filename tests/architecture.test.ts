import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = resolve(import.meta.dirname, '..');

const FORBIDDEN_NAMES = /^(?:utils?|helpers?|common|misc|shared|lib)(?:\.|$)/u;

function sourceFiles(directory: string): string[] {
  return readdirSync(directory, { withFileTypes: true }).flatMap((entry) => {
    if (['node_modules', '.next', '.turbo', 'dist'].includes(entry.name)) return [];
    const full = join(directory, entry.name);
    if (entry.isDirectory()) return sourceFiles(full);
    return /\.(?:ts|tsx|js|mjs)$/u.test(entry.name) ? [full] : [];
  });
}

describe('the whole repository', () => {
  const files = ['packages', 'apps', 'scripts', 'tests'].flatMap((folder) => sourceFiles(join(ROOT, folder)));

  it('names every file for its one idea, in kebab-case', () => {
    const wrong = files
      .map((file) => relative(ROOT, file))
      .filter((file) => file.split(sep).some((part) => FORBIDDEN_NAMES.test(part) || /[A-Z_]/u.test(part)));
    expect(wrong.filter((file) => !file.includes(`${sep}app${sep}`))).toEqual([]);
  });

  it('has no file of more than 400 lines', () => {
    const long = files.filter((file) => readFileSync(file, 'utf8').split('\n').length > 400);
    expect(long.map((file) => relative(ROOT, file))).toEqual([]);
  });
});
