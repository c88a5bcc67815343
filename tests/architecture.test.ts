import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '..');

/** The rooms in the order that data flows through them: each may import only those before it. */
const ROOMS = [
  'packages/launcher',
  'packages/core',
  'packages/documents',
  'packages/inference',
  'packages/index',
  'packages/index-sqlite',
  'packages/ingestion',
  'packages/reader',
  'packages/retrieval',
  'packages/answering',
  'packages/engine',
  'packages/evaluation',
  'apps/api',
  'apps/cli',
];
const WEIGHTS = ['@footnote/embedding-model', '@footnote/reader-model'];
const FORBIDDEN_NAMES = /^(?:utils?|helpers?|common|misc|shared|lib)(?:\.|$)/u;

function sourceFiles(directory: string): string[] {
  return readdirSync(directory, { withFileTypes: true }).flatMap((entry) => {
    if (['node_modules', '.next', '.turbo', 'dist'].includes(entry.name)) return [];
    const full = path.join(directory, entry.name);
    if (entry.isDirectory()) return sourceFiles(full);
    return /\.(?:ts|tsx|js|mjs)$/u.test(entry.name) ? [full] : [];
  });
}

/** Every module a file imports, dynamically or for its types only too. */
function importsOf(file: string): string[] {
  return ts.preProcessFile(readFileSync(file, 'utf8'), true, true).importedFiles.map((one) => one.fileName);
}

/** Tests, and what stands in a folder `testing` for them. */
function isTest(file: string): boolean {
  return /\.test\.tsx?$|[/\\]testing[/\\]/u.test(file);
}

function packageName(room: string): string {
  return JSON.parse(readFileSync(path.join(ROOT, room, 'package.json'), 'utf8')).name;
}

describe.each(ROOMS)('%s', (room) => {
  const before = ROOMS.slice(0, ROOMS.indexOf(room) + 1).map(packageName);
  const allowed = new Set([...before, ...WEIGHTS]);
  const allowedInTests = new Set([...allowed, ...before.map((name) => `${name}/testing`)]);
  const files = sourceFiles(path.join(ROOT, room));

  it('imports only the rooms before it, through their index', () => {
    const wrong = files.flatMap((file) =>
      importsOf(file)
        .filter(
          (name) => name.startsWith('@footnote/') && !(isTest(file) ? allowedInTests : allowed).has(name),
        )
        .map((name) => `${path.relative(ROOT, file)} imports ${name}`),
    );
    expect(wrong).toEqual([]);
  });

  it('does not reach into another room by a path', () => {
    const wrong = files.flatMap((file) =>
      importsOf(file)
        .filter((name) => name.startsWith('.'))
        .filter(
          (name) => !path.resolve(path.dirname(file), name).startsWith(path.join(ROOT, room) + path.sep),
        )
        .map((name) => `${path.relative(ROOT, file)} imports ${name}`),
    );
    expect(wrong).toEqual([]);
  });
});

describe('apps/web', () => {
  it('knows no room: it speaks GraphQL only', () => {
    const wrong = sourceFiles(path.join(ROOT, 'apps/web')).flatMap((file) =>
      importsOf(file)
        .filter((name) => /^@footnote\/|better-sqlite3|hnswlib|@xenova|onnxruntime/u.test(name))
        .map((name) => `${path.relative(ROOT, file)} imports ${name}`),
    );
    expect(wrong).toEqual([]);
  });
});

describe('the whole repository', () => {
  const files = ['packages', 'apps', 'scripts', 'tests'].flatMap((folder) =>
    sourceFiles(path.join(ROOT, folder)),
  );

  it('names every file for its one idea, in kebab-case', () => {
    const wrong = files
      .map((file) => path.relative(ROOT, file))
      .filter((file) =>
        file.split(path.sep).some((part) => FORBIDDEN_NAMES.test(part) || /[A-Z_]/u.test(part)),
      );
    expect(wrong.filter((file) => !file.includes(`${path.sep}app${path.sep}`))).toEqual([]);
  });

  it('has no file of more than 400 lines', () => {
    const long = files.filter((file) => readFileSync(file, 'utf8').split('\n').length > 400);
    expect(long.map((file) => path.relative(ROOT, file))).toEqual([]);
  });

  it('has source in every room', () => {
    for (const room of ROOMS) expect(statSync(path.join(ROOT, room, 'src')).isDirectory()).toBe(true);
  });
});
