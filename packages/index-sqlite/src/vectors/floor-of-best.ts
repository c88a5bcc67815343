const BINS = 4096;

/**
 * A number that at least `limit` of the values are not below, and, as near as 4,096 steps from the least value to the
 * largest allow, no more than that; -Infinity where there are not so many. Not-a-numbers are no values.
 */
export function floorOfBest(values: Float32Array, limit: number): number {
  const [least, largest] = rangeOf(values);
  if (!(largest > least)) return Number.NEGATIVE_INFINITY;
  const perBin = BINS / (largest - least);
  const counts = new Uint32Array(BINS + 1);
  for (let index = 0; index < values.length; index += 1) {
    const bin = (values[index]! - least) * perBin;
    if (bin >= 0) counts[bin | 0]! += 1;
  }
  let found = 0;
  for (let bin = BINS; bin > 0; bin -= 1) {
    found += counts[bin]!;
    // A step below the bin, as a value on its edge may have been put on either side.
    if (found >= limit) return least + (bin - 1) / perBin;
  }
  return Number.NEGATIVE_INFINITY;
}

function rangeOf(values: Float32Array): [number, number] {
  let least = Number.POSITIVE_INFINITY;
  let largest = Number.NEGATIVE_INFINITY;
  for (let index = 0; index < values.length; index += 1) {
    const value = values[index]!;
    if (value < least) least = value;
    if (value > largest) largest = value;
  }
  return [least, largest];
}
