import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { findFiles } from './find-files.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'footnote-find-'));
});

afterEach(() => rm(folder, { recursive: true }));

async function lay(files: Record<string, string>): Promise<void> {
  for (const [name, content] of Object.entries(files)) {
    const target = path.join(folder, name);
    await mkdir(path.dirname(target), { recursive: true });
    await writeFile(target, content);
  }
}

const keyPaths = async (...paths: string[]) => (await findFiles(paths)).files.map((file) => file.keyPath);

describe('findFiles', () => {
  test('finds every file of the supported formats, whatever the case of its ending', async () => {
    await lay({
      'a.txt': 'a',
      'b/c.HTM': 'c',
      'b/d.jsonl': '',
      'b/e.png': '',
      'README.md': 'r',
      noending: '',
    });
    expect(await keyPaths(folder)).toEqual(['README.md', 'a.txt', 'b/c.HTM', 'b/d.jsonl']);
  });

  test('the parts that a browser saved beside a page are no articles', async () => {
    await lay({
      'Pier.html': 'p',
      'Pier_files/frame.html': 'f',
      'Pier_files/a.png': '',
      'Other_files/b.html': 'b',
    });
    expect(await keyPaths(folder)).toEqual(['Other_files/b.html', 'Pier.html']);
    expect((await findFiles([folder])).skipped).toEqual([]);
  });

  test('files of other formats are counted and named once', async () => {
    await lay({ 'a.txt': 'a', 'b.csv': '', 'sub/c.csv': '', 'd.eml': '', noending: '', '.hidden.csv': '' });
    const { skipped } = await findFiles([folder]);
    expect(skipped).toEqual([
      {
        path: path.join(folder, '*'),
        reason: expect.stringContaining('2 .csv, 1 without an ending, 1 .eml'),
      },
    ]);
  });

  test('a file given by name has its name as key path', async () => {
    await lay({ 'b/c.txt': 'c' });
    expect(await keyPaths(path.join(folder, 'b/c.txt'))).toEqual(['c.txt']);
  });

  test('does not read hidden files and folders', async () => {
    await lay({ '.hidden.txt': '', '.git/a.md': '', 'a.txt': 'a' });
    expect(await keyPaths(folder)).toEqual(['a.txt']);
  });

  test('leaves out what a .footnoteignore names, and the nearest one has the last word', async () => {
    await lay({
      '.footnoteignore': 'drafts/\n*.md\n/top.txt',
      'top.txt': '',
      'sub/top.txt': '',
      'drafts/a.txt': '',
      'b.md': '',
      'sub/.footnoteignore': '!b.md',
      'sub/b.md': '',
    });
    expect(await keyPaths(folder)).toEqual(['sub/b.md', 'sub/top.txt']);
  });

  test('does not read index directories', async () => {
    await lay({ 'index/a.txt': '', 'a.txt': '' });
    const isIndexDirectory = (directory: string) => path.basename(directory) === 'index';
    const { files } = await findFiles([folder], { isIndexDirectory });
    expect(files.map((file) => file.keyPath)).toEqual(['a.txt']);
  });

  test('a path that is missing is an error with its name', async () => {
    await expect(findFiles([path.join(folder, 'none')])).rejects.toMatchObject({ code: 'PATH_NOT_FOUND' });
  });

  test('an empty path is an error, and not the folder that the command was typed in', async () => {
    await expect(findFiles([''])).rejects.toMatchObject({ code: 'PATH_NOT_FOUND' });
  });

  test('tells upper from lower case in what is ignored, as git does', async () => {
    await lay({ '.footnoteignore': 'up.txt\n', 'UP.txt': '', 'lower/up.txt': '' });
    expect(await keyPaths(folder)).toEqual(['UP.txt']);
  });

  test('takes a file once, under the first path that leads to it', async () => {
    await lay({ 'a/b.txt': '' });
    expect(await keyPaths(folder, path.join(folder, 'a/b.txt'))).toEqual(['a/b.txt']);
  });

  test('skips loops, links that leave the folder, and links to folders, with the reason', async () => {
    await lay({ 'in/a.txt': 'a', 'out/b.txt': 'b' });
    const inside = path.join(folder, 'in');
    await symlink(inside, path.join(inside, 'loop'));
    await symlink(path.join(inside, 'self.txt'), path.join(inside, 'self.txt'));
    await symlink(path.join(folder, 'out/b.txt'), path.join(inside, 'b.txt'));
    const { files, skipped } = await findFiles([inside]);
    expect(files.map((file) => file.keyPath)).toEqual(['a.txt']);
    expect(skipped.map((skip) => path.basename(skip.path))).toEqual(['b.txt', 'loop', 'self.txt']);
    expect(skipped[0]?.reason).toContain('leaves the folder');
    expect(skipped[2]?.reason).toContain('circles');
  });

  test('a link to a file that is not found otherwise counts as the file', async () => {
    await lay({ '.store/x.txt': 'x' });
    await symlink(path.join(folder, '.store/x.txt'), path.join(folder, 'current.txt'));
    expect(await keyPaths(folder)).toEqual(['current.txt']);
  });

  test('skips a named pipe with the reason', async () => {
    execFileSync('mkfifo', [path.join(folder, 'pipe.txt')]);
    const { files, skipped } = await findFiles([folder, path.join(folder, 'pipe.txt')]);
    expect(files).toEqual([]);
    expect(skipped.map((skip) => skip.reason)).toEqual([
      'A named pipe, not a file.',
      'A named pipe, not a file.',
    ]);
  });

  test('a file of no supported format, given by name, is skipped with the remedy', async () => {
    await lay({ 'a.odt': '' });
    const { skipped } = await findFiles([path.join(folder, 'a.odt')]);
    expect(skipped[0]?.reason).toContain('.docx');
  });

  test('tells the size', async () => {
    await lay({ 'a.txt': 'four' });
    const { files } = await findFiles([folder]);
    expect(files[0]).toMatchObject({ size: 4 });
  });
});
