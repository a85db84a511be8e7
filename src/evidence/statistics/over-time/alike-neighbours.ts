import { dot, type LeastSquares, leastSquares } from './least-squares.ts';

export interface AlikeNeighbours {
  coefficients: number[];
  covariance: number[][];
  /** How much neighbouring points resemble one another once the line is taken away: 0 to below 1. */
  alike: number;
  /** Degrees of freedom left, in points that tell something new. */
  degrees: number;
}

/** Neighbours more alike than this cannot be told from a line that wanders. */
const MOST_ALIKE = 0.98;

/**
 * A straight-line fit whose neighbouring points may resemble one another: generalised least squares with a first-order
 * autoregression found by restricted likelihood, taken as 0 when neighbours are unlike. Degrees of freedom count points by
 * how much each tells, n (1 - r) / (1 + r) less the columns, 2 at least. In short series its intervals keep what they
 * promise where least squares with Newey-West errors does not (bench/planted-truth.ts prints both).
 * Rows are in order of time, equally far apart. Throws as `leastSquares` does.
 * Sources: Prais SJ, Winsten CB (1954), Cowles Commission 383; Turner SL and others (2021), BMC Med Res Methodol 21:181, who
 * find restricted likelihood best; Bayley GV, Hammersley JM (1946), J R Stat Soc Suppl 8:184-197 for the effective number.
 * @example alikeNeighbours(rows, values).alike // 0.31
 */
export function alikeNeighbours(
  rows: readonly (readonly number[])[],
  values: readonly number[],
): AlikeNeighbours {
  const alike = mostLikely((one) => whitened(rows, values, one).likelihood);
  const { fit, variance } = whitened(rows, values, alike);
  const width = fit.coefficients.length;
  return {
    coefficients: fit.coefficients,
    covariance: fit.inverse.map((row) => row.map((value) => value * variance)),
    alike,
    degrees: Math.max(2, (rows.length * (1 - alike)) / (1 + alike) - width),
  };
}

interface Whitened {
  fit: LeastSquares;
  variance: number;
  likelihood: number;
}

/** Prais and Winsten's step: each point less what its neighbour already said, the first one kept. */
function whitened(rows: readonly (readonly number[])[], values: readonly number[], alike: number): Whitened {
  const first = Math.sqrt(1 - alike * alike);
  const less = (now: number, then: number | undefined): number =>
    then === undefined ? now * first : now - alike * then;
  const fit = leastSquares(
    rows.map((row, at) => row.map((value, column) => less(value, rows[at - 1]?.[column]))),
    values.map((value, at) => less(value, values[at - 1])),
  );
  const left = rows.length - fit.coefficients.length;
  const variance = dot(fit.residuals, fit.residuals) / left;
  // A series that lies exactly on its line has no likelihood to compare.
  const fitted = left * Math.log(Math.max(variance, 1e-24));
  const likelihood = -0.5 * (fitted - 2 * Math.log(first) + fit.logDeterminant);
  return { fit, variance, likelihood };
}

/** The best of a grid, then where the slope beside it is level: a flat top is found to far fewer figures by its height. */
function mostLikely(likelihood: (alike: number) => number): number {
  const step = MOST_ALIKE / 49;
  let best = { alike: 0, likelihood: Number.NEGATIVE_INFINITY };
  for (let at = 0; at < 50; at += 1) {
    const found = likelihood(at * step);
    if (found > best.likelihood) best = { alike: at * step, likelihood: found };
  }
  const rises = (alike: number): boolean => likelihood(alike + 1e-4) > likelihood(alike - 1e-4);
  let [low, high] = [Math.max(0, best.alike - step), Math.min(MOST_ALIKE, best.alike + step)];
  if (!rises(low)) return low;
  while (high - low > 1e-12) {
    const middle = (low + high) / 2;
    if (rises(middle)) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
