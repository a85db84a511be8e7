/** A range of shares, each between 0 and 1. */
export interface Interval {
  low: number;
  high: number;
}

/** The standard normal value that leaves 2.5% in each tail: a 95% interval. */
export const Z_95 = 1.959963984540054;

/**
 * Wilson score interval for a share, without continuity correction: the shares that would not be surprised to see
 * `numerator` of `denominator`. Stays within 0 and 1, and still says something when nobody, or everybody, is counted.
 * Null when nobody has been followed. Throws when the counts are not a share.
 * Source: Wilson EB (1927), J Am Stat Assoc 22:209-212; Newcombe RG (1998), Stat Med 17:857-872, method 3.
 * @example wilson(81, 263) // { low: 0.2553, high: 0.3662 } to four places
 */
export function wilson(numerator: number, denominator: number, z = Z_95): Interval | null {
  if (!isShare(numerator, denominator)) throw new RangeError(`${numerator} of ${denominator} is not a share`);
  if (denominator === 0) return null;
  const share = numerator / denominator;
  const z2 = z * z;
  const middle = 2 * numerator + z2;
  const spread = z * Math.sqrt(z2 + 4 * numerator * (1 - share));
  const scale = 2 * (denominator + z2);
  return {
    low: numerator === 0 ? 0 : (middle - spread) / scale,
    high: numerator === denominator ? 1 : (middle + spread) / scale,
  };
}

const isShare = (numerator: number, denominator: number): boolean =>
  Number.isInteger(numerator) && Number.isInteger(denominator) && numerator >= 0 && numerator <= denominator;
