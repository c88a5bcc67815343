import type { ArticleCatalog } from '../storage/article-catalog.ts';
import type { ArticleRow } from '../storage/article-rows.ts';
import { BestScores } from './best-scores.ts';
import type { PassageScore } from './passage-score.ts';
import type { VectorGraph } from './vector-graph.ts';

/**
 * Where approximate search takes over from exact scoring. Of 100,000 passages (`npm run measure:scale`, medians on two
 * cores): exact scoring in memory takes 148 ms, a search of the graph 7 ms, through a filter that a tenth pass 39 ms,
 * and exact scoring of 3,000 passages whose vectors are read from the database 33 ms.
 */
export interface VectorSearchLimits {
  /** Up to this many passages outside the graph are scored exactly. */
  readonly exact: number;
  /** Up to this many passages that pass a filter are scored exactly. */
  readonly filtered: number;
}

export const DEFAULT_LIMITS: VectorSearchLimits = { exact: 20_000, filtered: 6_000 };

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

/**
 * Scores passages by the cosine with a query. Each vector is in memory once: in the graph, or in a block of its
 * article's vectors, which is scored exactly. A small index has no graph in memory; in a large one the blocks are
 * what was indexed since the graph was made. Blocks beyond the exact limit are moved into the graph little by
 * little, by `fold`.
 */
export class VectorSearch {
  readonly #options: VectorSearchOptions;
  readonly #blocks = new Map<number, Float32Array>();
  #graph: VectorGraph | null;
  /** Passages up to this number are in the graph, those above in blocks. */
  #lastInGraph: number;
  #exactPassages = 0;

  constructor(options: VectorSearchOptions, loaded: LoadedGraph | null) {
    this.#options = options;
    this.#graph = loaded?.graph ?? null;
    this.#lastInGraph = loaded?.lastPassage ?? 0;
  }

  /** Whether an article's vectors are to be given to `add`, or are in the graph. */
  needs(row: ArticleRow): boolean {
    return row.firstPassage > this.#lastInGraph;
  }

  add(row: ArticleRow, vectors: Float32Array): void {
    this.#blocks.set(row.id, vectors);
    this.#exactPassages += row.passages.length;
  }

  remove(row: ArticleRow): void {
    if (this.#blocks.delete(row.id)) {
      this.#exactPassages -= row.passages.length;
      return;
    }
    for (const [ordinal] of row.passages.entries()) this.#graph?.delete(row.firstPassage + ordinal);
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
    this.#scoreBlocks(vector, best, allowed);
    if (this.#graph) this.#scoreGraph(vector, best, { limit, allowed });
    return best.sorted();
  }

  similarity(vector: Float32Array, passageId: number): number {
    const row = this.#options.catalog.ofPassage(passageId);
    const block = row && this.#blocks.get(row.id);
    if (row && block) return dot(vector, block, (passageId - row.firstPassage) * this.#options.dimensions);
    if (row && this.#graph) return dot(vector, this.#graph.vector(passageId), 0);
    throw new RangeError(`passage ${passageId} is not in the index`);
  }

  /** Moves blocks beyond the exact limit into the graph, oldest first, for about so many milliseconds. */
  fold(milliseconds: number, createGraph: () => VectorGraph): void {
    const { limits, catalog } = this.#options;
    if (this.#exactPassages <= limits.exact) return;
    const until = performance.now() + milliseconds;
    this.#graph ??= createGraph();
    for (const [id, vectors] of this.#blocks) {
      const row = catalog.byId(id);
      if (!row || performance.now() > until || this.#exactPassages <= limits.exact) return;
      this.#moveToGraph(this.#graph, row, vectors);
    }
  }

  #moveToGraph(graph: VectorGraph, row: ArticleRow, vectors: Float32Array): void {
    const { dimensions } = this.#options;
    for (const [ordinal] of row.passages.entries()) {
      graph.add(
        row.firstPassage + ordinal,
        vectors.subarray(ordinal * dimensions, (ordinal + 1) * dimensions),
      );
    }
    this.#lastInGraph = row.firstPassage + row.passages.length - 1;
    this.#blocks.delete(row.id);
    this.#exactPassages -= row.passages.length;
  }

  #scoreBlocks(vector: Float32Array, best: BestScores, allowed: readonly ArticleRow[] | null): void {
    for (const row of allowed ?? this.#options.catalog.rows) {
      const block = this.#blocks.get(row.id);
      if (block) this.#scoreBlock(vector, best, { row, block });
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
    const inGraph = allowed?.filter((row) => !this.needs(row));
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
