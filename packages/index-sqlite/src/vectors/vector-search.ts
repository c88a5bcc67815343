import type { ArticleCatalog } from '../storage/article-catalog.ts';
import type { ArticleRow } from '../storage/article-rows.ts';
import { BestScores } from './best-scores.ts';
import { floorOfBest } from './floor-of-best.ts';
import type { PassageScore } from './passage-score.ts';
import { VectorCodes } from './vector-codes.ts';
import type { VectorGraph } from './vector-graph.ts';
import { MAX_ROWS, VectorMatrix } from './vector-matrix.ts';

/**
 * Where approximate search takes over from exact scoring. Of 100,000 passages (`npm run measure:scale`), exact scoring in
 * memory takes twice the processor time of a search of the graph, finds all, and any filter makes it faster, where one
 * that a tenth pass makes the graph five times slower.
 */
export interface VectorSearchLimits {
  /** Up to this many passages outside the graph are scored exactly. */
  readonly exact: number;
  /** Up to this many passages that pass a filter are scored exactly. */
  readonly filtered: number;
}

export const DEFAULT_LIMITS: VectorSearchLimits = { exact: 150_000, filtered: 6_000 };

/**
 * Candidates that a search of the graph keeps, in multiples of what it returns: with 2, the best 200 of 30,000 had a
 * recall of 0.987.
 */
const BREADTH = 4;

/**
 * Cosines are rounded to this: two ways of adding up the same one differ by less, and must not decide which of two
 * equal passages comes first.
 */
const PRECISION = 1e6;
/** More than rounding changes. */
const STEP = 1 / PRECISION;

export interface VectorSearchOptions {
  readonly dimensions: number;
  readonly catalog: ArticleCatalog;
  /** Reads the checked vectors of an article that is in the graph. */
  readonly readVectors: (row: ArticleRow) => Float32Array;
  readonly limits: VectorSearchLimits;
}

/** A graph and the number of the last passage that it was to hold when it was made. */
export interface LoadedGraph {
  readonly graph: VectorGraph;
  readonly lastPassage: number;
}

/** The matrix is made anew when more of its rows than this are of articles that are gone, and most are. */
const MANY_ROWS = 10_000;

/** Of more rows than this the cosines are estimated first. */
const ROWS_TO_ESTIMATE = 10_000;
/** Rows that are rounded at once. */
const ROWS_TO_ENCODE = 1024;

/** The rows of the matrix that hold an article's passages. */
interface MatrixRows {
  readonly first: number;
  readonly count: number;
  /** Number of the passage in the first row. */
  readonly firstPassage: number;
}

/**
 * Scores passages by the cosine with a query. Each vector is in memory once: in the graph, or in a matrix, which is
 * scored exactly. A small index has no graph in memory; in a large one the matrix holds what was indexed since the
 * graph was made. Articles beyond the exact limit are moved into the graph little by little, by `fold`.
 */
export class VectorSearch {
  readonly #options: VectorSearchOptions;
  #matrix: VectorMatrix;
  /** The same vectors, rounded, as far as a search of a large matrix has needed them. */
  #codes: VectorCodes;
  /** The rows of the matrix that an article's passages have, by its id, in the order of both. */
  #inMatrix = new Map<number, MatrixRows>();
  #graph: VectorGraph | null;
  /** Passages up to this number are in the graph, those above in the matrix. */
  #lastInGraph: number;
  #exactPassages = 0;

  constructor(options: VectorSearchOptions, loaded: LoadedGraph | null) {
    this.#options = options;
    this.#matrix = new VectorMatrix(options.dimensions);
    this.#codes = new VectorCodes(options.dimensions);
    this.#graph = loaded?.graph ?? null;
    this.#lastInGraph = loaded?.lastPassage ?? 0;
  }

  /** Whether an article's vectors are to be given to `add`. */
  needs(row: ArticleRow): boolean {
    return !this.#isInGraph(row) && !this.#inMatrix.has(row.id);
  }

  add(row: ArticleRow, vectors: Float32Array): void {
    const { id, firstPassage, passages } = row;
    this.#inMatrix.set(id, { first: this.#matrix.append(vectors), count: passages.length, firstPassage });
    this.#exactPassages += passages.length;
  }

  remove(row: ArticleRow): void {
    if (this.#inMatrix.has(row.id)) this.#removeFromMatrix(row);
    else for (const [ordinal] of row.passages.entries()) this.#graph?.delete(row.firstPassage + ordinal);
  }

  /** Best first, ties by article key, then place. `passes` null: every article. */
  nearest(
    vector: Float32Array,
    options: { limit: number; passes: ((row: ArticleRow) => boolean) | null },
  ): PassageScore[] {
    const { catalog } = this.#options;
    const { limit, passes } = options;
    const best = new BestScores(limit, (a, b) => catalog.comparePassages(a, b));
    const allowed = passes ? catalog.rows.filter(passes) : null;
    this.#matrix.setQuery(vector);
    if (allowed) this.#scoreRows(best, allowed);
    else if (this.#matrix.rows <= ROWS_TO_ESTIMATE) this.#scoreAllRows(best, limit);
    else this.#scoreLikelyRows(vector, best, limit);
    if (this.#graph) this.#scoreGraph(vector, best, { limit, allowed });
    return best.sorted();
  }

  similarity(vector: Float32Array, passageId: number): number {
    const row = this.#options.catalog.ofPassage(passageId);
    const rows = row && this.#inMatrix.get(row.id);
    if (row && rows) {
      this.#matrix.setQuery(vector);
      return this.#matrix.score(rows.first + passageId - row.firstPassage, 1)[0]!;
    }
    if (row && this.#graph) return dot(vector, this.#graph.vector(passageId), 0);
    throw new RangeError(`passage ${passageId} is not in the index`);
  }

  /**
   * Does ahead, for about so many milliseconds, what searches would wait for: rounds vectors, and moves articles beyond
   * the exact limit into the graph, oldest first.
   */
  fold(milliseconds: number, createGraph: () => VectorGraph): void {
    const { limits, catalog } = this.#options;
    const until = performance.now() + milliseconds;
    if (this.#matrix.rows > ROWS_TO_ESTIMATE) this.#encodeRows(until);
    if (this.#exactPassages <= limits.exact) return;
    this.#graph ??= createGraph();
    for (const id of this.#inMatrix.keys()) {
      const row = catalog.byId(id);
      if (!row || performance.now() > until || this.#exactPassages <= limits.exact) return;
      this.#moveToGraph(this.#graph, row);
    }
  }

  #isInGraph(row: ArticleRow): boolean {
    return row.firstPassage <= this.#lastInGraph && !this.#inMatrix.has(row.id);
  }

  #moveToGraph(graph: VectorGraph, row: ArticleRow): void {
    const { first } = this.#inMatrix.get(row.id)!;
    for (const [ordinal] of row.passages.entries()) {
      graph.add(row.firstPassage + ordinal, this.#matrix.read(first + ordinal, 1));
    }
    this.#lastInGraph = row.firstPassage + row.passages.length - 1;
    this.#removeFromMatrix(row);
  }

  #removeFromMatrix(row: ArticleRow): void {
    const { first, count } = this.#inMatrix.get(row.id)!;
    this.#inMatrix.delete(row.id);
    this.#exactPassages -= count;
    this.#matrix.clear(first, count);
    this.#codes.clear(first, Math.max(0, Math.min(count, this.#codes.rows - first)));
    const unused = this.#matrix.rows - this.#exactPassages;
    if (unused > MANY_ROWS && unused > this.#exactPassages) this.#compact();
  }

  #compact(): void {
    const matrix = new VectorMatrix(this.#options.dimensions);
    const inMatrix = new Map<number, MatrixRows>();
    for (const [id, { first, count, firstPassage }] of this.#inMatrix) {
      inMatrix.set(id, { first: matrix.append(this.#matrix.read(first, count)), count, firstPassage });
    }
    this.#matrix = matrix;
    this.#inMatrix = inMatrix;
    this.#codes = new VectorCodes(this.#options.dimensions);
  }

  #scoreRows(best: BestScores, allowed: readonly ArticleRow[]): void {
    for (const { id } of allowed) {
      const rows = this.#inMatrix.get(id);
      if (rows) this.#scoreArticle(rows, best);
    }
  }

  /** Only what can be among the best is rounded and compared. */
  #scoreAllRows(best: BestScores, limit: number): void {
    const scores = this.#matrix.scoreAll();
    const least = floorOfBest(scores, limit) - STEP;
    for (const { first, count, firstPassage } of this.#inMatrix.values()) {
      for (let index = 0; index < count; index += 1) {
        const score = scores[first + index]!;
        if (score >= least) best.offer(firstPassage + index, rounded(score));
      }
    }
  }

  /**
   * Scores the rows that can be among the best. With estimates that are off by `error` at most, `limit` rows score
   * `floor - error` or better, and a row whose estimate is below `floor - 2 * error` scores less than that.
   */
  #scoreLikelyRows(vector: Float32Array, best: BestScores, limit: number): void {
    this.#encodeRows(Number.POSITIVE_INFINITY);
    const { values, error } = this.#codes.estimate(vector);
    const least = floorOfBest(values, limit) - 2 * error;
    for (const { first, count, firstPassage } of this.#inMatrix.values()) {
      for (let index = 0; index < count; index += 1) {
        if (values[first + index]! < least) continue;
        best.offer(firstPassage + index, rounded(this.#matrix.score(first + index, 1)[0]!));
      }
    }
  }

  #encodeRows(until: number): void {
    while (this.#codes.rows < this.#matrix.rows && performance.now() < until) {
      const first = this.#codes.rows;
      const count = Math.min(ROWS_TO_ENCODE, this.#matrix.rows - first);
      this.#codes.append(this.#matrix.read(first, count));
    }
  }

  #scoreArticle({ first, count, firstPassage }: MatrixRows, best: BestScores): void {
    for (let start = 0; start < count; start += MAX_ROWS) {
      const rows = Math.min(MAX_ROWS, count - start);
      const scores = this.#matrix.score(first + start, rows);
      for (let index = 0; index < rows; index += 1) {
        best.offer(firstPassage + start + index, rounded(scores[index]!));
      }
    }
  }

  #scoreBlock(
    vector: Float32Array,
    best: BestScores,
    { row, block }: { row: ArticleRow; block: Float32Array },
  ): void {
    const { dimensions } = this.#options;
    for (let ordinal = 0; ordinal < row.passages.length; ordinal += 1) {
      best.offer(row.firstPassage + ordinal, rounded(dot(vector, block, ordinal * dimensions)));
    }
  }

  #scoreGraph(
    vector: Float32Array,
    best: BestScores,
    { limit, allowed }: { limit: number; allowed: readonly ArticleRow[] | null },
  ): void {
    const inGraph = allowed?.filter((row) => this.#isInGraph(row));
    const count = inGraph?.reduce((sum, row) => sum + row.passages.length, 0);
    if (inGraph && count !== undefined && count <= this.#options.limits.filtered) {
      for (const row of inGraph) {
        this.#scoreBlock(vector, best, { row, block: this.#options.readVectors(row) });
      }
      return;
    }
    const passes = inGraph && passagePredicate(inGraph, this.#lastInGraph);
    const options = { limit, breadth: limit * BREADTH, ...(passes && { passes }) };
    for (const { label, similarity } of this.#graph!.nearest(vector, options))
      best.offer(label, rounded(similarity));
  }
}

/** Whether a passage, up to the last one, is of these articles: a test that cannot throw, as the graph asks for. */
export function passagePredicate(
  rows: readonly ArticleRow[],
  lastPassage: number,
): (label: number) => boolean {
  const allowed = new Uint8Array(lastPassage + 1);
  for (const { firstPassage, passages } of rows)
    allowed.fill(1, firstPassage, firstPassage + passages.length);
  return (label) => allowed[label] === 1;
}

function rounded(cosine: number): number {
  return Math.round(cosine * PRECISION) / PRECISION;
}

/** Four sums at once: a processor adds them in parallel, where one sum would wait for itself. */
function dot(vector: Float32Array, block: Float32Array, offset: number): number {
  let first = 0;
  let second = 0;
  let third = 0;
  let fourth = 0;
  const whole = vector.length & ~3;
  for (let index = 0; index < whole; index += 4) {
    const at = offset + index;
    first += vector[index]! * block[at]!;
    second += vector[index + 1]! * block[at + 1]!;
    third += vector[index + 2]! * block[at + 2]!;
    fourth += vector[index + 3]! * block[at + 3]!;
  }
  for (let index = whole; index < vector.length; index += 1) first += vector[index]! * block[offset + index]!;
  return first + second + third + fourth;
}
