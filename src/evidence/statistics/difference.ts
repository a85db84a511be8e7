import { type Interval, wilson, Z_95 } from './wilson.ts';

/** A count out of a count. */
export interface Share {
  numerator: number;
  denominator: number;
}

/** One share less another, between -1 and 1, with its interval. */
export interface Difference extends Interval {
  difference: number;
}

/**
 * How far apart two separate groups of people are: `here` less `elsewhere`, with a 95% interval built from the two
 * Wilson intervals. When the interval holds 0 the honest sentence is "no difference we can be sure of".
 * Null when either group is empty. For separate groups only: never for the same people before and after.
 * Source: Newcombe RG (1998), Stat Med 17:873-890, method 10.
 * @example difference({ numerator: 56, denominator: 70 }, { numerator: 48, denominator: 80 }) // 0.2, 0.0524 to 0.3339
 */
export function difference(here: Share, elsewhere: Share, z = Z_95): Difference | null {
  const a = wilson(here.numerator, here.denominator, z);
  const b = wilson(elsewhere.numerator, elsewhere.denominator, z);
  if (!a || !b) return null;
  const p = here.numerator / here.denominator;
  const q = elsewhere.numerator / elsewhere.denominator;
  return {
    difference: p - q,
    low: p - q - Math.hypot(p - a.low, b.high - q),
    high: p - q + Math.hypot(a.high - p, q - b.low),
  };
}
