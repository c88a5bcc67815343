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

/** The forecasts of one range of probabilities. */
export interface ReliabilityBin {
  /** It holds probabilities from `from`, up to `to` and without it (but 1). */
  readonly from: number;
  readonly to: number;
  readonly forecasts: number;
  /** Mean of the probabilities, and the share that came true; null without a forecast. */
  readonly probability: number | null;
  readonly cameTrue: number | null;
}

const BINS = 10;

/** Ten equal ranges of probability, and what came of the forecasts in each: the table behind `calibrationError`. */
export function reliabilityBins(forecasts: readonly Forecast[]): ReliabilityBin[] {
  return binned(forecasts).map(({ count, probabilities, trueOnes }, bin) => ({
    from: bin / BINS,
    to: (bin + 1) / BINS,
    forecasts: count,
    probability: count === 0 ? null : probabilities / count,
    cameTrue: count === 0 ? null : trueOnes / count,
  }));
}

/** Expected calibration error over ten equal ranges of probability (Naeini et al. 2015), 0 (best) to 1. */
export function calibrationError(forecasts: readonly Forecast[]): number {
  if (forecasts.length === 0) return 0;
  const gaps = binned(forecasts).map(({ probabilities, trueOnes }) => Math.abs(probabilities - trueOnes));
  return gaps.reduce((total, gap) => total + gap, 0) / forecasts.length;
}

function binned(forecasts: readonly Forecast[]) {
  const bins = Array.from({ length: BINS }, () => ({ count: 0, probabilities: 0, trueOnes: 0 }));
  for (const { probability, isTrue } of forecasts) {
    const bin = bins[Math.min(BINS - 1, Math.floor(probability * BINS))];
    if (bin === undefined) continue;
    bin.count += 1;
    bin.probabilities += probability;
    bin.trueOnes += Number(isTrue);
  }
  return bins;
}
