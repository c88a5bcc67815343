import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { ArticleRow } from '../storage/article-rows.ts';
import type { Database } from '../storage/database.ts';
import type { Manifest } from '../storage/manifest.ts';
import { decodeVectors } from '../storage/vector-bytes.ts';
import { isWholeGraphFile, sha256OfGraphFile } from '../vectors/graph-file.ts';
import { VectorGraph } from '../vectors/vector-graph.ts';
import type { Report } from './verification.ts';

export interface GraphCheck {
  readonly directory: string;
  readonly manifest: Manifest;
  readonly rows: readonly ArticleRow[];
  readonly report: Report;
}

/** Checks the graph file's checksum and then its vectors. A graph that is only behind the database is sound. */
export function verifyGraph(database: Database, check: GraphCheck): void {
  const { directory, manifest, report } = check;
  const record = manifest.graph;
  if (!record) return;
  const path = join(directory, record.file);
  if (!existsSync(path)) {
    report('MISSING', `The graph file ${path} is not there.`);
    return;
  }
  if (sha256OfGraphFile(path) !== record.sha256) {
    const isCut = statSync(path).size < 96 || !isWholeGraphFile(path);
    report(isCut ? 'TRUNCATED' : 'CHECKSUM', `The graph file ${path} is not the one that was written.`);
    return;
  }
  verifyGraphVectors(database, check, VectorGraph.load(path, manifest.model.dimensions));
}

function verifyGraphVectors(database: Database, { manifest, rows, report }: GraphCheck, graph: VectorGraph) {
  const { lastPassage, deleted } = manifest.graph!;
  const { dimensions } = manifest.model;
  const live = new Set(graph.labels);
  for (const label of deleted) live.delete(label);
  const readVectors = database.prepare('SELECT vectors FROM article_vectors WHERE article = ?').pluck();
  for (const row of rows) {
    if (row.firstPassage > lastPassage) continue;
    const vectors = decodeVectors((readVectors.get(row.id) as Uint8Array | undefined) ?? new Uint8Array());
    for (const [ordinal] of row.passages.entries()) {
      const label = row.firstPassage + ordinal;
      const stored = vectors.subarray(ordinal * dimensions, (ordinal + 1) * dimensions);
      const isSame = live.has(label) && sameNumbers(graph.vector(label), stored);
      if (!isSame)
        report('GRAPH', `The graph has another vector than the database for a passage of "${row.key}".`);
    }
  }
}

function sameNumbers(a: Float32Array, b: Float32Array): boolean {
  return a.length === b.length && a.every((value, index) => value === b[index]);
}
