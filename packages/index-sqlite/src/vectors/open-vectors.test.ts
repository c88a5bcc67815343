import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { ArticleCatalog } from '../storage/article-catalog.ts';
import type { ArticleRow } from '../storage/article-rows.ts';
import { sha256OfGraphFile } from './graph-file.ts';
import { openVectors } from './open-vectors.ts';
import { VectorGraph } from './vector-graph.ts';

const DIMENSIONS = 6;
const FILE = 'graph-1.hnsw';

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'footnote-vectors-'));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

/** The unit vector of a passage. */
function vectorOf(passage: number): Float32Array {
  const vector = Float32Array.from({ length: DIMENSIONS }, (_, at) => Math.sin(passage * (at + 1)));
  const norm = Math.hypot(...vector);
  return vector.map((value) => value / norm);
}

function article(id: number, firstPassage: number, passages: number): ArticleRow {
  const spans = Array.from({ length: passages }, (_, ordinal) => ({ start: ordinal, end: ordinal + 1 }));
  // Only what a search looks at.
  return { id, key: `${id}`, firstPassage, passages: spans } as unknown as ArticleRow;
}

/** Passages 1 to 1600 but 5 to 7, in articles of 1 to 3. */
const gone = article(4, 5, 3);
const inGraph = [article(1, 1, 1), article(2, 2, 2), article(3, 4, 1)];
for (let id = 5, first = 8; first <= 1600; id += 1) {
  inGraph.push(article(id, first, 1 + (id % 3)));
  first += 1 + (id % 3);
}

function open(sha256?: string) {
  const graph = VectorGraph.create(DIMENSIONS);
  const rows = [...inGraph.slice(0, 3), gone, ...inGraph.slice(3)];
  for (const { firstPassage, passages } of rows) {
    for (const [ordinal] of passages.entries())
      graph.add(firstPassage + ordinal, vectorOf(firstPassage + ordinal));
  }
  const path = join(directory, FILE);
  graph.save(path);
  const catalog = new ArticleCatalog();
  for (const row of inGraph) catalog.add(row);
  const lastPassage = inGraph.at(-1)!.firstPassage + inGraph.at(-1)!.passages.length - 1;
  const vectors = openVectors({
    directory,
    graph: { file: FILE, sha256: sha256 ?? sha256OfGraphFile(path)!, lastPassage, deleted: [] },
    rows: inGraph,
    dimensions: DIMENSIONS,
    catalog,
    readVectors: () => {
      throw new Error('Nothing needs to be read from the database.');
    },
    limits: { exact: Number.POSITIVE_INFINITY, filtered: 0 },
  });
  return { vectors, path };
}

it('takes the vectors of every article from the graph file, but of those that are gone', () => {
  const { vectors } = open();
  expect(inGraph.filter((row) => vectors.needs(row))).toEqual([]);
  for (const { firstPassage, passages } of inGraph) {
    const last = firstPassage + passages.length - 1;
    expect(vectors.similarity(vectorOf(last), last)).toBeCloseTo(1, 6);
  }
  const found = vectors.nearest(vectorOf(gone.firstPassage), { limit: 2000, passes: null });
  const passages = inGraph.flatMap((row) => row.passages.map((_, ordinal) => row.firstPassage + ordinal));
  expect(found.map(({ passageId }) => passageId).sort((a, b) => a - b)).toEqual(passages);
});

it('believes nothing of a file that is not the one that the manifest names', () => {
  const { vectors } = open('0'.repeat(64));
  expect(inGraph.every((row) => vectors.needs(row))).toBe(true);
  expect(vectors.nearest(vectorOf(1), { limit: 5, passes: null })).toEqual([]);
});

it('needs every vector where the file is cut off', () => {
  const { path } = open();
  const bytes = readFileSync(path);
  const sha256 = sha256OfGraphFile(path)!;
  for (const length of [0, 50, 96, 5000]) {
    writeFileSync(path, bytes.subarray(0, length));
    const options = { directory, rows: inGraph, dimensions: DIMENSIONS, catalog: new ArticleCatalog() };
    const vectors = openVectors({
      ...options,
      graph: { file: FILE, sha256, lastPassage: 1600, deleted: [] },
      readVectors: () => new Float32Array(0),
      limits: { exact: Number.POSITIVE_INFINITY, filtered: 0 },
    });
    expect(inGraph.every((row) => vectors.needs(row))).toBe(true);
  }
});
