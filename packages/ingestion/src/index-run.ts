import { setMaxListeners } from 'node:events';
import type { Article } from '@footnote/core';
import type { FileReader, FileReading, FoundFiles, SkippedFile, SourceFile } from '@footnote/documents';
import type {
  ArticleOrigin,
  IndexChange,
  IndexEntry,
  IndexWriter,
  NewArticle,
  SourceFileRecord,
} from '@footnote/index';
import { createTokenCounter, type Embedder, type EmbeddingModel } from '@footnote/inference';
import { CHUNKING_VERSION, type Chunker, createChunker } from './chunker.ts';
import { CommitQueue } from './commit-queue.ts';
import type { IndexProgress, IndexReport } from './index-report.ts';
import { KeyClaims } from './key-claims.ts';
import { RunProgress } from './run-progress.ts';
import { describeFile } from './source-files.ts';

export interface IndexRunOptions {
  readonly writer: IndexWriter;
  /** What the index holds before the run. */
  readonly entries: readonly IndexEntry[];
  /** Whether the file of an article is gone, so that nobody has the article any more. */
  readonly isGone: (article: ArticleOrigin) => boolean;
  readonly found: FoundFiles;
  readonly model: EmbeddingModel;
  readonly embedder: Embedder;
  readonly fileReader: FileReader;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: IndexProgress) => void) | undefined;
}

/** Passages that are embedded or wait to be committed: enough to keep the workers busy over a long article. */
const PENDING_PASSAGES = 64;

/** Of whoever else follows the signal of a run. */
const SPARE_LISTENERS = 16;

/** A file and the record it gets once its articles are in the index. */
interface ChangedFile {
  readonly file: SourceFile;
  /** Null when the file could not be hashed. */
  readonly record: SourceFileRecord | null;
}

/** One run of `updateIndex`: looks at every file, reads those that changed, embeds, commits in order. */
export class IndexRun {
  readonly #options: IndexRunOptions;
  readonly #writer: IndexWriter;
  /** What the index holds, kept in line with what is applied. */
  readonly #entries: Map<string, IndexEntry>;
  readonly #progress: RunProgress;
  readonly #queue: CommitQueue;
  readonly #claims: KeyClaims;
  readonly #entriesByPath: ReadonlyMap<string, readonly IndexEntry[]>;
  /**
   * Articles that cannot be indexed yet: in the last run their key was that of an article from another file, and that
   * file is still to be read. If it has lost the article, the key is free.
   */
  readonly #waiting: { readonly article: Article; readonly file: SourceFile }[] = [];
  readonly #skipped: SkippedFile[];
  /** Paths of files of which something could not be read. They get no record, so that the next run reads them again. */
  readonly #incomplete = new Set<string>();
  /**
   * Paths of files whose records are written only at the end of the run: some of their articles wait (see above), or
   * articles that they lost may be taken over by other files.
   */
  readonly #unsettled = new Set<string>();
  readonly #warnings: string[];
  readonly #counts = { added: 0, replaced: 0, removed: 0, unchanged: 0 };
  #chunker: Chunker | undefined;

  constructor(options: IndexRunOptions) {
    this.#options = options;
    this.#writer = options.writer;
    // Each pending article listens, and there may be more than the ten that Node takes for a leak.
    if (options.signal) setMaxListeners(PENDING_PASSAGES + SPARE_LISTENERS, options.signal);
    this.#entries = new Map(options.entries.map((entry) => [entry.key, entry]));
    this.#entriesByPath = groupByPath(options.entries);
    this.#queue = new CommitQueue({
      limit: PENDING_PASSAGES,
      apply: (changes) => this.#apply(changes),
    });
    this.#progress = new RunProgress(options.onProgress);
    this.#claims = new KeyClaims({
      holderOf: (key) => this.#entries.get(key),
      isGone: options.isGone,
    });
    this.#skipped = [...options.found.skipped];
    this.#warnings = [...options.found.warnings];
  }

  async complete(): Promise<IndexReport> {
    const changed = await this.#checkFiles();
    try {
      await this.#indexFiles(changed);
    } catch (error) {
      if (!this.#interrupted || error !== this.#options.signal?.reason) throw error;
    }
    if (!this.#interrupted) {
      await this.#removeFree();
      await this.#settle(changed);
      await this.#finish();
    }
    return await this.#report();
  }

  get #interrupted(): boolean {
    return this.#options.signal?.aborted ?? false;
  }

  /** The files that are not in the index as they are now. */
  async #checkFiles(): Promise<ChangedFile[]> {
    const { files } = this.#options.found;
    const changed: ChangedFile[] = [];
    this.#progress.begin('checking', files);
    for (const file of files) {
      if (this.#interrupted) break;
      const record = await describeFile(file);
      if (record && (await this.#writer.isIndexed(record))) this.#keep(this.#articlesOf(file));
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
    const reading = this.#ownPart(await this.#options.fileReader.read(file));
    this.#skip(file, reading.skipped);
    this.#warnings.push(...reading.warnings);
    this.#freeLeftOver(file, reading);
    for (const article of reading.articles) {
      if (this.#interrupted) return;
      await this.#indexArticle(article, file);
    }
    const changes: IndexChange[] = [{ kind: 'forgetFile', path: file.path }];
    if (!this.#unsettled.has(file.path)) changes.push(...this.#recordOf(changed));
    await this.#queue.join(changes, () => this.#progress.finishFile(file));
  }

  /** What was read, without the articles of other shares. */
  #ownPart(reading: FileReading): FileReading {
    const { articles } = reading;
    return { ...reading, articles: articles.filter(({ key }) => this.#writer.takes(key)) };
  }

  /** Frees what the file no longer holds; what could not be read of it stays. */
  #freeLeftOver(file: SourceFile, { articles, unreadKeys }: FileReading): void {
    const keys = new Set(articles.map((article) => article.key));
    const leftOver = this.#articlesOf(file).filter((entry) => !keys.has(entry.key));
    const isUnread = ({ key }: IndexEntry) => unreadKeys === null || unreadKeys.includes(key);
    const kept = leftOver.filter(isUnread);
    const lost = leftOver.filter((entry) => !isUnread(entry));
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
    const { key } = article;
    const before = this.#entries.get(key);
    if (before?.contentHash !== article.contentHash || before.chunkingVersion !== CHUNKING_VERSION) {
      await this.#embedLater(article, file);
      return;
    }
    this.#counts.unchanged += 1;
    const { root, path } = file;
    if (before.root === root && before.path === path) return;
    await this.#queue.join([{ kind: 'move', key, to: { root, path } }]);
  }

  async #embedLater(article: Article, { root, path }: SourceFile): Promise<void> {
    const chunker = await this.#openChunker();
    const passages = chunker.chunk(article);
    const vectors = Promise.all(
      passages.map(async ({ start, end }) => {
        const text = chunker.embeddedText(article.title, article.text.slice(start, end));
        const vector = await this.#options.embedder.embedPassage(text);
        this.#progress.finishPassage();
        return vector;
      }),
    );
    const put = async (): Promise<readonly IndexChange[]> => {
      const embedded = await unlessAborted(vectors, this.#options.signal);
      const chunkingVersion = CHUNKING_VERSION;
      return [
        { kind: 'put', article: { article, root, path, chunkingVersion, passages, vectors: embedded } },
      ];
    };
    await this.#queue.push({ size: passages.length, changes: put() });
  }

  async #apply(changes: readonly IndexChange[]): Promise<void> {
    await this.#writer.apply(changes);
    for (const change of changes) this.#note(change);
  }

  /** Keeps count, and the entries in line with the index. */
  #note(change: IndexChange): void {
    if (change.kind === 'put') {
      const entry = entryOf(change.article);
      this.#counts[this.#entries.has(entry.key) ? 'replaced' : 'added'] += 1;
      this.#entries.set(entry.key, entry);
    } else if (change.kind === 'remove') {
      this.#counts.removed += 1;
      this.#entries.delete(change.key);
    } else if (change.kind === 'move') {
      const entry = this.#entries.get(change.key);
      if (entry) this.#entries.set(change.key, { ...entry, ...change.to });
    }
  }

  /** The hash of a file all of whose articles are in the index, to be kept; none where something was skipped. */
  #recordOf({ file, record }: ChangedFile): IndexChange[] {
    if (!record || this.#incomplete.has(file.path)) return [];
    return [{ kind: 'saveFile', file: record }];
  }

  /** Removes the articles that no file has any more. */
  async #removeFree(): Promise<void> {
    for (const entry of [...this.#entries.values()]) {
      if (this.#claims.isFree(entry)) await this.#apply([{ kind: 'remove', key: entry.key }]);
    }
  }

  async #settle(changed: readonly ChangedFile[]): Promise<void> {
    const unsettled = changed.filter(({ file }) => this.#unsettled.has(file.path));
    await this.#apply(unsettled.flatMap((each) => this.#recordOf(each)));
  }

  async #finish(): Promise<void> {
    this.#progress.begin('linking', []);
    const warning = await this.#writer.finish(this.#options.signal);
    if (warning) this.#warnings.push(warning);
  }

  async #report(): Promise<IndexReport> {
    const { seconds, passages: embedded } = this.#progress;
    return {
      ...this.#counts,
      skipped: this.#skipped,
      ...(await this.#writer.counts()),
      seconds,
      passagesPerSecond: embedded / seconds,
      warnings: this.#warnings,
      interrupted: this.#interrupted,
    };
  }

  #articlesOf(file: SourceFile): IndexEntry[] {
    return (this.#entriesByPath.get(file.path) ?? []).filter((entry) => entry.root === file.root);
  }

  #keep(entries: readonly IndexEntry[]): void {
    this.#counts.unchanged += entries.length;
    this.#claims.keep(entries);
  }

  #skip(file: SourceFile, skipped: readonly SkippedFile[]): void {
    this.#skipped.push(...skipped);
    if (skipped.length > 0) this.#incomplete.add(file.path);
  }

  async #openChunker(): Promise<Chunker> {
    const { folder } = this.#options.model;
    this.#chunker ??= createChunker({
      countTokens: await createTokenCounter(folder),
      maxTokens: folder.maxTokens,
    });
    return this.#chunker;
  }
}

function groupByPath(entries: readonly IndexEntry[]): Map<string, IndexEntry[]> {
  const groups = new Map<string, IndexEntry[]>();
  for (const entry of entries) {
    const group = groups.get(entry.path);
    if (group) group.push(entry);
    else groups.set(entry.path, [entry]);
  }
  return groups;
}

function entryOf({ article: { key, contentHash }, root, path, chunkingVersion }: NewArticle): IndexEntry {
  return { key, contentHash, root, path, chunkingVersion };
}

function duplicateKey(key: string, { file, holder }: { file: SourceFile; holder: string }): SkippedFile {
  const reason = `Its key "${key}" is already that of an article from ${holder}. Give one of the two another id, or remove the other first with "footnote remove".`;
  return { path: file.path, reason };
}

function keptUnread(file: SourceFile, kept: readonly IndexEntry[]): string {
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
