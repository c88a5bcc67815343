import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { assertSameModel } from '@footnote/index';
import type { EmbeddingModelIdentity } from '@footnote/inference';
import { type Database, openForReading } from '../storage/database.ts';
import { databasePath } from '../storage/index-directory.ts';
import { translateIndexError } from '../storage/index-errors.ts';
import { type Manifest, readManifest } from '../storage/manifest.ts';
import { acquireWriterLock } from '../storage/writer-lock.ts';
import { type IndexStore, withIndexStore } from '../writer/index-store.ts';
import {
  countArticles,
  type SalvagedArticle,
  salvageArticles,
  salvageSourceFiles,
} from '../writer/salvage.ts';
import { verifyIndex } from './verify-index.ts';

/** Embeds passages whose vectors were lost. Asked for only when there are some. */
export interface PassageEmbedding {
  /** The model it embeds with. */
  model(): Promise<EmbeddingModelIdentity>;
  /** A unit vector a passage, in order, embedded under the article's title. */
  embed(title: string | null, passages: readonly string[]): Promise<readonly Float32Array[]>;
}

export interface RepairOptions {
  readonly embedding: PassageEmbedding;
  /** Wait for another writer to finish instead of failing. */
  readonly wait?: boolean | undefined;
}

export interface RepairReport {
  /** What was done, in words; empty when nothing was wrong. */
  readonly actions: readonly string[];
  /** Articles that could not be saved: index their files again. */
  readonly lost: number;
}

const NOTHING_WRONG: RepairReport = { actions: [], lost: 0 };

/**
 * Mends an index from what is left of it: every article whose text is whole goes into a new database, with its
 * vectors or, where these are lost, with new ones; the lexical index and the graph are made anew from them. The new
 * database takes the old one's place in one step, at the end.
 * @throws FootnoteError `INDEX_NOT_FOUND`, `INDEX_LOCKED`, `INDEX_DAMAGED` (nothing is left), `INDEX_OTHER_MODEL`,
 * `INDEX_NOT_WRITABLE`, `INDEX_DISK_FULL`
 */
export async function repairIndex(directory: string, options: RepairOptions): Promise<RepairReport> {
  const place = resolve(directory);
  if (verifyIndex(place).ok) return NOTHING_WRONG;
  const lock = await acquireWriterLock(place, { wait: options.wait });
  try {
    // What was wrong may have changed until the lock was free.
    const { ok, problems } = verifyIndex(place);
    if (ok) return NOTHING_WRONG;
    const isGraphOnly = problems.every(({ part }) => part === 'graph');
    return isGraphOnly ? await mendGraph(place) : await rebuild(place, options);
  } catch (error) {
    throw translateIndexError(place, error);
  } finally {
    lock.release();
  }
}

function mendGraph(directory: string): Promise<RepairReport> {
  return withIndexStore({ directory, model: identityOf(directory) }, (store) => {
    store.writer.commit(() => store.writer.saveGraph(null));
    return { actions: [makeGraph(store)], lost: 0 };
  });
}

function makeGraph(store: IndexStore): string {
  return store.saveGraph() ?? 'Made the graph anew from the vectors.';
}

function identityOf(directory: string) {
  const database = openForReading(directory);
  try {
    return readManifest(database, directory)!.model;
  } finally {
    database.close();
  }
}

async function rebuild(directory: string, options: RepairOptions): Promise<RepairReport> {
  const workplace = join(directory, 'repair');
  rmSync(workplace, { recursive: true, force: true });
  mkdirSync(workplace);
  const damaged = openForReading(directory);
  let report: RepairReport;
  try {
    report = await copyWhole(damaged, workplace, options);
  } finally {
    damaged.close();
  }
  replaceDatabase(directory, workplace);
  const made = await withIndexStore({ directory, model: identityOf(directory) }, makeGraph);
  return { ...report, actions: [...report.actions, made] };
}

async function copyWhole(
  damaged: Database,
  workplace: string,
  options: RepairOptions,
): Promise<RepairReport> {
  const manifest = wholeManifest(damaged, workplace);
  const reembedding = new Reembedding(manifest, options.embedding);
  const model = manifest?.model ?? (await reembedding.model());
  return await withIndexStore({ directory: workplace, model }, async (store) => {
    const whole = salvageArticles(damaged, manifest?.model.dimensions ?? null);
    const copied = await copyArticles(whole, { store, reembedding });
    const lost = Math.max(0, countArticles(damaged) - copied);
    // Files of lost articles are not known: without records, the next run reads every file again.
    const files = lost === 0 ? salvageSourceFiles(damaged) : [];
    store.writer.commit(() => {
      for (const file of files) store.writer.saveFile(file);
      if (manifest?.calibration) store.writer.saveCalibration(manifest.calibration);
    });
    return { actions: describe({ copied, lost, embedded: reembedding.count }), lost };
  });
}

/** Returns how many there were. */
async function copyArticles(
  whole: Iterable<SalvagedArticle>,
  { store, reembedding }: { store: IndexStore; reembedding: Reembedding },
): Promise<number> {
  const { dimensions } = store.writer.manifest.model;
  let copied = 0;
  for (const salvaged of whole) {
    const vectors = salvaged.vectors
      ? sliceVectors(salvaged.vectors, dimensions)
      : await reembedding.embed(salvaged);
    const { row, article } = salvaged;
    store.writer.commit(() => store.put({ ...row, article, vectors }));
    copied += 1;
  }
  return copied;
}

/** Embeds again what lost its vectors, with the model that made the others, and counts the articles. */
class Reembedding {
  readonly #manifest: Manifest | null;
  readonly #embedding: PassageEmbedding;
  count = 0;

  constructor(manifest: Manifest | null, embedding: PassageEmbedding) {
    this.#manifest = manifest;
    this.#embedding = embedding;
  }

  async model(): Promise<EmbeddingModelIdentity> {
    const model = await this.#embedding.model();
    if (this.#manifest) assertSameModel(this.#manifest.model, model, 'need of repair');
    return model;
  }

  async embed({ row, article }: SalvagedArticle): Promise<readonly Float32Array[]> {
    await this.model();
    this.count += 1;
    const passages = row.passages.map(({ start, end }) => article.text.slice(start, end));
    return this.#embedding.embed(article.title, passages);
  }
}

function wholeManifest(database: Database, directory: string): Manifest | null {
  try {
    return readManifest(database, directory);
  } catch {
    // Which model made the vectors is then not known: they are all made anew.
    return null;
  }
}

function sliceVectors(vectors: Float32Array, dimensions: number): Float32Array[] {
  const count = vectors.length / dimensions;
  return Array.from({ length: count }, (_, index) =>
    vectors.subarray(index * dimensions, (index + 1) * dimensions),
  );
}

function replaceDatabase(directory: string, workplace: string): void {
  // The damaged database's log must not be taken for the new one's.
  for (const suffix of ['-wal', '-shm']) rmSync(databasePath(directory) + suffix, { force: true });
  renameSync(databasePath(workplace), databasePath(directory));
  rmSync(workplace, { recursive: true, force: true });
}

function describe({ copied, lost, embedded }: { copied: number; lost: number; embedded: number }): string[] {
  const actions = [`Kept ${copied} articles whose text is whole, and made the lexical index anew from them.`];
  if (embedded > 0) actions.push(`Embedded ${embedded} of them again, whose vectors were lost.`);
  if (lost > 0) {
    actions.push(`Lost ${lost} articles: run "footnote index" over their paths to have them back.`);
  }
  return actions;
}
