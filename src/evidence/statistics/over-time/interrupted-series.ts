import type { Day } from '../../../platform/clock.ts';
import { studentT } from '../student-t.ts';
import type { Interval } from '../wilson.ts';
import { dot, leastSquares } from './least-squares.ts';
import { neweyWest } from './newey-west.ts';
import { inOrder, type PointInTime } from './point-in-time.ts';

/** A number found from the points, in the measure's units, with its 95% interval. */
export interface Estimate {
  value: number;
  standardError: number;
  interval: Interval;
}

export interface InterruptedSeries {
  before: number;
  after: number;
  /** Where the line stood at the first point, and how much it moved from one point to the next before the change. */
  level: Estimate;
  trend: Estimate;
  /** How far the line jumped at the change, and how much steeper it ran afterwards, for each point. */
  levelChange: Estimate;
  trendChange: Estimate;
  /** At the last point: the line seen, less the earlier line carried on. What the change has come to. */
  changeByTheEnd: Estimate;
  /** Points back that may resemble one another, and how much neighbours did (-1 to 1). */
  lag: number;
  neighbours: number;
  /** The line drawn through the points, and the earlier line carried on (null before the change). */
  fitted: number[];
  carriedOn: (number | null)[];
}

/** Points needed before the change (E9) and after it. Judgements; published advice asks for eight or more each side. */
export const POINTS_BEFORE = 12;
export const POINTS_AFTER = 8;

/**
 * Interrupted time series: a straight line before a day fixed beforehand and another after it, by least squares, with
 * errors that allow for neighbouring points resembling one another. For points equally far apart. Null when there
 * are too few points on either side. It cannot tell the change from anything else that happened on the same day: put the
 * comparison's series, or the two subtracted, beside it. In short series the intervals are still a little too narrow.
 * The lag, when none is given, is the whole part of 4 (n / 100)^(2/9). Throws on a day told twice.
 * Sources: Wagner AK and others (2002), J Clin Pharm Ther 27:299-309; Bernal JL and others (2017), Int J Epidemiol
 * 46:348-355; Newey WK, West KD (1987), Econometrica 55:703-708, and (1994), Rev Econ Stud 61:631-653 for the lag.
 * @example interruptedSeries({ points, changedOn: '2026-04-06' })?.levelChange.interval // { low: -3.1, high: -0.4 }
 */
export function interruptedSeries(series: {
  points: readonly PointInTime[];
  /** The first day of the new way: a point on this day is after. */
  changedOn: Day;
  lag?: number;
}): InterruptedSeries | null {
  const points = inOrder(series.points);
  const before = points.filter((point) => point.on < series.changedOn).length;
  const after = points.length - before;
  if (before < POINTS_BEFORE || after < POINTS_AFTER) return null;
  const rows = points.map((_, at) => [1, at, at >= before ? 1 : 0, at >= before ? at - before : 0]);
  const values = points.map((point) => point.value);
  const fit = leastSquares(rows, values);
  const lag = series.lag ?? Math.floor(4 * (points.length / 100) ** (2 / 9));
  const estimate = estimator(fit.coefficients, neweyWest(rows, fit, lag), studentT(0.025, points.length - 4));
  return {
    before,
    after,
    level: estimate([1, 0, 0, 0]),
    trend: estimate([0, 1, 0, 0]),
    levelChange: estimate([0, 0, 1, 0]),
    trendChange: estimate([0, 0, 0, 1]),
    changeByTheEnd: estimate([0, 0, 1, after - 1]),
    lag,
    neighbours: neighboursAlike(fit.residuals),
    fitted: rows.map((row) => dot(row, fit.coefficients)),
    carriedOn: rows.map(([one = 1, at = 0], place) =>
      place < before ? null : dot([one, at], fit.coefficients),
    ),
  };
}

/** The value of a weighed sum of the coefficients, with its error and interval. */
function estimator(
  coefficients: readonly number[],
  covariance: readonly (readonly number[])[],
  t: number,
): (weights: readonly number[]) => Estimate {
  return (weights) => {
    const value = dot(weights, coefficients);
    const variance = dot(
      weights,
      covariance.map((row) => dot(row, weights)),
    );
    const standardError = Math.sqrt(Math.max(0, variance));
    return {
      value,
      standardError,
      interval: { low: value - t * standardError, high: value + t * standardError },
    };
  };
}

/** How much each residual resembles the one before: the first autocorrelation; 0 when the line is exact. */
function neighboursAlike(residuals: readonly number[]): number {
  const all = dot(residuals, residuals);
  return all < 1e-18 ? 0 : dot(residuals.slice(1), residuals.slice(0, -1)) / all;
}
