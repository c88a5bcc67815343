import { execFile } from 'node:child_process';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createFileReader, type FileReader } from './file-reader.ts';
import { findFiles } from './find-files.ts';

let folder: string;
let reader: FileReader;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'footnote-read-'));
  reader = createFileReader();
});

afterAll(async () => {
  await reader.close();
  await rm(folder, { recursive: true });
});

async function read(name: string, content: string | Uint8Array, by: FileReader = reader) {
  await writeFile(join(folder, name), content);
  const { files } = await findFiles([join(folder, name)]);
  return by.read(files[0]!);
}

const PAGE = `<!doctype html><html lang="en"><head><title>Bridge opens</title></head><body><article><h1>Bridge opens</h1>
<p>The new bridge over the river opened on Monday after four years of work, the city said in a statement.</p>
<p>More than two thousand people crossed it on foot during the first hour, and the mayor thanked the builders.</p>
<p>It replaces a ferry that had carried people across the water for more than ninety years, in all weathers.</p>
</article></body></html>`;

describe('createFileReader', () => {
  it('reads plain text', async () => {
    const { articles } = await read('a.txt', 'The bridge opened on Monday.');
    expect(articles[0]).toMatchObject({ key: 'a.txt', text: 'The bridge opened on Monday.' });
  });

  it('reads a saved page in a child process', async () => {
    const { articles } = await read('a.html', PAGE);
    expect(articles[0]?.text).toContain('replaces a ferry');
  });

  it('goes by content where the name misleads', async () => {
    const { articles } = await read('page.txt', PAGE);
    expect(articles[0]?.text).toContain('replaces a ferry');
    expect(articles[0]?.text).not.toContain('<p>');
    const lines = await read('lines.txt', '{"id":"x","text":"One."}\n{"id":"y","text":"Two."}');
    expect(lines.articles.map((article) => article.key)).toEqual(['x', 'y']);
  });

  it.each([
    ['an empty file', '', 'empty'],
    ['white space alone', ' \n ', 'no text'],
    ['an image', Buffer.from('89504e470d0a1a0a0000000d', 'hex'), 'PNG'],
    ['binary data', Uint8Array.from({ length: 5000 }, (_, at) => (at * 7919) % 32), 'binary'],
    ['a file over the limit', Buffer.alloc(10 * 1024 * 1024 + 1, 'a'), '10 MB'],
  ])('skips %s with the reason', async (_, content, reason) => {
    const { articles, skipped } = await read('bad.txt', content);
    expect(articles).toEqual([]);
    expect(skipped[0]).toMatchObject({ path: join(folder, 'bad.txt') });
    expect(skipped[0]?.reason).toContain(reason);
  });

  it('a file that takes too long is skipped, and the next one read', { timeout: 240_000 }, async () => {
    const hasty = createFileReader({ timeoutMs: 2500, processes: 1 });
    const slow = await read('slow.md', '> '.repeat(6000).concat('a\n').repeat(400), hasty);
    expect(slow.skipped[0]?.reason).toBe('Reading it took more than 2.5 seconds of processor time.');
    const next = await read('next.md', 'Read.', hasty);
    expect(next.articles[0]?.text).toBe('Read.');
    await hasty.close();
  });

  it('a file that takes too much memory is skipped, and the next one read', {
    timeout: 240_000,
  }, async () => {
    const small = createFileReader({ memoryMb: 220, processes: 1 });
    const large = await read('large.md', '*a* `b` [c](d) '.repeat(200_000), small);
    expect(large.skipped[0]?.reason).toBe('Reading it took more than 220 MB of memory.');
    const next = await read('next.md', 'Read.', small);
    expect(next.articles[0]?.text).toBe('Read.');
    await small.close();
  });

  it('a line of one megabyte is read', async () => {
    const { articles } = await read('long.txt', 'Word after word. '.repeat(65_000));
    expect(articles[0]?.text.length).toBeGreaterThan(1_000_000);
  });

  it('keys are composed, however the file or the line writes its name', async () => {
    expect((await read('cafe\u0301.txt', 'It opened.')).articles[0]?.key).toBe('café.txt');
    const lines = await read('ids.jsonl', '{"id":"cafe\u0301","text":"It opened."}');
    expect(lines.articles[0]?.key).toBe('café');
  });

  it('invalid UTF-8, NULs and lone surrogates give well-formed text', async () => {
    const bytes = Buffer.from([0x41, 0xc3, 0xa9, 0xff, 0xc3, 0xa9, 0x42, 0x00, 0x43]);
    const { articles } = await read('broken.txt', bytes);
    expect(articles[0]?.text).toContain('Aé');
    expect(articles[0]?.text).not.toContain('\0');
    const lines = await read('broken.jsonl', '{"text":"a\\ud83d b\\u0000"}');
    expect(lines.articles[0]?.text).toBe('a\uFFFD b\uFFFD');
  });

  it('100,000 nested elements are skipped with the reason', async () => {
    const { skipped } = await read('deep.html', `<html><body>${'<div>'.repeat(100_000)}Text`);
    expect(skipped[0]?.reason).toContain('nested');
  });

  it('quotations too deep for a format that is read by recursion are skipped with the reason', async () => {
    const { skipped } = await read('deep.md', `${'> '.repeat(3000)}Text`);
    expect(skipped[0]?.reason).toBe('Its parts are nested too deeply, or it is too long, to be read.');
  });

  it('entities that grow without end are not expanded', async () => {
    const entities = Array.from({ length: 12 }, (_, at) => `<!ENTITY e${at + 1} "${`&e${at};`.repeat(10)}">`);
    const page = `<!DOCTYPE html [<!ENTITY e0 "words">${entities.join('')}]>${PAGE.replace('<p>', '<p>&e12; ')}`;
    const { articles, skipped } = await read('bomb.html', page);
    expect(articles.length + skipped.length).toBe(1);
    expect(articles[0]?.text.length ?? 0).toBeLessThan(5000);
  });

  it('a file without read permission is skipped with the remedy', async () => {
    const target = join(folder, 'locked.txt');
    await writeFile(target, 'Secret.');
    await chmod(target, 0);
    const reason = process.getuid?.() === 0 ? await reasonWhenUnprivileged(target) : await reasonHere(target);
    expect(reason).toContain('permissions');
  });

  it('several files are read at once', async () => {
    const names = Array.from({ length: 12 }, (_, at) => `many-${at}.md`);
    const readings = await Promise.all(names.map((name) => read(name, `Text of ${name}.`)));
    expect(readings.map((reading) => reading.articles[0]?.key)).toEqual(names);
  });
});

async function reasonHere(target: string): Promise<string | undefined> {
  const { files } = await findFiles([target]);
  return (await reader.read(files[0]!)).skipped[0]?.reason;
}

/** The superuser may read any file, so the attempt is made by a child of another user. */
async function reasonWhenUnprivileged(target: string): Promise<string> {
  await chmod(folder, 0o755);
  const source = pathToFileURL(fileURLToPath(new URL('./read-bytes.ts', import.meta.url))).href;
  const script = `import { readBytes } from ${JSON.stringify(source)};
    process.setgid(65534); process.setuid(65534);
    await readBytes({ path: ${JSON.stringify(target)}, keyPath: 'locked.txt' }).catch((error) => console.log(error.message));`;
  const loader = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
  const args = ['--import', loader, '--input-type=module', '-e', script];
  return (await promisify(execFile)(process.execPath, args)).stdout;
}
