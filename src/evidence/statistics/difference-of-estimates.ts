import type { Interval } from './wilson.ts';

/** A value found from people or points, with its interval. */
export interface EstimateWithin extends Interval {
  value: number;
}

/**
 * One estimate less another from separate people, when all that is known of each is its value and its interval, such as
 * two curves read on one day: the same squares that `difference` adds, so for two plain shares it is exactly `difference`.
 * Units are those of the estimates; both intervals must be at the same level.
 * Source: Zou GY, Donner A (2008), Stat Med 27:1693-1702.
 * @example differenceOfEstimates({ value: 0.2, low: 0.1, high: 0.35 }, { value: 0.3, low: 0.2, high: 0.4 }) // -0.1, -0.2414 to 0.0803
 */
export function differenceOfEstimates(here: EstimateWithin, elsewhere: EstimateWithin): EstimateWithin {
  const value = here.value - elsewhere.value;
  return {
    value,
    low: value - Math.hypot(here.value - here.low, elsewhere.high - elsewhere.value),
    high: value + Math.hypot(here.high - here.value, elsewhere.value - elsewhere.low),
  };
}
