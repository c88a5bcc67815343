import type { Article } from '@footnote/core';
import type { FileReader, FileReading, FoundFiles, SkippedFile, SourceFile } from '@footnote/documents';
import type { IndexProgress, IndexReport } from '@footnote/index';
import type { ArticleRow, IndexStore, SourceFileRecord } from '@footnote/index-sqlite';
import { createTokenCounter, type Embedder, type EmbeddingModel } from '@footnote/inference';
import { CommitQueue } from './commit-queue.ts';
import { gonePredicate } from './gone-articles.ts';
import { KeyClaims } from './key-claims.ts';
import { CUTTING_VERSION, createPassageCutter, type PassageCutter } from './passage-cutter.ts';
import { RunProgress } from './run-progress.ts';
import { sourceFileCheck } from './source-files.ts';

export interface IndexRunOptions {
  readonly store: IndexStore;
  readonly paths: readonly string[];
  readonly found: FoundFiles;
  readonly model: EmbeddingModel;
  readonly embedder: Embedder;
  readonly fileReader: FileReader;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: IndexProgress) => void) | undefined;
}

/** Passages that are embedded or wait to be committed: enough to keep the workers busy over a long article. */
const PENDING_PASSAGES = 64;

/** A file and the record it gets once its articles are in the index. */
interface ChangedFile {
  readonly file: SourceFile;
  /** Null when the file could not be hashed. */
  readonly record: SourceFileRecord | null;
}

/** One run of `updateIndex`: looks at every file, reads those that changed, embeds, commits in order. */
export class IndexRun {
  readonly #options: IndexRunOptions;
  readonly #store: IndexStore;
  readonly #progress: RunProgress;
  readonly #queue: CommitQueue;
  readonly #claims: KeyClaims;
  readonly #rowsByPath: ReadonlyMap<string, readonly ArticleRow[]>;
  /** Articles whose key another file has, which is still to be read and may have lost it. */
  readonly #waiting: { readonly article: Article; readonly file: SourceFile }[] = [];
  readonly #skipped: SkippedFile[];
  /** Paths of files that something was skipped of. */
  readonly #incomplete = new Set<string>();
  /** Paths of files with articles that wait, or that others may take: their records are written at the end. */
  readonly #unsettled = new Set<string>();
  readonly #warnings: string[] = [];
  readonly #counts = { added: 0, replaced: 0, removed: 0, unchanged: 0 };
  #cutter: PassageCutter | undefined;

  constructor(options: IndexRunOptions) {
    this.#options = options;
    this.#store = options.store;
    this.#queue = new CommitQueue({
      limit: PENDING_PASSAGES,
      commit: (change) => this.#store.writer.commit(change),
    });
    this.#progress = new RunProgress(options.onProgress);
    this.#claims = new KeyClaims({
      catalog: this.#store.catalog,
      isGone: gonePredicate(options.paths, options.found),
    });
    this.#rowsByPath = groupByPath(this.#store.catalog.rows);
    this.#skipped = [...options.found.skipped];
  }

  async complete(): Promise<IndexReport> {
    const changed = await this.#checkFiles();
    try {
      await this.#indexFiles(changed);
    } catch (error) {
      if (!this.#interrupted || error !== this.#options.signal?.reason) throw error;
    }
    if (!this.#interrupted) {
      this.#removeFree();
      this.#settle(changed);
      this.#saveGraph();
    }
    return this.#report();
  }

  get #interrupted(): boolean {
    return this.#options.signal?.aborted ?? false;
  }

  /** The files that are not in the index as they are now. */
  async #checkFiles(): Promise<ChangedFile[]> {
    const { files } = this.#options.found;
    const check = sourceFileCheck(this.#store.database);
    const changed: ChangedFile[] = [];
    this.#progress.begin('checking', files);
    for (const file of files) {
      if (this.#interrupted) break;
      const record = await check.describe(file);
      if (record && check.isIndexed(record)) this.#keep(this.#articlesOf(file));
      else changed.push({ file, record });
      this.#progress.finishFile(file);
    }
    return changed;
  }

  async #indexFiles(changed: readonly ChangedFile[]): Promise<void> {
    this.#progress.begin(
      'embedding',
      changed.map(({ file }) => file),
    );
    for (const { file } of changed) this.#claims.expect(file.path);
    for (const each of changed) {
      if (this.#interrupted) break;
      await this.#indexFile(each);
    }
    await this.#indexWaiting();
    await this.#queue.drain();
  }

  async #indexFile(changed: ChangedFile): Promise<void> {
    const { file } = changed;
    const reading = await this.#options.fileReader.read(file);
    this.#skip(file, reading.skipped);
    this.#warnings.push(...reading.warnings);
    this.#freeLeftOver(file, reading);
    for (const article of reading.articles) {
      if (this.#interrupted) return;
      await this.#indexArticle(article, file);
    }
    this.#queue.join(() => this.#finishFile(changed));
  }

  /** Frees what the file no longer holds; what could not be read of it stays. */
  #freeLeftOver(file: SourceFile, { articles, unreadKeys }: FileReading): void {
    const keys = new Set(articles.map((article) => article.key));
    const leftOver = this.#articlesOf(file).filter((row) => !keys.has(row.key));
    const isUnread = (row: ArticleRow) => unreadKeys === null || unreadKeys.includes(row.key);
    const kept = leftOver.filter(isUnread);
    const lost = leftOver.filter((row) => !isUnread(row));
    this.#claims.markRead(file.path, lost);
    this.#keep(kept);
    if (kept.length > 0) this.#warnings.push(keptUnread(file, kept));
    if (lost.length > 0) this.#unsettled.add(file.path);
  }

  /** Once every file was read, an article that waited is where it belongs, or is another's for good. */
  async #indexWaiting(): Promise<void> {
    for (const { article, file } of this.#waiting) {
      if (this.#interrupted) return;
      await this.#indexArticle(article, file);
    }
  }

  async #indexArticle(article: Article, file: SourceFile): Promise<void> {
    const claim = this.#claims.claim(article.key, file.path);
    if (claim.state === 'granted') {
      await this.#takeArticle(article, file);
    } else if (claim.state === 'open') {
      this.#waiting.push({ article, file });
      this.#unsettled.add(file.path);
    } else {
      this.#skip(file, [duplicateKey(article.key, { file, holder: claim.holder })]);
    }
  }

  async #takeArticle(article: Article, file: SourceFile): Promise<void> {
    const before = this.#store.catalog.byKey(article.key);
    if (before?.contentHash !== article.contentHash || before.cuttingVersion !== CUTTING_VERSION) {
      await this.#embedLater(article, file);
    } else {
      this.#counts.unchanged += 1;
      if (before.root !== file.root || before.path !== file.path) {
        this.#queue.join(() => this.#store.move(before, file));
      }
    }
  }

  async #embedLater(article: Article, file: SourceFile): Promise<void> {
    const cutter = await this.#passageCutter();
    const passages = cutter.cut(article);
    const vectors = Promise.all(
      passages.map(async ({ start, end }) => {
        const text = cutter.embeddedText(article.title, article.text.slice(start, end));
        const vector = await this.#options.embedder.embedPassage(text);
        this.#progress.finishPassage();
        return vector;
      }),
    );
    let embedded: readonly Float32Array[] = [];
    await this.#queue.push({
      size: passages.length,
      ready: unlessAborted(vectors, this.#options.signal).then((done) => {
        embedded = done;
      }),
      change: () => {
        const replaces = this.#store.catalog.byKey(article.key) !== undefined;
        const { root, path } = file;
        const cuttingVersion = CUTTING_VERSION;
        this.#store.put({ article, root, path, cuttingVersion, passages, vectors: embedded });
        this.#counts[replaces ? 'replaced' : 'added'] += 1;
      },
    });
  }

  #finishFile(changed: ChangedFile): void {
    const { path } = changed.file;
    this.#store.writer.forgetPath(path);
    if (!this.#unsettled.has(path)) this.#saveRecord(changed);
    this.#progress.finishFile(changed.file);
  }

  /** Notes the hash of a file all of whose articles are in the index. */
  #saveRecord({ file, record }: ChangedFile): void {
    if (record && !this.#incomplete.has(file.path)) this.#store.writer.saveFile(record);
  }

  /** Removes the articles that no file has any more. */
  #removeFree(): void {
    const free = this.#store.catalog.rows.filter((row) => this.#claims.isFree(row));
    for (const row of free) {
      this.#store.writer.commit(() => this.#store.remove(row));
      this.#counts.removed += 1;
    }
  }

  #settle(changed: readonly ChangedFile[]): void {
    const unsettled = changed.filter(({ file }) => this.#unsettled.has(file.path));
    if (unsettled.length === 0) return;
    this.#store.writer.commit(() => {
      for (const each of unsettled) this.#saveRecord(each);
    });
  }

  #saveGraph(): void {
    this.#progress.begin('linking', []);
    const warning = this.#store.saveGraph(this.#options.signal);
    if (warning) this.#warnings.push(warning);
  }

  #report(): IndexReport {
    const { seconds, passages } = this.#progress;
    return {
      ...this.#counts,
      skipped: this.#skipped,
      articles: this.#store.catalog.articles,
      passages: this.#store.catalog.passages,
      seconds,
      passagesPerSecond: passages / seconds,
      warnings: this.#warnings,
      interrupted: this.#interrupted,
    };
  }

  #articlesOf(file: SourceFile): ArticleRow[] {
    return (this.#rowsByPath.get(file.path) ?? []).filter((row) => row.root === file.root);
  }

  #keep(rows: readonly ArticleRow[]): void {
    this.#counts.unchanged += rows.length;
    this.#claims.keep(rows);
  }

  #skip(file: SourceFile, skipped: readonly SkippedFile[]): void {
    this.#skipped.push(...skipped);
    if (skipped.length > 0) this.#incomplete.add(file.path);
  }

  async #passageCutter(): Promise<PassageCutter> {
    const { folder } = this.#options.model;
    this.#cutter ??= createPassageCutter({
      countTokens: await createTokenCounter(folder),
      maxTokens: folder.maxTokens,
    });
    return this.#cutter;
  }
}

function groupByPath(rows: readonly ArticleRow[]): Map<string, ArticleRow[]> {
  const groups = new Map<string, ArticleRow[]>();
  for (const row of rows) {
    const group = groups.get(row.path);
    if (group) group.push(row);
    else groups.set(row.path, [row]);
  }
  return groups;
}

function duplicateKey(key: string, { file, holder }: { file: SourceFile; holder: string }): SkippedFile {
  const reason = `Its key "${key}" is already that of an article from ${holder}. Give one of the two another id, or remove the other first with "footnote remove".`;
  return { path: file.path, reason };
}

function keptUnread(file: SourceFile, kept: readonly ArticleRow[]): string {
  const what = kept.length === 1 ? `"${kept[0]?.key}" stays` : `${kept.length} articles stay`;
  return `${file.keyPath}: ${what} as last read, for it cannot be read now; footnote remove takes out what is not wanted.`;
}

/** Rejects with the signal's reason when that comes first: an article may take minutes to embed. */
async function unlessAborted<Result>(
  work: Promise<Result>,
  signal: AbortSignal | undefined,
): Promise<Result> {
  if (!signal) return await work;
  let abort = () => {};
  const aborted = new Promise<never>((_, reject) => {
    abort = () => reject(signal.reason);
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort);
  });
  try {
    return await Promise.race([work, aborted]);
  } finally {
    signal.removeEventListener('abort', abort);
  }
}
