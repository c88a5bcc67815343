/** Measures of one ranking, over document ids best first, each document once. */

/**
 * Normalised discounted cumulative gain of the first `depth` results, 0 to 1 (gains are the grades themselves,
 * as in trec_eval). */
export function ndcgAt(
  depth: number,
  ranking: readonly string[],
  relevant: ReadonlyMap<string, number>,
): number {
  const gains = ranking.slice(0, depth).map((id) => relevant.get(id) ?? 0);
  const ideal = [...relevant.values()].sort((a, b) => b - a).slice(0, depth);
  const best = discounted(ideal);
  return best === 0 ? 0 : discounted(gains) / best;
}

/** Share of the relevant documents among the first `depth` results. */
export function recallAt(
  depth: number,
  ranking: readonly string[],
  relevant: ReadonlyMap<string, number>,
): number {
  if (relevant.size === 0) return 0;
  return ranking.slice(0, depth).filter((id) => relevant.has(id)).length / relevant.size;
}

/** One over the rank of the first relevant result, 0 when none is among the first `depth`. */
export function reciprocalRankAt(
  depth: number,
  ranking: readonly string[],
  relevant: ReadonlyMap<string, number>,
): number {
  const index = ranking.slice(0, depth).findIndex((id) => relevant.has(id));
  return index < 0 ? 0 : 1 / (index + 1);
}

function discounted(gains: readonly number[]): number {
  return gains.reduce((sum, gain, index) => sum + gain / Math.log2(index + 2), 0);
}
