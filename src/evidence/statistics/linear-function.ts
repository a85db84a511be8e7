import { type Interval, wilson, Z_95 } from './wilson.ts';

/** One share and how much it weighs; below 0 when it is taken away. */
export interface Weighed {
  weight: number;
  numerator: number;
  denominator: number;
}

/** A sum of weighed shares with its interval. */
export interface WeighedSum extends Interval {
  value: number;
}

/**
 * A weighed sum of shares of separate groups, with an interval recovered from their Wilson intervals: each share is moved
 * to the end of its own interval that pulls the sum the same way, and the moves are added as squares. Weights are
 * taken as known. With weights 1 and -1 it is exactly `difference`, with one group and weight 1 exactly `wilson`.
 * Null when a group that weighs something is empty, or there is none. Throws when the counts are not a share.
 * Source: Zou GY, Huang W, Zhang X (2009), Comput Stat Data Anal 53:1080-1085; Zou GY, Donner A (2008), Stat Med 27:1693-1702.
 * @example linearFunction([{ weight: 1, numerator: 56, denominator: 70 }, { weight: -1, numerator: 48, denominator: 80 }]) // 0.2, 0.0524 to 0.3339
 */
export function linearFunction(parts: readonly Weighed[], z = Z_95): WeighedSum | null {
  const counted = parts.filter((part) => part.weight !== 0);
  let value = 0;
  let below = 0;
  let above = 0;
  for (const { weight, numerator, denominator } of counted) {
    const interval = wilson(numerator, denominator, z);
    if (!interval) return null;
    const share = numerator / denominator;
    const down = weight > 0 ? interval.low : interval.high;
    const up = weight > 0 ? interval.high : interval.low;
    value += weight * share;
    below += (weight * (share - down)) ** 2;
    above += (weight * (share - up)) ** 2;
  }
  if (counted.length === 0) return null;
  return { value, low: value - Math.sqrt(below), high: value + Math.sqrt(above) };
}
