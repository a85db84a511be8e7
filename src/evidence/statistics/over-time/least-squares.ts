export interface LeastSquares {
  coefficients: number[];
  residuals: number[];
  /** The inverse of X'X, from which every kind of standard error is built. */
  inverse: number[][];
  /** The logarithm of the determinant of X'X. */
  logDeterminant: number;
}

/**
 * Ordinary least squares by Householder reflections, which keep the figures that squaring a matrix would lose. For
 * a handful of columns: our series have four, and no library is worth having for that. `rows` holds one row for each
 * observation. Throws when there are not more rows than columns, or a column can be had from the others.
 * Source: Golub GH, Van Loan CF (2013), Matrix Computations, algorithm 5.2.1 and section 5.3.
 * @example leastSquares([[1, 0], [1, 1], [1, 2]], [1, 3, 5]).coefficients // [1, 2]
 */
export function leastSquares(rows: readonly (readonly number[])[], values: readonly number[]): LeastSquares {
  const width = rows[0]?.length ?? 0;
  if (rows.length <= width || rows.length !== values.length)
    throw new RangeError(`${rows.length} rows are too few for ${width} columns`);
  const work = rows.map((row, at) => [...row, values[at] ?? 0]);
  for (let column = 0; column < width; column += 1) reflect(work, column);
  const upper = work.slice(0, width).map((row) => row.slice(0, width));
  const largest = Math.max(...upper.map((row, at) => Math.abs(row[at] ?? 0)));
  if (upper.some((row, at) => Math.abs(row[at] ?? 0) <= 1e-10 * largest))
    throw new RangeError('one column can be had from the others');
  const coefficients = backSubstitute(
    upper,
    work.slice(0, width).map((row) => row[width] ?? 0),
  );
  const columns = upper.map((_, at) =>
    backSubstitute(
      upper,
      upper.map((_, row) => (row === at ? 1 : 0)),
    ),
  );
  return {
    coefficients,
    logDeterminant: upper.reduce((sum, row, at) => sum + 2 * Math.log(Math.abs(row[at] ?? 0)), 0),
    residuals: rows.map((row, at) => (values[at] ?? 0) - dot(row, coefficients)),
    inverse: upper.map((_, row) =>
      upper.map((_, column) => columns.reduce((sum, one) => sum + (one[row] ?? 0) * (one[column] ?? 0), 0)),
    ),
  };
}

/** Turns one column's entries below the diagonal into noughts, and carries the rest of the table along. */
function reflect(work: number[][], column: number): void {
  const below = work.slice(column);
  const length = Math.hypot(...below.map((row) => row[column] ?? 0));
  const top = below[0]?.[column] ?? 0;
  const mirror = below.map((row, at) => (row[column] ?? 0) + (at === 0 ? (top >= 0 ? length : -length) : 0));
  const square = dot(mirror, mirror);
  if (square === 0) return;
  for (let other = column; other < (work[0]?.length ?? 0); other += 1) {
    const along =
      dot(
        mirror,
        below.map((row) => row[other] ?? 0),
      ) / square;
    for (const [at, row] of below.entries()) row[other] = (row[other] ?? 0) - 2 * along * (mirror[at] ?? 0);
  }
}

function backSubstitute(upper: readonly (readonly number[])[], right: readonly number[]): number[] {
  const solved = right.map(() => 0);
  for (let row = upper.length - 1; row >= 0; row -= 1) {
    const known = dot(upper[row] ?? [], solved);
    solved[row] = ((right[row] ?? 0) - known) / (upper[row]?.[row] ?? 1);
  }
  return solved;
}

/** The sum of products of two lists of numbers. */
export const dot = (one: readonly number[], other: readonly number[]): number =>
  one.reduce((sum, value, at) => sum + value * (other[at] ?? 0), 0);
