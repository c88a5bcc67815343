import { type DotProducts, growTo, instantiateDotProducts } from './dot-products.ts';

/** The codes that one step multiplies: rows are filled up with zeros to a multiple of them. */
const STEP = 16;
const LARGEST_CODE = 127;
/** Of a query, whose numbers have 16 bits. */
const LARGEST_QUERY_CODE = 32_767;
const LARGEST_SUM = 2 ** 31 - 1;
/** What follows a row's codes: the number that one of them stands for, in the first four bytes. */
const SCALE_BYTES = 16;
/** Rows that are estimated at once. */
const BATCH = 1024;
/** More than floats of 32 bits lose when they are multiplied and added up, in parts of the lengths of both vectors. */
const ROUNDING = 4e-6;

export interface Estimates {
  /** Of each row's dot product with the query, in units of `unit`; not-a-number for rows without a vector. */
  readonly values: Float32Array;
  /** Above 0. */
  readonly unit: number;
  /** No dot product is further than this from its estimate, in the same units. */
  readonly error: number;
}

/**
 * Vectors rounded to eight bits a number, to estimate dot products by: a quarter of the memory to go through, and the
 * estimates have a bound. With `v` = its codes `c` times their scale + a rest `r`, and the same for `q`, `v·q` is further
 * from the product of the codes by no more than |r(v)| |q| + |scale c(v)| |r(q)|.
 */
export class VectorCodes {
  readonly #kernel: DotProducts;
  readonly #dimensions: number;
  readonly #codeBytes: number;
  readonly #resultsAt: number;
  #rows = 0;
  /** The square of the largest |r(v)|. */
  #largestRest = 0;
  /** What one of the codes stands for, at most. */
  #largestScale = 0;
  #estimates = new Float32Array(0);

  constructor(dimensions: number) {
    this.#kernel = instantiateDotProducts();
    this.#dimensions = dimensions;
    this.#codeBytes = Math.ceil(dimensions / STEP) * STEP;
    this.#resultsAt = this.#codeBytes * 2;
    growTo(this.#kernel.memory, this.#address(0));
  }

  get rows(): number {
    return this.#rows;
  }

  /** @param vectors one after the other; those of not-a-numbers make rows that have no vector */
  append(vectors: Float32Array): void {
    const count = vectors.length / this.#dimensions;
    growTo(this.#kernel.memory, this.#address(this.#rows + count));
    const codes = new Int8Array(this.#kernel.memory.buffer);
    const floats = new Float32Array(this.#kernel.memory.buffer);
    for (let index = 0; index < count; index += 1) {
      const vector = vectors.subarray(index * this.#dimensions, (index + 1) * this.#dimensions);
      const at = this.#address(this.#rows);
      floats[(at + this.#codeBytes) / 4] = this.#encode(vector, codes.subarray(at, at + this.#codeBytes));
      this.#rows += 1;
    }
  }

  /** From now on these rows have no vector. */
  clear(row: number, count: number): void {
    const floats = new Float32Array(this.#kernel.memory.buffer);
    for (let index = row; index < row + count; index += 1) {
      floats[(this.#address(index) + this.#codeBytes) / 4] = Number.NaN;
    }
  }

  /** Of all rows; the next call overwrites them. */
  estimate(query: Float32Array): Estimates {
    const unit = this.#setQuery(query);
    if (this.#estimates.length < this.#rows) this.#estimates = new Float32Array(this.#rows * 1.25);
    const results = new Float32Array(this.#kernel.memory.buffer, this.#resultsAt, BATCH);
    for (let row = 0; row < this.#rows; row += BATCH) {
      const count = Math.min(BATCH, this.#rows - row);
      this.#kernel.scaledProducts(this.#address(row), count, this.#codeBytes, 0, this.#resultsAt);
      this.#estimates.set(count === BATCH ? results : results.subarray(0, count), row);
    }
    const root = Math.sqrt(this.#dimensions);
    // Of n numbers, none above x, the length is no more than x times the root of n; a rest is half a unit at most.
    const longest = this.#largestScale * LARGEST_CODE * root;
    const restOfQuery = (unit / 2) * root;
    const length = Math.hypot(...query);
    const error =
      (Math.sqrt(this.#largestRest) + ROUNDING * longest) * length + longest * restOfQuery + ROUNDING;
    return { values: this.#estimates.subarray(0, this.#rows), unit, error: error / unit };
  }

  /** Returns what one of the query's codes stands for. */
  #setQuery(query: Float32Array): number {
    const codes = new Int16Array(this.#kernel.memory.buffer, 0, this.#codeBytes);
    // So that no sum leaves 32 bits.
    const largest = Math.min(LARGEST_QUERY_CODE, Math.floor(LARGEST_SUM / LARGEST_CODE / this.#codeBytes));
    const unit = largestOf(query) / largest || 1;
    for (const [index, value] of query.entries()) codes[index] = Math.round(value / unit);
    return unit;
  }

  /** Returns what one of the codes stands for. */
  #encode(vector: Float32Array, codes: Int8Array): number {
    const scale = Math.fround(largestOf(vector) / LARGEST_CODE);
    if (Number.isNaN(scale)) return scale;
    let rest = 0;
    const perCode = scale === 0 ? 0 : 1 / scale;
    for (let index = 0; index < vector.length; index += 1) {
      // Rounded without Math.round or a branch, which would take five times as long.
      const code = ((vector[index]! * perCode + 128.5) | 0) - 128;
      codes[index] = code;
      const left = vector[index]! - code * scale;
      rest += left * left;
    }
    this.#largestRest = Math.max(this.#largestRest, rest);
    this.#largestScale = Math.max(this.#largestScale, scale);
    return scale;
  }

  #address(row: number): number {
    return this.#resultsAt + BATCH * 4 + row * (this.#codeBytes + SCALE_BYTES);
  }
}

function largestOf(vector: Float32Array): number {
  let largest = 0;
  for (let index = 0; index < vector.length; index += 1) {
    const size = Math.abs(vector[index]!);
    // So that a not-a-number stays.
    if (!(size <= largest)) largest = size;
  }
  return largest;
}
