import { fourRules, type Signal } from './four-rules.ts';
import { inOrder, type PointInTime } from './point-in-time.ts';

export interface RunChart {
  points: PointInTime[];
  /** The median of the points; null when there are none. */
  middle: number | null;
  /** Seven on one side of the median, or seven rising or falling. */
  signals: Signal[];
}

/**
 * A run chart: points in order of time around their median, for a measure with too few points for limits. Signals are those
 * of the four rules that need no limits. Throws when a day is told twice or a value is not a number.
 * Sources: Perla RJ, Provost LP, Murray SK (2011), BMJ Qual Saf 20:46-51; NHS England, Making Data Count (2019).
 * @example runChart([{ on: '2026-01-05', value: 3 }, { on: '2026-01-12', value: 5 }]).middle // 4
 */
export function runChart(points: readonly PointInTime[]): RunChart {
  const ordered = inOrder(points);
  const values = ordered.map((point) => point.value);
  const middle = median(values);
  const signals = middle === null ? [] : fourRules(values, { middle, low: null, high: null });
  return { points: ordered, middle, signals };
}

function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((one, other) => one - other);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.ceil(sorted.length / 2) - 1];
  return upper === undefined || lower === undefined ? null : (lower + upper) / 2;
}
