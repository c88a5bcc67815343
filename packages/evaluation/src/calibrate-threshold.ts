/** A question that was asked, with the confidence it got. */
export interface AskedQuestion {
  readonly confidence: number;
  /** Whether the articles answer it. */
  readonly isAnswerable: boolean;
}

export interface Calibration {
  readonly threshold: number;
  readonly questions: number;
  /** Of the answerable questions, the share answered at this threshold; null without any. */
  readonly answered: number | null;
  /** Of the others, the share refused. */
  readonly refused: number | null;
  /** How far either share may be from that of all such questions, 0 to 1: half a 95 % interval of the smaller group. */
  readonly uncertainty: number;
}

/**
 * The threshold at which the mean of two shares is greatest: of answerable questions, those answered, and of the others,
 * those refused. Of thresholds that do equally well, the middle one.
 */
export function calibrateThreshold(asked: readonly AskedQuestion[]): Calibration {
  const tried = Array.from({ length: 99 }, (_, i) => ({
    threshold: (i + 1) / 100,
    value: meanShare(asked, (i + 1) / 100),
  }));
  const best = Math.max(...tried.map(({ value }) => value));
  const good = tried.filter(({ value }) => value === best);
  const threshold = good[Math.floor(good.length / 2)]?.threshold ?? 0.5;
  const groups = [true, false].map(
    (isAnswerable) => asked.filter((one) => one.isAnswerable === isAnswerable).length,
  );
  return {
    threshold,
    questions: asked.length,
    ...shares(asked, threshold),
    uncertainty: halfInterval(groups),
  };
}

function meanShare(asked: readonly AskedQuestion[], threshold: number): number {
  const { answered, refused } = shares(asked, threshold);
  return ((answered ?? 1) + (refused ?? 1)) / 2;
}

function shares(asked: readonly AskedQuestion[], threshold: number) {
  const share = (isAnswerable: boolean, isSo: (confidence: number) => boolean): number | null => {
    const group = asked.filter((one) => one.isAnswerable === isAnswerable);
    return group.length === 0
      ? null
      : group.filter(({ confidence }) => isSo(confidence)).length / group.length;
  };
  return {
    answered: share(true, (confidence) => confidence >= threshold),
    refused: share(false, (confidence) => confidence < threshold),
  };
}

/** Normal approximation at the widest, for the smallest group that there is. */
function halfInterval(groups: readonly number[]): number {
  const smallest = Math.min(...groups.filter((size) => size > 0));
  return Number.isFinite(smallest) ? Math.min(1, 0.98 / Math.sqrt(smallest)) : 1;
}
