import { assertSameModel, vectorFault } from '@footnote/index';
import type { EmbeddingModelIdentity } from '@footnote/inference';
import type { Statement } from 'better-sqlite3';
import { ArticleCatalog } from '../storage/article-catalog.ts';
import {
  type ArticleContents,
  type ArticleRow,
  articleContents,
  parseArticleRow,
  type RawArticleRow,
} from '../storage/article-rows.ts';
import { type Database, openForReading } from '../storage/database.ts';
import { indexDamaged } from '../storage/index-errors.ts';
import { generationReader, type Manifest, readManifest } from '../storage/manifest.ts';
import { openVectors } from '../vectors/open-vectors.ts';
import { VectorGraph } from '../vectors/vector-graph.ts';
import { DEFAULT_LIMITS, type VectorSearch, type VectorSearchLimits } from '../vectors/vector-search.ts';
import { LexicalSearch } from './lexical-search.ts';
import { TextCache } from './text-cache.ts';

export interface IndexStateOptions {
  /** The model that questions are embedded with: an index of another is refused. */
  readonly model?: EmbeddingModelIdentity | undefined;
  readonly limits?: VectorSearchLimits | undefined;
}

/**
 * An open database, and what scoring keeps of it in memory. Everything is read within a transaction that begins with
 * `follow`, so that memory and database are of one version.
 */
export class IndexState {
  readonly directory: string;
  readonly database: Database;
  readonly catalog = new ArticleCatalog();
  readonly contents: ArticleContents;
  readonly lexical: LexicalSearch;
  readonly texts: TextCache;
  readonly #options: IndexStateOptions;
  readonly #readGeneration: () => string | null;
  /** Keys of what is near-identical to an article, by its id, as far as they were asked for. */
  readonly #duplicates = new Map<number, readonly string[]>();
  readonly #selectWithDuplicates: Statement<unknown[]>;
  /** Ids of the articles that have any: most have none, and a search asks for hundreds. */
  #withDuplicates: ReadonlySet<number> | null = null;
  #vectors: VectorSearch | null = null;
  #manifest: Manifest | null = null;
  #generation: string | null = null;

  /** @throws FootnoteError as `IndexEngine.openReader` */
  constructor(directory: string, options: IndexStateOptions) {
    this.directory = directory;
    this.#options = options;
    this.database = openForReading(directory);
    try {
      this.contents = articleContents(this.database, directory);
      this.texts = new TextCache((row) => this.contents.text(row));
      this.lexical = new LexicalSearch(this.database, this.catalog);
      this.#readGeneration = generationReader(this.database);
      this.#selectWithDuplicates = this.database
        .prepare('SELECT DISTINCT article FROM near_duplicate')
        .pluck();
    } catch (error) {
      this.database.close();
      throw error;
    }
  }

  /** Null while nothing was ever indexed. */
  get manifest(): Manifest | null {
    return this.#manifest;
  }

  /** Null while nothing was ever indexed. */
  get vectors(): VectorSearch | null {
    return this.#vectors;
  }

  /** Keys of the articles that are near-identical to this one, in order. */
  duplicates(row: ArticleRow): readonly string[] {
    this.#withDuplicates ??= new Set(this.#selectWithDuplicates.all() as number[]);
    if (!this.#withDuplicates.has(row.id)) return [];
    let keys = this.#duplicates.get(row.id);
    if (!keys) {
      keys = this.contents
        .duplicates(row)
        .map((id) => this.#keyOf(id, row))
        .sort();
      this.#duplicates.set(row.id, keys);
    }
    return keys;
  }

  /** The unit vector of a passage, by its place among those of its article. */
  vector(row: ArticleRow, ordinal: number): Float32Array {
    const { dimensions } = this.#manifest!.model;
    return this.#checkedVectors(row).slice(ordinal * dimensions, (ordinal + 1) * dimensions);
  }

  /** Brings memory in line with the database's state in this transaction. */
  follow(): void {
    const generation = this.#readGeneration();
    if (generation === this.#generation) return;
    const manifest = readManifest(this.database, this.directory);
    if (manifest && this.#options.model) {
      assertSameModel(manifest.model, this.#options.model, this.directory);
    }
    this.#manifest = manifest;
    if (manifest) this.#followArticles(manifest);
    this.#duplicates.clear();
    this.#withDuplicates = null;
    this.#generation = generation;
  }

  #followArticles(manifest: Manifest): void {
    // All is read and checked before memory changes: after a failure the next call has as much to do, and fails too.
    const added = this.#newRows();
    const gone = this.#goneIds();
    const vectors = this.#vectors ?? this.#openVectors(manifest, added);
    const blocks = added
      .filter((row) => vectors.needs(row))
      .map((row) => ({ row, block: this.#checkedVectors(row) }));
    for (const row of this.catalog.remove(gone)) vectors.remove(row);
    for (const row of added) this.catalog.add(row);
    for (const { row, block } of blocks) vectors.add(row, block);
    this.#vectors = vectors;
  }

  #openVectors({ graph, model }: Manifest, rows: readonly ArticleRow[]): VectorSearch {
    return openVectors({
      directory: this.directory,
      graph,
      rows,
      dimensions: model.dimensions,
      catalog: this.catalog,
      readVectors: (row) => this.#checkedVectors(row),
      limits: this.#options.limits ?? DEFAULT_LIMITS,
    });
  }

  #newRows(): ArticleRow[] {
    const rows = this.database
      .prepare('SELECT * FROM article WHERE id > ? ORDER BY id')
      .iterate(this.catalog.lastId) as IterableIterator<RawArticleRow>;
    return Array.from(rows, (row) => parseArticleRow(row, this.directory));
  }

  #goneIds(): ReadonlySet<number> {
    const ids = this.database
      .prepare('SELECT id FROM article WHERE id <= ?')
      .pluck()
      .all(this.catalog.lastId) as number[];
    const remaining = new Set(ids);
    return new Set(this.catalog.rows.map((row) => row.id).filter((id) => !remaining.has(id)));
  }

  #checkedVectors(row: ArticleRow): Float32Array {
    const vectors = this.contents.vectors(row);
    const { dimensions } = this.#manifest!.model;
    const fault = vectorFault(vectors, { count: row.passages.length, dimensions });
    if (fault) throw indexDamaged(this.directory, `of the vectors of "${row.key}", ${fault}`);
    return vectors;
  }

  /** Moves vectors beyond the limit of exact scoring into the graph, for about so many milliseconds. */
  fold(milliseconds: number): void {
    const { dimensions } = this.#manifest?.model ?? { dimensions: 0 };
    this.#vectors?.fold(milliseconds, () => VectorGraph.create(dimensions));
  }

  #keyOf(id: number, row: ArticleRow): string {
    const other = this.catalog.byId(id);
    if (other) return other.key;
    const what = `"${row.key}" is near-identical to article ${id}, which is not there`;
    throw indexDamaged(this.directory, what);
  }
}
