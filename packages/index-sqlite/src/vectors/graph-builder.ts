import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { ArticleRow } from '../storage/article-rows.ts';
import { graphFileName, listGraphFiles } from '../storage/index-directory.ts';
import type { GraphRecord } from '../storage/manifest.ts';
import type { ArticleWriter } from '../writer/article-writer.ts';
import { elementsOfGraphFile, isWholeGraphFile, sha256OfGraphFile, syncFile } from './graph-file.ts';
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
 * Writes the graph that goes with the database, unless it is there: the one before, caught up, or a new one. Returns
 * what is wrong when it could not be written: the index is right without it, and slower.
 */
export function syncGraph(options: GraphBuilderOptions): string | null {
  const warning = isSynced(options) ? null : writeGraph(options);
  removeOtherGraphs(options.directory, options.writer.manifest.graph?.file ?? null);
  return warning;
}

/** Whether the graph file is there and holds what the database does: no passage came or went since it was made. */
function isSynced({ directory, writer, rows }: GraphBuilderOptions): boolean {
  const { graph, nextPassage } = writer.manifest;
  const passages = rows.reduce((count, row) => count + row.passages.length, 0);
  if (!graph) return passages === 0;
  const elements = elementsOfGraphFile(join(directory, graph.file));
  return graph.lastPassage === nextPassage - 1 && elements === passages + graph.deleted.length;
}

/** The file gets a name of its own, and the manifest's commit makes it the one in use: none is changed in place. */
function writeGraph(options: GraphBuilderOptions): string | null {
  const { directory, writer } = options;
  const built = buildGraph(options);
  if (!built) return null;
  const file = graphFileName(writer.manifest.generation + 1);
  const path = join(directory, file);
  try {
    if (built.graph) {
      built.graph.save(path);
      if (!isWholeGraphFile(path)) throw new Error('not all of it could be written');
      syncFile(path);
    }
    const record = built.graph && { file, sha256: sha256OfGraphFile(path)!, ...built.contents };
    writer.commit(() => writer.saveGraph(record));
    return null;
  } catch (error) {
    return `The graph file in ${directory} could not be written: ${(error as Error).message}. The index is whole without it; free some space and index again to have large indexes answer faster.`;
  }
}

/** Files that no manifest names are left by runs that were killed or found no room. */
function removeOtherGraphs(directory: string, keep: string | null): void {
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
