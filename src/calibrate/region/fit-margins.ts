/** Requests by department of residence and implantation: a matrix with given sums, as near as can be to a gravity model. */

/** Rows: origins; columns: implantations. */
export type Matrix = readonly (readonly number[])[];

export const rowSums = (matrix: Matrix): readonly number[] =>
  matrix.map((row) => row.reduce((sum, one) => sum + one, 0));

/**
 * Sums of columns.
 * @example columnSums([[1, 2], [3, 4]]) // [4, 6]
 */
export const columnSums = (matrix: Matrix): readonly number[] =>
  (matrix[0] ?? []).map((_, column) => matrix.reduce((sum, row) => sum + row[column]!, 0));

const MOST_SWEEPS = 5000;

/**
 * The matrix with these sums of rows and columns whose entries are the seed's times a factor a row and a factor a column:
 * iterative proportional fitting (Furness 1965; Deming & Stephan 1940). Columns hold to the last bits, rows within the
 * tolerance (relative).
 * @param seed entries ≥ 0; a 0 stays 0.
 * @returns null where no such matrix was found: the zeros of the seed leave none, or too little.
 * @example fitMargins([[1, 1], [1, 1]], [1, 3], [2, 2])?.[1] // [1.5, 1.5]
 */
export function fitMargins(
  seed: Matrix,
  rows: readonly number[],
  columns: readonly number[],
  tolerance = 1e-9,
  mostSweeps = MOST_SWEEPS,
): Matrix | null {
  const fitted = seed.map((row) => Float64Array.from(row));
  for (let sweep = 0; sweep < mostSweeps; sweep++) {
    let worst = 0;
    fitted.forEach((row, rank) => {
      const sum = row.reduce((all, one) => all + one, 0);
      const factor = rows[rank] === 0 ? 0 : rows[rank]! / sum;
      if (rows[rank] !== 0) worst = Math.max(worst, Math.abs(1 - sum / rows[rank]!));
      for (let column = 0; column < row.length; column++) row[column]! *= factor;
    });
    for (let column = 0; column < columns.length; column++) {
      const sum = fitted.reduce((all, row) => all + row[column]!, 0);
      const factor = columns[column] === 0 ? 0 : columns[column]! / sum;
      for (const row of fitted) row[column]! *= factor;
    }
    if (!Number.isFinite(worst)) return null;
    if (sweep > 0 && worst <= tolerance) return fitted.map((row) => [...row]);
  }
  return null;
}

/**
 * The seed without the entries that come to less than a share of their column once fitted; the largest of a column stays.
 * @example withoutSmall([[1, 2], [99, 2]], [[1, 2], [99, 2]], 0.03) // [[0, 2], [99, 2]]
 */
export function withoutSmall(seed: Matrix, fitted: Matrix, least: number): Matrix {
  const sums = columnSums(fitted);
  const largest = sums.map((_, column) => Math.max(...fitted.map((row) => row[column]!)));
  return seed.map((row, origin) =>
    row.map((one, column) => {
      const own = fitted[origin]![column]!;
      return own < least * sums[column]! && own < largest[column]! ? 0 : one;
    }),
  );
}
