import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import wabt from 'wabt';
import { MAX_ROWS, VectorMatrix } from './vector-matrix.ts';

const float = fc.float({ min: -1, max: 1, noNaN: true });

it('scores rows as adding up one product after the other does, whatever the dimensions', () => {
  const matrices = fc.integer({ min: 1, max: 70 }).chain((dimensions) => {
    const vector = fc.array(float, { minLength: dimensions, maxLength: dimensions });
    return fc.tuple(vector, fc.array(vector, { minLength: 1, maxLength: 20 }));
  });
  fc.assert(
    fc.property(matrices, ([query, vectors]) => {
      const matrix = new VectorMatrix(query.length);
      matrix.append(Float32Array.from(vectors.flat()));
      matrix.setQuery(Float32Array.from(query));
      const scores = matrix.score(0, vectors.length);
      for (const [row, vector] of vectors.entries()) {
        const product = vector.reduce((sum, value, at) => sum + value * query[at]!, 0);
        expect(scores[row]).toBeCloseTo(product, 4);
      }
    }),
  );
});

it('keeps query and rows while it grows', () => {
  const matrix = new VectorMatrix(3);
  matrix.setQuery(Float32Array.of(1, 0, 0));
  const rows = 5000;
  for (let row = 0; row < rows; row += 1) expect(matrix.append(Float32Array.of(row, 1, 2))).toBe(row);
  expect(matrix.rows).toBe(rows);
  expect([...matrix.score(rows - 2, 2).slice(0, 2)]).toEqual([rows - 2, rows - 1]);
  expect([...matrix.read(7, 2)]).toEqual([7, 1, 2, 8, 1, 2]);
});

it('takes no more rows at once than there is room for scores', () => {
  const matrix = new VectorMatrix(1);
  matrix.append(new Float32Array(MAX_ROWS + 1));
  expect(() => matrix.score(0, MAX_ROWS + 1)).toThrow(RangeError);
});

it('runs the kernel that dot-products.wat says', async () => {
  const source = readFileSync(new URL('./dot-products.wat', import.meta.url), 'utf8');
  const { parseWat } = await wabt();
  const module = parseWat('dot-products.wat', source, { simd: true });
  const kernel = readFileSync(new URL('./dot-products.wasm', import.meta.url));
  expect(Buffer.from(module.toBinary({}).buffer).equals(kernel)).toBe(true);
});
