import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { FootnoteError } from '@footnote/core';
import { withoutJsonlArticles } from '@footnote/documents';
import type { IndexChange, IndexEngine, IndexEntry, IndexWriter } from '@footnote/index';
import { finishCommitted } from './finish-committed.ts';
import { type Upload, UploadBatch } from './uploads/upload-batch.ts';
import { isUploaded, uploadedName } from './uploads/uploaded-origin.ts';

export interface RemoveArticlesOptions {
  readonly index: IndexEngine;
  readonly keys: readonly string[];
  /** Refuse when an article comes from a path, rather than take it out. */
  readonly uploadedOnly?: boolean | undefined;
  /** Wait for another writer to finish instead of failing. */
  readonly wait?: boolean | undefined;
}

export interface RemovalReport {
  /** Keys of articles that were taken out. */
  readonly removed: readonly string[];
  /** Keys that no article has. */
  readonly missing: readonly string[];
  /** What else a person should know. */
  readonly warnings: readonly string[];
}

/**
 * Takes articles out of an index, all at once; of those that were uploaded the copies go too. An index run over their
 * paths brings the others back: files of a person are never touched.
 * @throws FootnoteError `INDEX_NOT_FOUND`, `INDEX_LOCKED`, `INDEX_DAMAGED`, `INDEX_NOT_WRITABLE`, `INDEX_DISK_FULL`,
 * `NOT_UPLOADED`. Nothing has changed then.
 */
export async function removeArticles(options: RemoveArticlesOptions): Promise<RemovalReport> {
  const { index, keys, uploadedOnly, wait } = options;
  const writer = await openBegun(index, wait);
  if (!writer) return { removed: [], missing: [...new Set(keys)], warnings: [] };
  try {
    const uploads = index.uploadsFolder ?? '';
    if (existsSync(uploads)) await UploadBatch.settleAll(uploads, writer);
    // Copies of uploads are looked after with all that came of them; elsewhere an index may be too large to be read whole.
    const asked =
      index.uploadsFolder === undefined ? keys.flatMap((key) => [key, key.normalize('NFC')]) : undefined;
    const entries = new Map((await writer.entries(asked)).map((entry) => [entry.key, entry]));
    const wanted = [...new Set(keys.map((key) => (entries.has(key) ? key : key.normalize('NFC'))))];
    const removed = wanted.flatMap((key) => entries.get(key) ?? []);
    const missing = wanted.filter((key) => !entries.has(key));
    if (removed.length === 0) return { removed: [], missing, warnings: [] };
    if (uploadedOnly) refuseFromPaths(removed, index);
    const changes = removed.map(({ key }): IndexChange => ({ kind: 'remove', key }));
    const batch = existsSync(uploads)
      ? await UploadBatch.stage(uploads, await copiesWithout(removed, { uploads, entries }))
      : null;
    const warning = batch ? await batch.commit(writer, changes) : await writer.apply(changes);
    const warnings = [warning, await finishCommitted(writer)].filter((one) => typeof one === 'string');
    return { removed: removed.map(({ key }) => key), missing, warnings };
  } finally {
    await writer.close();
  }
}

/**
 * Null where an index is there that nothing was ever put into: it knows no model to be opened with for writing.
 * @throws FootnoteError as `IndexEngine.openWriter`
 */
async function openBegun(index: IndexEngine, wait: boolean | undefined): Promise<IndexWriter | null> {
  try {
    return await index.openWriter({ wait });
  } catch (error) {
    if (!(error instanceof FootnoteError && error.code === 'INDEX_NOT_FOUND')) throw error;
    // Refused in the same way where there is no index at all.
    await (await index.openReader()).close();
    return null;
  }
}

interface Holdings {
  readonly uploads: string;
  readonly entries: ReadonlyMap<string, IndexEntry>;
}

/** What becomes of the copies: one whose articles all go is removed, another is written without them. */
async function copiesWithout(
  removed: readonly IndexEntry[],
  { uploads, entries }: Holdings,
): Promise<{ added: Upload[]; removed: string[] }> {
  const lost = new Map<string, Set<string>>();
  for (const { key, path } of removed.filter(isUploaded)) {
    lost.set(path, (lost.get(path) ?? new Set()).add(key));
  }
  const stay = new Set(
    [...entries.values()].filter(({ key, path }) => !lost.get(path)?.has(key)).map(({ path }) => path),
  );
  const copies = { added: [] as Upload[], removed: [] as string[] };
  for (const [path, keys] of lost) {
    const name = uploadedName(path);
    const file = join(uploads, name);
    if (!stay.has(path)) copies.removed.push(name);
    else if (existsSync(file)) {
      const bytes = withoutJsonlArticles({ bytes: await readFile(file), keyPath: name }, keys);
      copies.added.push({ name, bytes });
    }
  }
  return copies;
}

function refuseFromPaths(articles: readonly IndexEntry[], { location }: IndexEngine): void {
  const others = articles.filter((article) => !isUploaded(article)).map(({ key }) => key);
  if (others.length === 0) return;
  const command = `footnote remove ${others.map(shellWord).join(' ')} --index ${shellWord(location)}`;
  throw new FootnoteError(
    'NOT_UPLOADED',
    `Not uploaded, but indexed from your own files: ${others.join(', ')}. Nothing was removed. Take them out of the index with: ${command}`,
  );
}

function shellWord(text: string): string {
  return /^[\w./:=@+-]+$/.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
