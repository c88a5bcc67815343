import { spawn } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';

const SOURCE = dirname(fileURLToPath(import.meta.url));
const require = createRequire(import.meta.url);

/** A repository with a launcher and a room of its own. */
let root: string;
let cache: string;
beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'footnote-launcher-')));
  cache = join(root, 'node_modules', '.cache', 'footnote');
  cpSync(SOURCE, join(root, 'packages/launcher/src'), { recursive: true });
  write('packages/launcher/package.json', '{ "type": "module" }');
  write('packages/room/package.json', '{ "type": "module" }');
  write('apps/door/package.json', '{ "type": "module" }');
  for (const name of ['package-lock.json', 'tsconfig.json']) write(name, '{}');
  for (const name of ['esbuild', 'tsx']) {
    mkdirSync(join(root, 'node_modules'), { recursive: true });
    symlinkSync(dirname(require.resolve(`${name}/package.json`)), join(root, 'node_modules', name));
  }
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function write(path: string, content: string): string {
  const full = join(root, path);
  mkdirSync(dirname(full), { recursive: true });
  writeFileSync(full, content);
  return full;
}

async function run(entry: string, ...args: string[]) {
  const launcher = join(root, 'packages/launcher/src/run.js');
  const child = spawn(process.execPath, [launcher, join(root, entry), ...args]);
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return { stdout, stderr };
}

it('runs a module as if it were run from source: its arguments, its place, what it imports', async () => {
  write('packages/room/src/data.json', '{ "word": "quote" }');
  write('packages/room/src/part.ts', 'export const place: string = import.meta.url;');
  write(
    'packages/room/src/entry.ts',
    `import data from './data.json' with { type: 'json' };
     import { place } from './part.ts';
     console.log(JSON.stringify([process.argv.slice(1), data.word, place]));`,
  );
  const { stdout, stderr } = await run('packages/room/src/entry.ts', 'one', 'two');
  expect(JSON.parse(stdout)).toEqual([
    [join(root, 'packages/room/src/entry.ts'), 'one', 'two'],
    'quote',
    pathToFileURL(join(root, 'packages/room/src/part.ts')).href,
  ]);
  expect(stderr).toBe('');
});

it('runs what the source says now, even when its size and its times are those of before', async () => {
  const part = write('packages/room/src/part.ts', 'export const word = "old";');
  write('packages/room/src/entry.ts', `import { word } from './part.ts';\nconsole.log(word);`);
  const { atime, mtime } = statSync(part);
  expect((await run('packages/room/src/entry.ts')).stdout).toBe('old\n');
  write('packages/room/src/part.ts', 'export const word = "new";');
  utimesSync(part, atime, mtime);
  expect((await run('packages/room/src/entry.ts')).stdout).toBe('new\n');
  write('packages/room/src/part.ts', 'export const word = "old";');
  expect((await run('packages/room/src/entry.ts')).stdout).toBe('old\n');
});

it('compiles once for the same sources', async () => {
  write('packages/room/src/entry.ts', `console.log('run');`);
  await run('packages/room/src/entry.ts');
  const [hash] = readdirSync(cache);
  const { mtimeMs } = statSync(join(cache, hash!, 'packages+room+src+entry.ts', 'entry.mjs'));
  expect((await run('packages/room/src/entry.ts')).stdout).toBe('run\n');
  expect(readdirSync(cache)).toEqual([hash]);
  expect(statSync(join(cache, hash!, 'packages+room+src+entry.ts', 'entry.mjs')).mtimeMs).toBe(mtimeMs);
});

it('runs a module that is imported when it is needed only then', async () => {
  write('packages/room/src/late.ts', `console.log('late');`);
  write('packages/room/src/entry.ts', `console.log('early');\nawait import('./late.ts');`);
  expect((await run('packages/room/src/entry.ts')).stdout).toBe('early\nlate\n');
});

it('imports a library from where it is installed for the module that names it', async () => {
  write('node_modules/library/package.json', '{ "type": "module", "exports": "./index.js" }');
  write('node_modules/library/index.js', `export const version = 'shared';`);
  write('packages/room/node_modules/library/package.json', '{ "type": "module", "exports": "./index.js" }');
  write('packages/room/node_modules/library/index.js', `export const version = 'own';`);
  write('packages/room/src/entry.ts', `import { version } from 'library';\nconsole.log(version);`);
  expect((await run('packages/room/src/entry.ts')).stdout).toBe('own\n');
});

it('names the line of the source in a stack trace', async () => {
  write(
    'packages/room/src/entry.ts',
    `interface Unused { readonly gone: true }\n\n\nthrow new Error('as meant');`,
  );
  const { stderr } = await run('packages/room/src/entry.ts');
  expect(stderr).toContain('as meant');
  expect(stderr).toMatch(/packages\/room\/src\/entry\.ts:4:\d+/);
});

it('runs in several processes that start at once and find nothing compiled', async () => {
  write('packages/room/src/entry.ts', `console.log('run');`);
  const outcomes = await Promise.all(Array.from({ length: 4 }, () => run('packages/room/src/entry.ts')));
  expect(outcomes).toEqual(outcomes.map(() => ({ stdout: 'run\n', stderr: '' })));
  const [hash] = readdirSync(cache);
  expect(readdirSync(join(cache, hash!))).toEqual(['packages+room+src+entry.ts']);
});

it('runs from source, and says so, where what is compiled cannot be kept', async () => {
  write('node_modules/.cache', 'a file in the way');
  write('packages/room/src/entry.ts', `const word: string = 'run';\nconsole.log(word);`);
  const { stdout, stderr } = await run('packages/room/src/entry.ts');
  expect(stdout).toBe('run\n');
  expect(stderr).toMatch(/^Note: .*cannot be kept \(.*\.cache/);
});

it('says what is wrong with a source that cannot be compiled, and keeps nothing of it', async () => {
  write('packages/room/src/entry.ts', 'const = 1;');
  const { stderr } = await run('packages/room/src/entry.ts');
  expect(stderr).toMatch(/packages\/room\/src\/entry\.ts:1:6/);
  for (const hash of readdirSync(cache)) expect(readdirSync(join(cache, hash))).toEqual([]);
  expect(existsSync(cache)).toBe(true);
});

it('refuses a module whose changes it would not see', async () => {
  write('packages/outside.ts', 'export const word = 1;');
  write('packages/room/src/entry.ts', `import { word } from '../../outside.ts';\nconsole.log(word);`);
  expect((await run('packages/room/src/entry.ts')).stderr).toMatch(/packages\/outside\.ts is imported/);
});
