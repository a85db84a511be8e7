import { dot, type LeastSquares } from './least-squares.ts';

/**
 * The covariance of least-squares coefficients when neighbouring points resemble one another: Bartlett weights up to `lag`
 * points back, and a factor n / (n - k) for few points. With lag 0 it is White's. Rows must be in order of time.
 * Source: Newey WK, West KD (1987), Econometrica 55:703-708; the same as NeweyWest(prewhite = FALSE, adjust = TRUE)
 * in R's sandwich (Zeileis 2004).
 * @example Math.sqrt(neweyWest(rows, fit, 3)[2]?.[2] ?? 0) // the standard error of the third coefficient
 */
export function neweyWest(rows: readonly (readonly number[])[], fit: LeastSquares, lag: number): number[][] {
  const scores = rows.map((row, at) => row.map((value) => value * (fit.residuals[at] ?? 0)));
  const width = fit.coefficients.length;
  const meat = square(width, (one, other) => {
    let total = 0;
    for (let back = 0; back <= lag; back += 1) {
      const weight = 1 - back / (lag + 1);
      for (let at = back; at < scores.length; at += 1) {
        const now = scores[at] ?? [];
        const then = scores[at - back] ?? [];
        const product = (now[one] ?? 0) * (then[other] ?? 0);
        total += weight * (back === 0 ? product : product + (then[one] ?? 0) * (now[other] ?? 0));
      }
    }
    return total;
  });
  const factor = rows.length / (rows.length - width);
  const half = square(width, (one, other) =>
    dot(
      fit.inverse[one] ?? [],
      meat.map((row) => row[other] ?? 0),
    ),
  );
  return square(width, (one, other) => factor * dot(half[one] ?? [], fit.inverse[other] ?? []));
}

const square = (width: number, fill: (row: number, column: number) => number): number[][] =>
  Array.from({ length: width }, (_, row) => Array.from({ length: width }, (_, column) => fill(row, column)));
