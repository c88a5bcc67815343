/** The vector x with matrix · x = vector, by Gaussian elimination with partial pivoting; the matrix is square and regular. */
export function solve(matrix: readonly (readonly number[])[], vector: readonly number[]): number[] {
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
