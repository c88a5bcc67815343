import { FootnoteError } from '@footnote/core';

// Vectors come off the model with a norm of 1 to within 1e-6.
const NORM_TOLERANCE = 1e-3;

/** What is wrong with the vectors (wrong number of them, not finite, not of length 1); null when nothing is. */
export function vectorFault(
  vectors: Float32Array,
  expected: { count: number; dimensions: number },
): string | null {
  const { count, dimensions } = expected;
  if (vectors.length !== count * dimensions) {
    return `${vectors.length} numbers stand where ${count} vectors of ${dimensions} dimensions should`;
  }
  for (let index = 0; index < count; index += 1) {
    let square = 0;
    for (let at = index * dimensions; at < (index + 1) * dimensions; at += 1) square += vectors[at]! ** 2;
    // NaN fails every comparison.
    if (!(Math.abs(Math.sqrt(square) - 1) <= NORM_TOLERANCE)) return `vector ${index} has not the length 1`;
  }
  return null;
}

/**
 * A query's vector as an engine takes it.
 * @throws FootnoteError `VECTOR_INVALID`
 */
export function checkQueryVector(vector: Float32Array, dimensions: number): void {
  const fault = vectorFault(vector, { count: 1, dimensions });
  if (fault) throw new FootnoteError('VECTOR_INVALID', `The question's vector cannot be used: ${fault}.`);
}
