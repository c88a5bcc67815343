import { solve } from './linear-equations.ts';

/** One of the things among which one is chosen. */
export interface Option {
  readonly features: readonly number[];
  readonly isRight: boolean;
}

const MAX_STEPS = 200;
const CONVERGED = 1e-6;
/** A Newton step may lead far away where the curvature is small. */
const LONGEST_STEP = 0.5;
/** Keeps the equations regular where a feature never varies. */
const LEAST_CURVATURE = 1e-9;

/**
 * Weights by which the right options of each list come first: conditional logistic regression (McFadden 1974), which
 * compares the options of one list only, so that what makes a whole list easy or hard counts for nothing. Where
 * several options are right, any of them will do: the likelihood is that of their sum, raised by Newton steps with
 * the curvature of a single choice (expectation-maximization). Lists without both kinds say nothing and are left out.
 * @param penalty L2, on all weights
 * @throws Error where it does not settle
 */
export function fitListwise(lists: readonly (readonly Option[])[], penalty: number): number[] {
  const told = lists.filter((list) => new Set(list.map((option) => option.isRight)).size === 2);
  const size = told[0]?.[0]?.features.length ?? 0;
  let weights = new Array<number>(size).fill(0);
  for (let step = 0; step < MAX_STEPS; step++) {
    const gradient = weights.map((weight) => -penalty * weight);
    const curvature = weights.map((_, i) =>
      weights.map((__, j) => (i === j ? penalty + LEAST_CURVATURE : 0)),
    );
    for (const list of told) addList(list, weights, { gradient, curvature });
    const change = solve(curvature, gradient);
    const longest = Math.max(...change.map(Math.abs));
    const share = Math.min(1, LONGEST_STEP / longest);
    weights = weights.map((weight, i) => weight + share * (change[i] as number));
    if (change.every((value) => Math.abs(value) < CONVERGED)) return weights;
  }
  throw new Error(`The listwise regression of ${told.length} lists did not settle.`);
}

interface Derivatives {
  readonly gradient: number[];
  readonly curvature: number[][];
}

function addList(list: readonly Option[], weights: readonly number[], sums: Derivatives): void {
  const expected = means(list, weights);
  const right = means(
    list.filter((option) => option.isRight),
    weights,
  );
  for (const i of weights.keys()) {
    sums.gradient[i] =
      (sums.gradient[i] as number) + (right.first[i] as number) - (expected.first[i] as number);
    const row = sums.curvature[i] as number[];
    for (const j of weights.keys()) {
      const covariance =
        (expected.second[i]?.[j] as number) - (expected.first[i] as number) * (expected.first[j] as number);
      row[j] = (row[j] as number) + covariance;
    }
  }
}

/** Means of the features and of their products, each option weighted by its share of the choice. */
function means(list: readonly Option[], weights: readonly number[]) {
  const scores = list.map(({ features }) =>
    features.reduce((sum, x, i) => sum + x * (weights[i] as number), 0),
  );
  const largest = Math.max(...scores);
  const raised = scores.map((score) => Math.exp(score - largest));
  const total = raised.reduce((sum, value) => sum + value, 0);
  const mean = (value: (features: readonly number[]) => number): number =>
    list.reduce((sum, { features }, k) => sum + ((raised[k] as number) / total) * value(features), 0);
  return {
    first: weights.map((_, i) => mean((x) => x[i] as number)),
    second: weights.map((_, i) => weights.map((__, j) => mean((x) => (x[i] as number) * (x[j] as number)))),
  };
}
