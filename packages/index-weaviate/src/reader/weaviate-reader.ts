import {
  assertSameModel,
  EMPTY_SEARCHER,
  type IndexReader,
  type IndexStatus,
  type OpenReaderOptions,
  type Searcher,
} from '@footnote/index';
import { Cluster } from '../cluster/cluster.ts';
import { indexNotFound } from '../cluster/cluster-errors.ts';
import type { ClusterLocation } from '../location.ts';
import { type Manifest, readManifest } from '../storage/manifest.ts';
import { ObjectStore } from '../storage/object-store.ts';
import { Records } from '../storage/records.ts';
import type { WriterRecord } from '../writer/writer-claim.ts';
import { WeaviateSearcher } from './weaviate-searcher.ts';
import { WordStatistics } from './word-statistics.ts';

/** How long what an index says about itself is taken for so, and how long that there is none. */
const MANIFEST_MS = 5000;
const NONE_MS = 250;

type ReaderOptions = Pick<OpenReaderOptions, 'model' | 'follow'> & { readonly key: string | undefined };

/** @throws FootnoteError as `IndexEngine.openReader` */
export async function openWeaviateReader(
  location: ClusterLocation,
  options: ReaderOptions,
): Promise<IndexReader> {
  const reader = new WeaviateReader(location, options);
  try {
    await reader.open();
  } catch (error) {
    await reader.close();
    throw error;
  }
  return reader;
}

/** Reads an index in a cluster, which may be there or not while the reader follows. */
class WeaviateReader implements IndexReader {
  readonly isSnapshot = false;
  readonly #cluster: Cluster;
  readonly #store: ObjectStore;
  readonly #records: Records;
  readonly #words: WordStatistics;
  readonly #options: ReaderOptions;
  #manifest: Promise<Manifest | null> | null = null;
  #readAgainAt = 0;

  constructor(location: ClusterLocation, options: ReaderOptions) {
    this.#cluster = new Cluster(location, options.key);
    this.#store = new ObjectStore(this.#cluster, location.name);
    this.#records = new Records(this.#store);
    this.#words = new WordStatistics(this.#store);
    this.#options = options;
  }

  async open(): Promise<void> {
    const manifest = await this.#currentManifest();
    if (!manifest && !this.#options.follow) throw indexNotFound(this.#cluster.location);
  }

  async status(): Promise<IndexStatus> {
    const manifest = await this.#currentManifest();
    if (!manifest) return { articles: 0, passages: 0, model: null, bytes: null, updatedAt: null };
    const [articles, passages, writers] = await Promise.all([
      this.#store.count('articles'),
      this.#store.count('passages'),
      this.#records.all<WriterRecord>('writer'),
    ]);
    const updates = writers.flatMap(({ updatedAt }) => updatedAt ?? []).sort();
    return { articles, passages, model: manifest.model, bytes: null, updatedAt: updates.at(-1) ?? null };
  }

  async withSearcher<T>(use: (searcher: Searcher) => Promise<T>): Promise<T> {
    const manifest = await this.#currentManifest();
    return use(
      manifest ? new WeaviateSearcher({ store: this.#store, words: this.#words, manifest }) : EMPTY_SEARCHER,
    );
  }

  async close(): Promise<void> {
    await this.#cluster.close();
  }

  /** Null while there is no index. */
  #currentManifest(): Promise<Manifest | null> {
    const now = performance.now();
    if (this.#manifest && now < this.#readAgainAt) return this.#manifest;
    const reading = this.#readManifest();
    this.#manifest = reading;
    this.#readAgainAt = now + NONE_MS;
    reading.then(
      (manifest) => {
        if (manifest) this.#readAgainAt = now + MANIFEST_MS;
      },
      () => {
        this.#manifest = null;
      },
    );
    return reading;
  }

  async #readManifest(): Promise<Manifest | null> {
    const manifest = await readManifest(this.#records, this.#cluster.location);
    const { model } = this.#options;
    if (manifest && model) assertSameModel(manifest.model, model, this.#cluster.location);
    return manifest;
  }
}
