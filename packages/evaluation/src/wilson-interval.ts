/** From and to, both within it. */
export type Interval = readonly [from: number, to: number];

/** Of the standard normal distribution: 95 % lie within so many standard deviations. */
const Z = 1.96;

/**
 * Where the true share lies with a confidence of 95 %, when it was so `times` of `total` times (Wilson 1927; of the
 * simple intervals the one to take for few cases: Brown, Cai and DasGupta 2001). Null without any case.
 */
export function wilsonInterval(times: number, total: number): Interval | null {
  if (total === 0) return null;
  const share = times / total;
  const spread = Z ** 2 / total;
  const middle = (share + spread / 2) / (1 + spread);
  const half = Math.sqrt(spread * (share * (1 - share) + spread / 4)) / (1 + spread);
  return [Math.max(0, middle - half), Math.min(1, middle + half)];
}
