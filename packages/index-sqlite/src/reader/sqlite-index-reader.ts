import { join } from 'node:path';
import { FootnoteError } from '@footnote/core';
import type {
  ArticleFilter,
  IndexReader,
  IndexStatus,
  Page,
  PageOf,
  PassageScore,
  ScoreOptions,
  StoredArticle,
  StoredPassage,
} from '@footnote/index';
import type { EmbeddingModelIdentity } from '@footnote/inference';
import { ArticleCatalog } from '../storage/article-catalog.ts';
import {
  type ArticleContents,
  type ArticleRow,
  articleContents,
  parseArticleRow,
  type RawArticleRow,
  toArticle,
} from '../storage/article-rows.ts';
import { type Database, openForReading } from '../storage/database.ts';
import { directorySize } from '../storage/index-directory.ts';
import { indexDamaged, withIndexErrors } from '../storage/index-errors.ts';
import { generationReader, type Manifest, readManifest } from '../storage/manifest.ts';
import { assertSameModel } from '../storage/model-match.ts';
import { checkQueryVector, vectorFault } from '../storage/vector-bytes.ts';
import { sha256OfGraphFile } from '../vectors/graph-file.ts';
import { VectorGraph } from '../vectors/vector-graph.ts';
import {
  DEFAULT_LIMITS,
  type LoadedGraph,
  passagePredicate,
  VectorSearch,
  type VectorSearchLimits,
} from '../vectors/vector-search.ts';
import { articlePredicate } from './filter-articles.ts';
import { LexicalSearch } from './lexical-search.ts';
import { TextCache } from './text-cache.ts';

export interface ReaderOptions {
  /** The model that questions are embedded with: an index of another is refused. */
  readonly model?: EmbeddingModelIdentity | undefined;
  readonly limits?: VectorSearchLimits | undefined;
}

/** Between two looks at the database for new commits, so that questions find the new vectors in memory. */
const FOLLOW_MS = 250;
/** Of which so many may go into linking passages to the graph. */
const FOLD_MS = 20;

/** Reads an index's database, and keeps in memory what scoring needs. */
export class SqliteIndexReader implements IndexReader {
  readonly #directory: string;
  readonly #options: ReaderOptions;
  readonly #database: Database;
  readonly #catalog = new ArticleCatalog();
  readonly #contents: ArticleContents;
  readonly #lexical: LexicalSearch;
  readonly #texts: TextCache;
  readonly #readGeneration: () => string | null;
  readonly #timer: NodeJS.Timeout;
  #vectors: VectorSearch | null = null;
  #manifest: Manifest | null = null;
  #generation: string | null = null;
  #inSnapshot = false;

  /** @throws FootnoteError as `openIndexReader` */
  constructor(directory: string, options: ReaderOptions = {}) {
    this.#directory = directory;
    this.#options = options;
    this.#database = openForReading(directory);
    try {
      this.#contents = articleContents(this.#database, directory);
      this.#texts = new TextCache((row) => this.#contents.text(row));
      this.#lexical = new LexicalSearch(this.#database, this.#catalog);
      this.#readGeneration = generationReader(this.#database);
      this.snapshot(() => {});
    } catch (error) {
      this.#database.close();
      throw error;
    }
    this.#timer = setInterval(() => this.#followQuietly(), FOLLOW_MS).unref();
  }

  snapshot<T>(read: () => T): T {
    if (this.#inSnapshot) return read();
    return withIndexErrors(this.#directory, () => {
      this.#database.exec('BEGIN');
      this.#inSnapshot = true;
      try {
        this.#follow();
        return read();
      } finally {
        this.#inSnapshot = false;
        this.#database.exec('COMMIT');
      }
    });
  }

  status(): IndexStatus {
    return this.snapshot(() => ({
      articles: this.#catalog.articles,
      passages: this.#catalog.passages,
      model: this.#manifest?.model ?? null,
      bytes: directorySize(this.#directory),
      updatedAt: this.#manifest?.updatedAt ?? null,
    }));
  }

  article(key: string): StoredArticle | null {
    return this.snapshot(() => {
      const row = this.#catalog.byKey(key);
      return row ? this.#storedArticle(row) : null;
    });
  }

  articles(page: Page & { readonly filter?: ArticleFilter | undefined }): PageOf<StoredArticle> {
    return this.snapshot(() => {
      const passes = articlePredicate(page.filter);
      const rows: ArticleRow[] = [];
      for (const key of this.#keysAfter(page.after)) {
        const row = this.#catalog.byKey(key)!;
        if (!passes || passes(row)) rows.push(row);
        if (rows.length > page.first) break;
      }
      const items = rows.slice(0, page.first).map((row) => ({
        cursor: row.key,
        item: this.#storedArticle(row),
      }));
      return { items, hasNextPage: rows.length > page.first };
    });
  }

  countArticles(filter?: ArticleFilter): number {
    return this.snapshot(() => {
      const passes = articlePredicate(filter);
      return passes ? this.#catalog.rows.filter(passes).length : this.#catalog.articles;
    });
  }

  passages(articleKey: string, page: Page): PageOf<StoredPassage> {
    return this.snapshot(() => {
      const row = this.#catalog.byKey(articleKey);
      const after = page.after === undefined ? -1 : passageStart(page.after);
      const ordinals = row ? [...row.passages.keys()].filter((at) => row.passages[at]!.start > after) : [];
      const items = ordinals.slice(0, page.first).map((ordinal) => {
        const item = this.#storedPassage(row!, ordinal);
        return { cursor: String(item.start), item };
      });
      return { items, hasNextPage: ordinals.length > page.first };
    });
  }

  passage(id: number): StoredPassage | null {
    return this.snapshot(() => {
      const row = this.#catalog.ofPassage(id);
      return row ? this.#storedPassage(row, id - row.firstPassage) : null;
    });
  }

  passageAt(articleKey: string, start: number): StoredPassage | null {
    return this.snapshot(() => {
      const row = this.#catalog.byKey(articleKey);
      const ordinal = row?.passages.findIndex((span) => span.start === start) ?? -1;
      return row && ordinal >= 0 ? this.#storedPassage(row, ordinal) : null;
    });
  }

  lexicalScores(terms: readonly string[], options: ScoreOptions): readonly PassageScore[] {
    return this.snapshot(() => {
      const passes = articlePredicate(options.filter);
      const scores = this.#lexical.scores(terms, { limit: options.limit, passes });
      for (const { passageId } of scores) this.#checkKnown(passageId);
      return scores;
    });
  }

  semanticScores(vector: Float32Array, options: ScoreOptions): readonly PassageScore[] {
    return this.snapshot(() => {
      if (!this.#vectors || !this.#manifest) return [];
      checkQueryVector(vector, this.#manifest.model.dimensions);
      const passes = articlePredicate(options.filter);
      return this.#vectors.nearest(vector, { limit: options.limit, passes });
    });
  }

  similarities(vector: Float32Array, passageIds: readonly number[]): readonly number[] {
    return this.snapshot(() => {
      if (passageIds.length === 0) return [];
      checkQueryVector(vector, this.#manifest?.model.dimensions ?? 0);
      return passageIds.map((id) => this.#vectors!.similarity(vector, id));
    });
  }

  documentFrequency(word: string): number {
    return this.snapshot(() => this.#lexical.documentFrequency(word));
  }

  close(): void {
    clearInterval(this.#timer);
    this.#database.close();
  }

  /** Brings memory in line with the database's state in this transaction. */
  #follow(): void {
    const generation = this.#readGeneration();
    if (generation === this.#generation) return;
    const manifest = readManifest(this.#database, this.#directory);
    if (manifest && this.#options.model) {
      assertSameModel(manifest.model, this.#options.model, this.#directory);
    }
    this.#manifest = manifest;
    if (manifest) this.#followArticles(manifest);
    this.#generation = generation;
  }

  #followArticles(manifest: Manifest): void {
    // All is read and checked before memory changes: after a failure the next call has as much to do, and fails too.
    const added = this.#newRows();
    const gone = this.#goneIds();
    const vectors = this.#vectors ?? this.#vectorSearch(manifest, added);
    const blocks = added
      .filter((row) => vectors.needs(row))
      .map((row) => ({ row, block: this.#checkedVectors(row) }));
    for (const row of this.#catalog.remove(gone)) vectors.remove(row);
    for (const row of added) this.#catalog.add(row);
    for (const { row, block } of blocks) vectors.add(row, block);
    this.#vectors = vectors;
  }

  #vectorSearch(manifest: Manifest, rows: readonly ArticleRow[]): VectorSearch {
    const options = {
      dimensions: manifest.model.dimensions,
      catalog: this.#catalog,
      readVectors: (row: ArticleRow) => this.#checkedVectors(row),
      limits: this.#options.limits ?? DEFAULT_LIMITS,
    };
    return new VectorSearch(options, this.#loadGraph(manifest, rows));
  }

  #newRows(): ArticleRow[] {
    const rows = this.#database
      .prepare('SELECT * FROM article WHERE id > ? ORDER BY id')
      .iterate(this.#catalog.lastId) as IterableIterator<RawArticleRow>;
    return Array.from(rows, (row) => parseArticleRow(row, this.#directory));
  }

  #goneIds(): ReadonlySet<number> {
    const ids = this.#database
      .prepare('SELECT id FROM article WHERE id <= ?')
      .pluck()
      .all(this.#catalog.lastId) as number[];
    const remaining = new Set(ids);
    return new Set(this.#catalog.rows.map((row) => row.id).filter((id) => !remaining.has(id)));
  }

  /** The graph file, when the index is too large for exact scoring, and the file is what the manifest says. */
  #loadGraph({ graph: record, model }: Manifest, rows: readonly ArticleRow[]): LoadedGraph | null {
    const { exact } = this.#options.limits ?? DEFAULT_LIMITS;
    const passages = rows.reduce((sum, row) => sum + row.passages.length, 0);
    if (!record || passages <= exact) return null;
    const path = join(this.#directory, record.file);
    // Without its graph an index answers as well, only slower: `verify` reports the file.
    if (sha256OfGraphFile(path) !== record.sha256) return null;
    const graph = VectorGraph.load(path, model.dimensions);
    const deleted = new Set(record.deleted);
    const isThere = passagePredicate(rows, record.lastPassage);
    for (const label of graph.labels) {
      if (!deleted.has(label) && !isThere(label)) graph.delete(label);
    }
    return { graph, lastPassage: record.lastPassage };
  }

  #checkedVectors(row: ArticleRow): Float32Array {
    const vectors = this.#contents.vectors(row);
    const { dimensions } = this.#manifest!.model;
    const fault = vectorFault(vectors, { count: row.passages.length, dimensions });
    if (fault) throw indexDamaged(this.#directory, `of the vectors of "${row.key}", ${fault}`);
    return vectors;
  }

  #followQuietly(): void {
    try {
      this.snapshot(() => {});
      const { dimensions } = this.#manifest?.model ?? { dimensions: 0 };
      this.#vectors?.fold(FOLD_MS, () => VectorGraph.create(dimensions));
    } catch (error) {
      // The next call meets the same error, and has someone to tell it to.
      if (!(error instanceof FootnoteError)) throw error;
    }
  }

  #keysAfter(after: string | undefined): readonly string[] {
    const { keys } = this.#catalog;
    return after === undefined ? keys : keys.slice(firstAbove(keys, after));
  }

  #storedArticle(row: ArticleRow): StoredArticle {
    return { ...toArticle(row, this.#texts.get(row)), duplicates: this.#duplicates(row) };
  }

  #duplicates(row: ArticleRow): string[] {
    const keys = this.#contents.duplicates(row).map((id) => {
      const other = this.#catalog.byId(id);
      if (other) return other.key;
      throw indexDamaged(
        this.#directory,
        `"${row.key}" is near-identical to article ${id}, which is not there`,
      );
    });
    return keys.sort();
  }

  #storedPassage(row: ArticleRow, ordinal: number): StoredPassage {
    const { start, end } = row.passages[ordinal]!;
    return {
      id: row.firstPassage + ordinal,
      articleKey: row.key,
      ordinal,
      start,
      end,
      text: this.#texts.get(row).slice(start, end),
    };
  }

  #checkKnown(passageId: number): void {
    if (!this.#catalog.ofPassage(passageId)) {
      throw indexDamaged(
        this.#directory,
        `its lexical index names the passage ${passageId}, which no article has`,
      );
    }
  }
}

/** The place that a cursor of `passages` names: it goes through the hands of clients. */
function passageStart(cursor: string): number {
  if (/^\d+$/.test(cursor)) return Number(cursor);
  throw new FootnoteError(
    'INVALID_CURSOR',
    `"${cursor.slice(0, 60)}" is no place in an article. Pass an endCursor as it was returned, or none.`,
  );
}

function firstAbove(keys: readonly string[], after: string): number {
  let low = 0;
  let high = keys.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (keys[middle]! <= after) low = middle + 1;
    else high = middle;
  }
  return low;
}
