import type { Interval } from '../wilson.ts';

/**
 * An interval for a share left on a curve that stays between 0 and 1: the curve's error taken on the scale
 * log(-log(share)) and brought back. Null where that scale says nothing: nobody gone yet, or everybody.
 * For a share that has happened, `1 - share`, turn both ends round.
 * Source: Kalbfleisch JD, Prentice RL (1980), The Statistical Analysis of Failure Time Data, section 1.3; the same as
 * conf.type = "log-log" in R's survival.
 * @example logLogInterval(0.8, 0.05, 1.959963984540054) // { low: 0.6795, high: 0.8791 } to four places
 */
export function logLogInterval(share: number, standardError: number, z: number): Interval | null {
  if (share <= 0 || share >= 1) return null;
  const spread = (z * standardError) / (share * -Math.log(share));
  return { low: share ** Math.exp(spread), high: share ** Math.exp(-spread) };
}
