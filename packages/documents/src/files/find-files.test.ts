import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findFiles } from './find-files.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'footnote-find-'));
});

afterEach(() => rm(folder, { recursive: true }));

async function lay(files: Record<string, string>): Promise<void> {
  for (const [name, content] of Object.entries(files)) {
    const target = join(folder, name);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, content);
  }
}

const keyPaths = async (...paths: string[]) => (await findFiles(paths)).files.map((file) => file.keyPath);

describe('findFiles', () => {
  it('finds every file of the supported formats, whatever the case of its ending', async () => {
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

  it('the parts that a browser saved beside a page are no articles', async () => {
    await lay({
      'Pier.html': 'p',
      'Pier_files/frame.html': 'f',
      'Pier_files/a.png': '',
      'Other_files/b.html': 'b',
    });
    expect(await keyPaths(folder)).toEqual(['Other_files/b.html', 'Pier.html']);
    expect((await findFiles([folder])).skipped).toEqual([]);
  });

  it('a folder without a file that is read is named, with the formats that are', async () => {
    await lay({ 'full/a.txt': 'a', 'pictures/b.png': '' });
    await mkdir(join(folder, 'empty'));
    const { warnings } = await findFiles(['full', 'pictures', 'empty'].map((name) => join(folder, name)));
    expect(warnings).toEqual([
      expect.stringMatching(/pictures\. .*\.docx/),
      expect.stringMatching(/empty\. .*\.docx/),
    ]);
    expect((await findFiles([folder])).warnings).toEqual([]);
  });

  it('files of other formats are counted and named once', async () => {
    await lay({ 'a.txt': 'a', 'b.csv': '', 'sub/c.csv': '', 'd.eml': '', noending: '', '.hidden.csv': '' });
    const { skipped } = await findFiles([folder]);
    expect(skipped).toEqual([
      {
        path: join(folder, '*'),
        reason: expect.stringContaining('2 .csv, 1 without an ending, 1 .eml'),
      },
    ]);
  });

  it('a file given by name has its name as key path', async () => {
    await lay({ 'b/c.txt': 'c' });
    expect(await keyPaths(join(folder, 'b/c.txt'))).toEqual(['c.txt']);
  });

  it('does not read hidden files and folders', async () => {
    await lay({ '.hidden.txt': '', '.git/a.md': '', 'a.txt': 'a' });
    expect(await keyPaths(folder)).toEqual(['a.txt']);
  });

  it('leaves out what a .footnoteignore names, and the nearest one has the last word', async () => {
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

  it('does not read index directories', async () => {
    await lay({ 'index/a.txt': '', 'a.txt': '' });
    const isIndexDirectory = (directory: string) => basename(directory) === 'index';
    const { files } = await findFiles([folder], { isIndexDirectory });
    expect(files.map((file) => file.keyPath)).toEqual(['a.txt']);
  });

  it('a path that is missing is an error with its name', async () => {
    await expect(findFiles([join(folder, 'none')])).rejects.toMatchObject({ code: 'PATH_NOT_FOUND' });
  });

  it('an empty path is an error, and not the folder that the command was typed in', async () => {
    await expect(findFiles([''])).rejects.toMatchObject({ code: 'PATH_NOT_FOUND' });
  });

  it('tells upper from lower case in what is ignored, as git does', async () => {
    await lay({ '.footnoteignore': 'up.txt\n', 'UP.txt': '', 'lower/up.txt': '' });
    expect(await keyPaths(folder)).toEqual(['UP.txt']);
  });

  it('takes a file once, under the first path that leads to it', async () => {
    await lay({ 'a/b.txt': '' });
    expect(await keyPaths(folder, join(folder, 'a/b.txt'))).toEqual(['a/b.txt']);
  });

  it('skips loops, links that leave the folder, and links to folders, with the reason', async () => {
    await lay({ 'in/a.txt': 'a', 'out/b.txt': 'b' });
    const inside = join(folder, 'in');
    await symlink(inside, join(inside, 'loop'));
    await symlink(join(inside, 'self.txt'), join(inside, 'self.txt'));
    await symlink(join(folder, 'out/b.txt'), join(inside, 'b.txt'));
    const { files, skipped } = await findFiles([inside]);
    expect(files.map((file) => file.keyPath)).toEqual(['a.txt']);
    expect(skipped.map((skip) => basename(skip.path))).toEqual(['b.txt', 'loop', 'self.txt']);
    expect(skipped[0]?.reason).toContain('leaves the folder');
    expect(skipped[2]?.reason).toContain('circles');
  });

  it('a link to a file that is not found otherwise counts as the file', async () => {
    await lay({ '.store/x.txt': 'x' });
    await symlink(join(folder, '.store/x.txt'), join(folder, 'current.txt'));
    expect(await keyPaths(folder)).toEqual(['current.txt']);
  });

  it('skips a named pipe with the reason', async () => {
    execFileSync('mkfifo', [join(folder, 'pipe.txt')]);
    const { files, skipped } = await findFiles([folder, join(folder, 'pipe.txt')]);
    expect(files).toEqual([]);
    expect(skipped.map((skip) => skip.reason)).toEqual([
      'A named pipe, not a file.',
      'A named pipe, not a file.',
    ]);
  });

  it('a file of no supported format, given by name, is skipped with the remedy', async () => {
    await lay({ 'a.odt': '' });
    const { skipped } = await findFiles([join(folder, 'a.odt')]);
    expect(skipped[0]?.reason).toContain('.docx');
  });

  it('tells the size', async () => {
    await lay({ 'a.txt': 'four' });
    const { files } = await findFiles([folder]);
    expect(files[0]).toMatchObject({ size: 4 });
  });
});
