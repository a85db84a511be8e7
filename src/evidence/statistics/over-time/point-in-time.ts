import type { Day } from '../../../platform/clock.ts';

/** One value of a measure for a week or a month, told by the day it began. */
export interface PointInTime {
  on: Day;
  value: number;
}

/** Puts points in order of their days. Throws when a value is not a number or a day is told twice. */
export function inOrder<Point extends PointInTime>(points: readonly Point[]): Point[] {
  const sorted = points.toSorted((one, other) => (one.on < other.on ? -1 : 1));
  for (const [at, point] of sorted.entries()) {
    if (!Number.isFinite(point.value)) throw new RangeError(`${point.value} on ${point.on} is not a value`);
    if (sorted[at + 1]?.on === point.on) throw new RangeError(`${point.on} is told twice`);
  }
  return sorted;
}
