import { type DotProducts, growTo, instantiateDotProducts } from './dot-products.ts';

/** The floats that one step multiplies: rows are filled up with zeros to a multiple of them. */
const STEP = 16;
/** Rows that `score` takes at once. */
export const MAX_ROWS = 1024;

/**
 * Vectors in one block of memory, one a row, scored by a WebAssembly kernel: Node's own code takes six times as long, as
 * it has no instructions that multiply four numbers at once. The memory starts with a query and the scores.
 */
export class VectorMatrix {
  readonly #kernel: DotProducts;
  readonly #dimensions: number;
  readonly #rowBytes: number;
  readonly #firstRow: number;
  #rows = 0;
  /** All of the memory, and the scores in it: a memory that has grown has new ones. */
  #floats = new Float32Array(0);
  #scores = new Float32Array(0);
  #all = new Float32Array(0);

  constructor(dimensions: number) {
    this.#kernel = instantiateDotProducts();
    this.#dimensions = dimensions;
    this.#rowBytes = Math.ceil(dimensions / STEP) * STEP * 4;
    this.#firstRow = this.#rowBytes + MAX_ROWS * 4;
    this.#reserve(0);
  }

  /** Vectors that were appended. */
  get rows(): number {
    return this.#rows;
  }

  /** Adds vectors, one after the other in `vectors`, and returns the row of the first. */
  append(vectors: Float32Array): number {
    const first = this.#rows;
    const count = vectors.length / this.#dimensions;
    this.#reserve(first + count);
    for (let index = 0; index < count; index += 1) {
      const at = index * this.#dimensions;
      this.#floats.set(vectors.subarray(at, at + this.#dimensions), this.#address(first + index) / 4);
    }
    this.#rows += count;
    return first;
  }

  /** A copy of the vectors of some rows, one after the other. */
  read(row: number, count: number): Float32Array {
    const vectors = new Float32Array(count * this.#dimensions);
    for (let index = 0; index < count; index += 1) {
      const at = this.#address(row + index) / 4;
      vectors.set(this.#floats.subarray(at, at + this.#dimensions), index * this.#dimensions);
    }
    return vectors;
  }

  /** Makes not-a-number of some rows. */
  clear(row: number, count: number): void {
    this.#floats.fill(Number.NaN, this.#address(row) / 4, this.#address(row + count) / 4);
  }

  /** What `score` scores by. */
  setQuery(vector: Float32Array): void {
    this.#floats.set(vector, 0);
  }

  /**
   * The dot products of some rows with the query, in the first places of an array that the next call overwrites.
   * @param count up to MAX_ROWS
   */
  score(row: number, count: number): Float32Array {
    if (count > MAX_ROWS) throw new RangeError(`${count} rows at once`);
    this.#kernel.dotProducts(this.#address(row), count, this.#rowBytes, 0, this.#rowBytes);
    return this.#scores;
  }

  /** The dot products of all rows with the query; the next call overwrites them. */
  scoreAll(): Float32Array {
    if (this.#all.length < this.#rows) this.#all = new Float32Array(this.#rows * 1.25);
    for (let row = 0; row < this.#rows; row += MAX_ROWS) {
      const count = Math.min(MAX_ROWS, this.#rows - row);
      this.#all.set(this.score(row, count).subarray(0, count), row);
    }
    return this.#all.subarray(0, this.#rows);
  }

  #address(row: number): number {
    return this.#firstRow + row * this.#rowBytes;
  }

  #reserve(rows: number): void {
    const { memory } = this.#kernel;
    growTo(memory, this.#address(rows));
    if (this.#floats.buffer === memory.buffer) return;
    this.#floats = new Float32Array(memory.buffer);
    this.#scores = new Float32Array(memory.buffer, this.#rowBytes, MAX_ROWS);
  }
}
