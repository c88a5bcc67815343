import { join } from 'node:path';
import type { ArticleRow } from '../storage/article-rows.ts';
import type { GraphRecord } from '../storage/manifest.ts';
import { readGraphVectors, sha256OfGraphFile } from './graph-file.ts';
import { VectorGraph } from './vector-graph.ts';
import {
  type LoadedGraph,
  passagePredicate,
  VectorSearch,
  type VectorSearchOptions,
} from './vector-search.ts';

interface OpenVectors extends VectorSearchOptions {
  readonly directory: string;
  readonly graph: GraphRecord | null;
  /** Every article, in order of id. */
  readonly rows: readonly ArticleRow[];
}

/**
 * A search of what the graph file holds: in memory, to be scored exactly, or, where that is too much, through the graph.
 * The file is read faster than as many rows of the database, and the manifest has its checksum. Without it an index
 * answers as well, only slower: the search is empty then, and `verify` reports the file.
 */
export function openVectors(options: OpenVectors): VectorSearch {
  const { graph, rows, limits } = options;
  const passages = rows.reduce((sum, row) => sum + row.passages.length, 0);
  if (!graph) return new VectorSearch(options, null);
  if (passages > limits.exact) return new VectorSearch(options, loadGraph(graph, options));
  const vectors = new VectorSearch(options, null);
  return readInto(vectors, graph, options) ? vectors : new VectorSearch(options, null);
}

function loadGraph(record: GraphRecord, { directory, dimensions, rows }: OpenVectors): LoadedGraph | null {
  const path = join(directory, record.file);
  if (sha256OfGraphFile(path) !== record.sha256) return null;
  const graph = VectorGraph.load(path, dimensions);
  const deleted = new Set(record.deleted);
  const isThere = passagePredicate(rows, record.lastPassage);
  for (const label of graph.labels) {
    if (!deleted.has(label) && !isThere(label)) graph.delete(label);
  }
  return { graph, lastPassage: record.lastPassage };
}

/** Adds the articles all of whose passages the file holds, one after the other; false when the file is another. */
function readInto(
  vectors: VectorSearch,
  { file, sha256 }: GraphRecord,
  { directory, dimensions, rows }: OpenVectors,
): boolean {
  let at = 0;
  let filled = 0;
  const most = rows.reduce((longest, row) => Math.max(longest, row.passages.length), 0);
  const block = new Float32Array(most * dimensions);
  return readGraphVectors(join(directory, file), { sha256, dimensions }, (label, vector) => {
    while (at < rows.length && endOf(rows[at]!) <= label) at += 1;
    const row = rows[at];
    if (!row || label < row.firstPassage) return;
    filled = label === row.firstPassage ? 1 : filled + 1;
    block.set(vector, (label - row.firstPassage) * dimensions);
    if (label === endOf(row) - 1 && filled === row.passages.length)
      vectors.add(row, block.subarray(0, row.passages.length * dimensions));
  });
}

function endOf({ firstPassage, passages }: ArticleRow): number {
  return firstPassage + passages.length;
}
