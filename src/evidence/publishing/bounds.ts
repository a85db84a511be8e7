/** The least and the most a count can be. */
export interface Range {
  low: number;
  high: number;
}

/** A count that is the sum of others: everybody, by team. */
export interface Sum {
  whole: string;
  parts: readonly string[];
  /** True of this telling and not of the one before it, because those it adds up were then told as at other days. */
  isOnlyNow?: boolean;
}

/** What is true of the counts whatever they are. */
export interface Relations {
  sums: readonly Sum[];
  /** The first is never more than the second: those it happened to, among those followed. */
  within: readonly (readonly [part: string, whole: string])[];
}

export const anything: Range = { low: 0, high: Number.POSITIVE_INFINITY };

/**
 * How far whoever reads a publication can narrow each count down, given what each could be and what is true of them all:
 * every sum and every "no more than" is used until nothing narrows any further. Null when no counts fit.
 * Source: bounds propagation for linear relations; as the auditing step in Hundepool et al. (2012), Statistical Disclosure
 * Control, ch. 4, and Willenborg and de Waal (2001), Elements of Statistical Disclosure Control, ch. 6.
 * @example bounds(new Map([['all', { low: 13, high: 17 }], ['a', { low: 8, high: 12 }], ['b', { low: 8, high: 12 }]]), { sums: [{ whole: 'all', parts: ['a', 'b', 'few'] }], within: [] })?.get('few') // { low: 0, high: 1 }
 */
export function bounds(
  known: ReadonlyMap<string, Range>,
  { sums, within }: Relations,
): Map<string, Range> | null {
  const ranges = new Map([...known].map(([key, range]) => [key, { ...range }]));
  const rangeOf = (key: string): Range => {
    const found = ranges.get(key) ?? { ...anything };
    ranges.set(key, found);
    return found;
  };
  const linked = sums.map(({ whole, parts }) => ({ whole: rangeOf(whole), parts: parts.map(rangeOf) }));
  const pairs = within.map(([part, whole]) => ({ part: rangeOf(part), whole: rangeOf(whole) }));
  for (let isNarrower = true; isNarrower; ) {
    isNarrower = false;
    for (const sum of linked) isNarrower = narrowSum(sum) || isNarrower;
    for (const { part, whole } of pairs) {
      isNarrower = narrow(part, part.low, whole.high) || isNarrower;
      isNarrower = narrow(whole, part.low, whole.high) || isNarrower;
    }
    for (const range of ranges.values()) if (range.low > range.high) return null;
  }
  return ranges;
}

function narrowSum({ whole, parts }: { whole: Range; parts: Range[] }): boolean {
  const low = total(parts, 'low');
  const high = total(parts, 'high');
  let isNarrower = narrow(whole, low, high);
  for (const part of parts) {
    const most = whole.high - (low - part.low);
    const others = high === Number.POSITIVE_INFINITY ? without(parts, part) : high - part.high;
    isNarrower = narrow(part, whole.low - others, most) || isNarrower;
  }
  return isNarrower;
}

const total = (parts: readonly Range[], end: 'low' | 'high'): number =>
  parts.reduce((sum, part) => sum + part[end], 0);

const without = (parts: readonly Range[], one: Range): number =>
  parts.reduce((sum, part) => (part === one ? sum : sum + part.high), 0);

function narrow(range: Range, low: number, high: number): boolean {
  const isNarrower = low > range.low || high < range.high;
  if (low > range.low) range.low = low;
  if (high < range.high) range.high = high;
  return isNarrower;
}
