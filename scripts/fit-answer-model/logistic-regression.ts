import { solve } from './linear-equations.ts';

/** One row: what is known of a case, whether it is true, and how much it counts. */
export interface Example {
  readonly features: readonly number[];
  readonly isTrue: boolean;
  readonly weight: number;
  /** Added to the log odds: what is settled beforehand. */
  readonly offset?: number;
}

export interface LogisticModel {
  readonly intercept: number;
  readonly weights: readonly number[];
}

const MAX_STEPS = 200;
const CONVERGED = 1e-8;
/** Where examples are few a full Newton step may lead away for good. */
const LONGEST_STEP = 2;

/**
 * Weighted logistic regression with an L2 penalty on the weights (not on the intercept), by Newton's method
 * (iteratively reweighted least squares; Hastie, Tibshirani, Friedman, The Elements of Statistical Learning, 4.4.1).
 * @throws Error where it does not settle
 */
export function fitLogistic(examples: readonly Example[], penalty: number): LogisticModel {
  const size = (examples[0]?.features.length ?? 0) + 1;
  let beta = new Array<number>(size).fill(0);
  for (let step = 0; step < MAX_STEPS; step++) {
    const { gradient, hessian } = derivatives(examples, beta, penalty);
    const change = solve(hessian, gradient);
    const share = Math.min(1, LONGEST_STEP / Math.max(...change.map(Math.abs)));
    beta = beta.map((value, i) => value + share * (change[i] as number));
    if (change.every((value) => Math.abs(value) < CONVERGED)) {
      const [intercept = 0, ...weights] = beta;
      return { intercept, weights };
    }
  }
  throw new Error(`The logistic regression of ${examples.length} examples did not settle.`);
}

export function predict(model: LogisticModel, features: readonly number[], offset = 0): number {
  const logit = features.reduce(
    (sum, value, i) => sum + value * (model.weights[i] as number),
    model.intercept + offset,
  );
  return 1 / (1 + Math.exp(-logit));
}

function derivatives(examples: readonly Example[], beta: readonly number[], penalty: number) {
  const size = beta.length;
  const gradient = beta.map((value, i) => (i === 0 ? 0 : -penalty * value));
  const hessian = beta.map((_, i) => beta.map((__, j) => (i === j && i > 0 ? penalty : 0)));
  const model = { intercept: beta[0] as number, weights: beta.slice(1) };
  for (const { features, isTrue, weight, offset } of examples) {
    const row = [1, ...features];
    const probability = predict(model, features, offset);
    const error = weight * (Number(isTrue) - probability);
    const curvature = weight * probability * (1 - probability);
    for (let i = 0; i < size; i++) {
      gradient[i] = (gradient[i] as number) + error * (row[i] as number);
      const hessianRow = hessian[i] as number[];
      for (let j = 0; j < size; j++) {
        hessianRow[j] = (hessianRow[j] as number) + curvature * (row[i] as number) * (row[j] as number);
      }
    }
  }
  for (let i = 0; i < size; i++) (hessian[i] as number[])[i] = ((hessian[i] as number[])[i] as number) + 1e-9;
  return { gradient, hessian };
}
