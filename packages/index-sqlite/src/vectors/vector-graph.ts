import hnswlib from 'hnswlib-node';

/** Links of a node; 16 is hnswlib's default and enough at 384 dimensions (Malkov and Yashunin, 2016). */
const LINKS = 16;
/** Candidates looked at while a node is linked. */
const BUILD_BREADTH = 100;
const SEED = 100;
const FIRST_CAPACITY = 1024;

export interface Neighbour {
  readonly label: number;
  readonly similarity: number;
}

/**
 * hnswlib's graph over unit vectors. The native code checks neither dimensions nor numbers, reads damaged files and
 * may abort the process: its callers hand it only vectors that `vectorFault` has passed, labels below 2^32, files
 * whose checksum was right a moment before, and filters that do not throw. After an error an object is given up.
 */
export class VectorGraph {
  readonly #index: hnswlib.HierarchicalNSW;
  readonly #dimensions: number;

  private constructor(index: hnswlib.HierarchicalNSW, dimensions: number) {
    this.#index = index;
    this.#dimensions = dimensions;
  }

  static create(dimensions: number): VectorGraph {
    const index = new hnswlib.HierarchicalNSW('ip', dimensions);
    index.initIndex(FIRST_CAPACITY, LINKS, BUILD_BREADTH, SEED);
    return new VectorGraph(index, dimensions);
  }

  /** @param path a whole file that `save` wrote: check it first */
  static load(path: string, dimensions: number): VectorGraph {
    const index = new hnswlib.HierarchicalNSW('ip', dimensions);
    index.readIndexSync(path);
    return new VectorGraph(index, dimensions);
  }

  /** Deleted ones included. */
  get labels(): number[] {
    return this.#index.getIdsList();
  }

  /** Deleted ones included. */
  get size(): number {
    return this.#index.getCurrentCount();
  }

  add(label: number, vector: Float32Array): void {
    if (vector.length !== this.#dimensions || label < 0 || label > 0xffffffff) {
      throw new RangeError(`a vector of ${vector.length} dimensions for label ${label}`);
    }
    const capacity = this.#index.getMaxElements();
    if (this.#index.getCurrentCount() >= capacity) this.#index.resizeIndex(capacity * 2);
    this.#index.addPoint(Array.from(vector), label);
  }

  /** A label that is there and not deleted. It goes on taking its room. */
  delete(label: number): void {
    this.#index.markDelete(label);
  }

  /** The vector of a label that is there and not deleted. */
  vector(label: number): Float32Array {
    return Float32Array.from(this.#index.getPoint(label));
  }

  /**
   * The nearest of the graph, approximately, best first.
   * @param breadth candidates kept while searching: at least `limit`, more for better recall
   * @param passes must not throw
   */
  nearest(
    vector: Float32Array,
    options: { limit: number; breadth: number; passes?: (label: number) => boolean },
  ): Neighbour[] {
    if (vector.length !== this.#dimensions) throw new RangeError(`a vector of ${vector.length} dimensions`);
    const limit = Math.min(options.limit, this.#index.getCurrentCount());
    if (limit <= 0) return [];
    // Falls back to 10 whenever a file is read.
    this.#index.setEf(Math.max(options.breadth, limit));
    const { neighbors, distances } = this.#index.searchKnn(Array.from(vector), limit, options.passes);
    return neighbors.map((label, index) => ({ label, similarity: 1 - distances[index]! }));
  }

  /** Writes a file; failures go unreported, so the caller looks at what was written. */
  save(path: string): void {
    this.#index.writeIndexSync(path);
  }
}
