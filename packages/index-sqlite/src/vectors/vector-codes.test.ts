import fc from 'fast-check';
import { expect, it } from 'vitest';
import { VectorCodes } from './vector-codes.ts';

const number = fc.oneof(
  fc.float({ min: -1, max: 1, noNaN: true }),
  fc.float({ min: Math.fround(-0.01), max: Math.fround(0.01), noNaN: true }),
);
const matrices = fc.integer({ min: 1, max: 70 }).chain((dimensions) => {
  const vector = fc.array(number, { minLength: dimensions, maxLength: dimensions });
  return fc.tuple(vector, fc.array(vector, { minLength: 1, maxLength: 30 }));
});

it('estimates no dot product further from it than it says', () => {
  fc.assert(
    fc.property(matrices, ([query, vectors]) => {
      const codes = new VectorCodes(query.length);
      codes.append(Float32Array.from(vectors.flat()));
      const one = Float32Array.of(...query);
      const { values, unit, error } = codes.estimate(one);
      expect(values).toHaveLength(vectors.length);
      for (const [row, vector] of vectors.entries()) {
        const product = vector.reduce((sum, value, at) => sum + value * one[at]!, 0);
        expect(Math.abs(values[row]! * unit - product)).toBeLessThanOrEqual(error * unit);
      }
    }),
  );
});

it('tells near from far: the error is small', () => {
  const dimensions = 384;
  const vector = Float32Array.from(
    { length: dimensions },
    (_, at) => Math.sin(at * at) / Math.sqrt(dimensions / 2),
  );
  const codes = new VectorCodes(dimensions);
  codes.append(vector);
  const { values, error } = codes.estimate(vector);
  expect(error / values[0]!).toBeLessThan(0.02);
});

it('has no estimate of rows that were cleared or had no vector', () => {
  const codes = new VectorCodes(2);
  codes.append(Float32Array.of(1, 0, Number.NaN, Number.NaN, 0, 1, 1, 1));
  codes.clear(2, 1);
  const { values } = codes.estimate(Float32Array.of(1, 1));
  expect([...values].map(Number.isNaN)).toEqual([false, true, true, false]);
});

it('estimates more rows than are estimated at once', () => {
  const codes = new VectorCodes(1);
  codes.append(Float32Array.from({ length: 3000 }, (_, row) => row));
  const { values, unit, error } = codes.estimate(Float32Array.of(1));
  for (const [row, value] of values.entries()) {
    expect(Math.abs(value * unit - row)).toBeLessThanOrEqual(error * unit);
  }
});
