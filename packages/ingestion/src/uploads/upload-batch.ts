import { createHash, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { lstat, mkdir, open, readdir, readFile, rename, rm, rmdir, writeFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { FootnoteError } from '@footnote/core';
import { type FoundFiles, findFiles } from '@footnote/documents';
import type { IndexChange, IndexWriter, SourceFileRecord } from '@footnote/index';
import { fold, foldersOf, invalidName } from './upload-names.ts';
import { asUploaded, UPLOADS_ROOT, uploadedPath } from './uploaded-origin.ts';

/** One file that is given to an index. */
export interface Upload {
  /** Its name, which may stand in folders: `2024/summit.md`. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Hidden, so that what is in it is not read as articles. */
const PENDING = '.pending';

/** In a batch: files that take their place once the index has their articles, and the names of those that go then. */
const ADDED = 'added';
const REMOVED = 'removed.json';

/**
 * Files that come into the folder of uploads and go from it together with a change of the index. They are written aside
 * first. The change is made with a record of the batch in one transaction of the index: before it nothing has
 * happened, and after it everything has, however the process ends, for a batch that the index has a record of is put
 * in its place by whoever writes next, and one that it knows nothing of is deleted.
 */
export class UploadBatch {
  readonly #uploads: string;
  readonly #id: string;
  #isCommitted = false;

  private constructor(uploads: string, id: string) {
    this.#uploads = uploads;
    this.#id = id;
  }

  /**
   * @throws FootnoteError `INVALID_FILE_NAME` when a name stands in the way of another that was uploaded before,
   * `INDEX_DISK_FULL`, `INDEX_NOT_WRITABLE`
   */
  static async stage(
    uploads: string,
    { added, removed = [] }: { added: readonly Upload[]; removed?: readonly string[] },
  ): Promise<UploadBatch> {
    const batch = new UploadBatch(uploads, randomUUID());
    try {
      for (const { name } of added) await assertFits(uploads, name);
      await mkdir(batch.#added, { recursive: true });
      for (const { name, bytes } of added) await batch.#write(name, bytes);
      await writeFile(join(batch.#folder, REMOVED), JSON.stringify(removed), { flush: true });
      await syncFolders([batch.#folder, dirname(batch.#folder), uploads]);
    } catch (error) {
      await batch.discard();
      throw storageError(uploads, error);
    }
    return batch;
  }

  /** Puts in their place the batches that a run which was killed left behind, or deletes them. Of the one writer only. */
  static async settleAll(uploads: string, writer: IndexWriter): Promise<void> {
    try {
      for (const id of await namesIn(join(uploads, PENDING))) {
        const batch = new UploadBatch(uploads, id);
        if (await writer.isIndexed(batch.#record)) await batch.#settle(writer);
        else await batch.discard();
      }
    } catch (error) {
      throw storageError(uploads, error);
    }
  }

  /** Whether the index was changed: the files must then come into their place. */
  get isCommitted(): boolean {
    return this.#isCommitted;
  }

  /** The files that hold articles, as `footnote index` would find them in a folder. */
  async find(): Promise<FoundFiles> {
    return asUploaded(await findFiles([this.#added], { namesOtherFormats: true }), this.#added);
  }

  /** Takes the other files back out of the batch. */
  async keepOnly(names: ReadonlySet<string>): Promise<void> {
    for (const name of await filesBelow(this.#added)) {
      if (!names.has(name)) await rm(join(this.#added, name));
    }
  }

  /**
   * Changes the index, and puts the files in their place.
   * @returns what of the latter is left for the next run, as a warning; null when all was done
   */
  async commit(writer: IndexWriter, changes: readonly IndexChange[]): Promise<string | null> {
    await writer.apply([...changes, { kind: 'saveFile', file: this.#record }]);
    this.#isCommitted = true;
    try {
      await this.#settle(writer);
      return null;
    } catch (error) {
      return `The articles are in the index, but not all of their files are in ${this.#uploads} yet (${(error as Error).message}). The next run that writes puts them there.`;
    }
  }

  async discard(): Promise<void> {
    await rm(this.#folder, { recursive: true, force: true });
  }

  get #folder(): string {
    return join(this.#uploads, PENDING, this.#id);
  }

  get #added(): string {
    return join(this.#folder, ADDED);
  }

  /** What the index keeps until the files are in their place. */
  get #record(): SourceFileRecord {
    const sha256 = createHash('sha256').update(this.#id).digest('hex');
    const path = uploadedPath(`${PENDING}/${this.#id}`);
    return { root: UPLOADS_ROOT, path, sha256, readingVersion: 0, chunkingVersion: 0 };
  }

  async #write(name: string, bytes: Uint8Array): Promise<void> {
    const path = join(this.#added, name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, bytes, { flush: true });
    await syncFolders([dirname(path)]);
  }

  /** Each step may have been done before. */
  async #settle(writer: IndexWriter): Promise<void> {
    const removed = await readFile(join(this.#folder, REMOVED), 'utf8').catch(ifMissing('[]'));
    for (const name of JSON.parse(removed) as string[]) await this.#remove(name);
    for (const name of await filesBelow(this.#added)) await this.#place(name);
    await writer.apply([{ kind: 'forgetFile', path: this.#record.path }]);
    await this.discard();
  }

  async #place(name: string): Promise<void> {
    const path = join(this.#uploads, name);
    await mkdir(dirname(path), { recursive: true });
    await rename(join(this.#added, name), path);
    await syncFolders([dirname(path)]);
  }

  async #remove(name: string): Promise<void> {
    await rm(join(this.#uploads, name), { force: true });
    for (const folder of foldersOf(name).reverse()) {
      // What holds other files stays.
      await rmdir(join(this.#uploads, folder)).catch(() => {});
    }
  }
}

/** A name is on the disk what it says: below true folders, and in nobody's place but that of a file of the same name. */
async function assertFits(uploads: string, name: string): Promise<void> {
  for (const path of [...foldersOf(name), name]) {
    const siblings = await namesIn(dirname(join(uploads, path)));
    const own = path.slice(path.lastIndexOf('/') + 1);
    const other = siblings.find((sibling) => sibling !== own && fold(sibling) === fold(own));
    if (other !== undefined)
      throw invalidName(name, `differs from "${other}", which is there, by case alone`);
    if (!siblings.includes(own)) return;
    const stats = await lstat(join(uploads, path));
    if (path === name ? !stats.isFile() : !stats.isDirectory()) {
      throw invalidName(
        name,
        `needs "${path}", which is there and is no ${path === name ? 'file' : 'folder'}`,
      );
    }
  }
}

/** `/`-separated names of all files of a folder and the folders in it. */
async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(ifMissing([]));
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll(sep, '/'));
}

async function namesIn(folder: string): Promise<string[]> {
  return readdir(folder).catch(ifMissing([]));
}

function ifMissing<Value>(otherwise: Value): (error: NodeJS.ErrnoException) => Value {
  return (error) => {
    if (error.code === 'ENOENT') return otherwise;
    throw error;
  };
}

function storageError(uploads: string, error: unknown): unknown {
  const { code, message } = error as NodeJS.ErrnoException;
  if (['ENOSPC', 'EDQUOT', 'EFBIG'].includes(code ?? '')) {
    const told = `There is no room for the files in ${uploads} (${message}). Nothing was changed: free some space, and send them again.`;
    return new FootnoteError('INDEX_DISK_FULL', told, { cause: error });
  }
  if (['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST'].includes(code ?? '')) {
    const told = `The folder ${uploads} cannot be written (${message}). Nothing was changed: make it a folder that may be written.`;
    return new FootnoteError('INDEX_NOT_WRITABLE', told, { cause: error });
  }
  return error;
}

/** What was renamed or written into a folder is there after a power cut only if the folder is synced too. */
async function syncFolders(folders: readonly string[]): Promise<void> {
  // Windows has no such thing.
  if (process.platform === 'win32') return;
  for (const folder of folders) {
    if (!existsSync(folder)) continue;
    const handle = await open(folder);
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  }
}
