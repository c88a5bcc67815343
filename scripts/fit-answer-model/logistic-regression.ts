/** One row: what is known of a case, whether it is true, and how much it counts. */
export interface Example {
  readonly features: readonly number[];
  readonly isTrue: boolean;
  readonly weight: number;
}

export interface LogisticModel {
  readonly intercept: number;
  readonly weights: readonly number[];
}

const MAX_STEPS = 50;
const CONVERGED = 1e-8;

/**
 * Weighted logistic regression with an L2 penalty on the weights (not on the intercept), by Newton's method
 * (iteratively reweighted least squares; Hastie, Tibshirani, Friedman, The Elements of Statistical Learning, 4.4.1).
 */
export function fitLogistic(examples: readonly Example[], penalty: number): LogisticModel {
  const size = (examples[0]?.features.length ?? 0) + 1;
  let beta = new Array<number>(size).fill(0);
  for (let step = 0; step < MAX_STEPS; step++) {
    const { gradient, hessian } = derivatives(examples, beta, penalty);
    const change = solve(hessian, gradient);
    beta = beta.map((value, i) => value + (change[i] as number));
    if (change.every((value) => Math.abs(value) < CONVERGED)) break;
  }
  const [intercept = 0, ...weights] = beta;
  return { intercept, weights };
}

export function predict(model: LogisticModel, features: readonly number[]): number {
  const logit = features.reduce(
    (sum, value, i) => sum + value * (model.weights[i] as number),
    model.intercept,
  );
  return 1 / (1 + Math.exp(-logit));
}

function derivatives(examples: readonly Example[], beta: readonly number[], penalty: number) {
  const size = beta.length;
  const gradient = beta.map((value, i) => (i === 0 ? 0 : -penalty * value));
  const hessian = beta.map((_, i) => beta.map((__, j) => (i === j && i > 0 ? penalty : 0)));
  const model = { intercept: beta[0] as number, weights: beta.slice(1) };
  for (const { features, isTrue, weight } of examples) {
    const row = [1, ...features];
    const probability = predict(model, features);
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

/** Gaussian elimination with partial pivoting. */
function solve(matrix: readonly (readonly number[])[], vector: readonly number[]): number[] {
  const rows = matrix.map((row, i) => [...row, vector[i] as number]);
  const size = rows.length;
  for (let column = 0; column < size; column++) {
    const pivot = pivotRow(rows, column);
    [rows[column], rows[pivot]] = [rows[pivot] as number[], rows[column] as number[]];
    const top = rows[column] as number[];
    for (const row of rows.slice(column + 1)) {
      const factor = (row[column] as number) / (top[column] as number);
      for (let j = column; j <= size; j++) row[j] = (row[j] as number) - factor * (top[j] as number);
    }
  }
  const solution = new Array<number>(size).fill(0);
  for (let i = size - 1; i >= 0; i--) {
    const row = rows[i] as number[];
    const known = solution.reduce((sum, value, j) => (j > i ? sum + (row[j] as number) * value : sum), 0);
    solution[i] = ((row[size] as number) - known) / (row[i] as number);
  }
  return solution;
}

function pivotRow(rows: readonly (readonly number[])[], column: number): number {
  let best = column;
  for (let i = column + 1; i < rows.length; i++) {
    if (Math.abs(rows[i]?.[column] as number) > Math.abs(rows[best]?.[column] as number)) best = i;
  }
  return best;
}
