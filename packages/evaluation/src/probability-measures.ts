/** A stated probability and whether the thing was so. */
export interface Forecast {
  /** 0 to 1. */
  readonly probability: number;
  readonly isTrue: boolean;
}

/**
 * Area under the receiver operating characteristic: how often a true one has the greater probability, ties counting
 * half (Mann-Whitney). Null when all are of one kind.
 */
export function areaUnderRoc(forecasts: readonly Forecast[]): number | null {
  const ordered = [...forecasts].sort((a, b) => a.probability - b.probability);
  const positives = forecasts.filter((forecast) => forecast.isTrue).length;
  const negatives = forecasts.length - positives;
  if (positives === 0 || negatives === 0) return null;
  let rankSum = 0;
  for (let i = 0; i < ordered.length; ) {
    let j = i;
    while (j < ordered.length && ordered[j]?.probability === ordered[i]?.probability) j += 1;
    const meanRank = (i + 1 + j) / 2;
    for (let k = i; k < j; k++) if (ordered[k]?.isTrue) rankSum += meanRank;
    i = j;
  }
  return (rankSum - (positives * (positives + 1)) / 2) / (positives * negatives);
}

/** Mean squared difference of probability and truth, 0 (best) to 1. */
export function brierScore(forecasts: readonly Forecast[]): number {
  const sum = forecasts.reduce(
    (total, { probability, isTrue }) => total + (probability - Number(isTrue)) ** 2,
    0,
  );
  return forecasts.length === 0 ? 0 : sum / forecasts.length;
}

/** Expected calibration error over ten equal bins of probability (Naeini et al. 2015), 0 (best) to 1. */
export function calibrationError(forecasts: readonly Forecast[], bins = 10): number {
  if (forecasts.length === 0) return 0;
  const sums = Array.from({ length: bins }, () => 0);
  for (const { probability, isTrue } of forecasts) {
    const bin = Math.min(bins - 1, Math.floor(probability * bins));
    sums[bin] = (sums[bin] as number) + probability - Number(isTrue);
  }
  return sums.reduce((total, sum) => total + Math.abs(sum), 0) / forecasts.length;
}
