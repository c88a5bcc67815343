import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { ArticleRow } from './article-rows.ts';
import type { ArticleWriter } from './article-writer.ts';
import { isWholeGraphFile, sha256OfGraphFile, syncFile } from './graph-file.ts';
import { graphFileName, listGraphFiles } from './index-directory.ts';
import type { GraphRecord } from './manifest.ts';
import { VectorGraph } from './vector-graph.ts';

/** A graph with a larger part of deleted passages than this is built anew. */
const MOST_DELETED = 0.25;

export interface GraphBuilderOptions {
  readonly directory: string;
  readonly writer: ArticleWriter;
  /** Every article, in order of id. */
  readonly rows: readonly ArticleRow[];
  /** Checked. */
  readonly readVectors: (row: ArticleRow) => Float32Array;
  /** Stops between two articles. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Writes the graph that goes with the database: the one before, caught up, or a new one. The file gets a name of its
 * own, and the manifest's commit makes it the one in use; a graph is never changed in place. Returns what is wrong
 * when it could not be written: the index is right without it, and slower.
 */
export function rebuildGraph(options: GraphBuilderOptions): string | null {
  const { directory, writer } = options;
  const file = graphFileName(writer.manifest.generation + 1);
  const path = join(directory, file);
  const built = buildGraph(options);
  if (!built) return null;
  try {
    if (built.graph) {
      built.graph.save(path);
      if (!isWholeGraphFile(path)) throw new Error('not all of it could be written');
      syncFile(path);
    }
    const record = built.graph && { file, sha256: sha256OfGraphFile(path)!, ...built.contents };
    writer.commit(() => writer.saveGraph(record));
    removeOtherGraphs(directory, record?.file ?? null);
    return null;
  } catch (error) {
    rmSync(path, { force: true });
    return `The graph file in ${directory} could not be written: ${(error as Error).message}. The index is whole without it; free some space and index again to have large indexes answer faster.`;
  }
}

/** Files that no manifest names are left by runs that were killed. */
export function removeOtherGraphs(directory: string, keep: string | null): void {
  for (const name of listGraphFiles(directory)) {
    if (name !== keep) rmSync(join(directory, name), { force: true });
  }
}

interface BuiltGraph {
  readonly graph: VectorGraph | null;
  readonly contents: Pick<GraphRecord, 'lastPassage' | 'deleted'>;
}

function buildGraph(options: GraphBuilderOptions): BuiltGraph | null {
  const { rows, writer, readVectors, signal } = options;
  const { dimensions } = writer.manifest.model;
  const start = reusableGraph(options) ?? { graph: null, lastPassage: 0, deleted: [] };
  let graph = start.graph;
  for (const row of rows) {
    if (signal?.aborted) return null;
    if (row.firstPassage <= start.lastPassage || row.passages.length === 0) continue;
    graph ??= VectorGraph.create(dimensions);
    const vectors = readVectors(row);
    for (const [ordinal] of row.passages.entries()) {
      graph.add(
        row.firstPassage + ordinal,
        vectors.subarray(ordinal * dimensions, (ordinal + 1) * dimensions),
      );
    }
  }
  const lastPassage = writer.manifest.nextPassage - 1;
  return { graph, contents: { lastPassage, deleted: start.deleted } };
}

/** The graph file of the manifest with what is gone deleted from it, if it is whole and worth keeping. */
function reusableGraph({ directory, writer, rows }: GraphBuilderOptions) {
  const { graph: record, model } = writer.manifest;
  if (!record || sha256OfGraphFile(join(directory, record.file)) !== record.sha256) return null;
  const alive = new Set<number>();
  for (const { firstPassage, passages } of rows) {
    for (const [ordinal] of passages.entries()) alive.add(firstPassage + ordinal);
  }
  const graph = VectorGraph.load(join(directory, record.file), model.dimensions);
  const labels = graph.labels.sort((a, b) => a - b);
  const deleted = labels.filter((label) => !alive.has(label));
  if (deleted.length > labels.length * MOST_DELETED) return null;
  const before = new Set(record.deleted);
  for (const label of deleted) if (!before.has(label)) graph.delete(label);
  return { graph, lastPassage: record.lastPassage, deleted };
}
