/** At least and at most: what is not known is in between, never guessed at. */
export interface Range {
  low: number;
  high: number;
}

/** The least workers behind an hour that may be told: fewer, and it is somebody's week. */
export const TELL_FROM_WORKERS = 3;

/** Times it was said, out of times it happened, and the minutes that were said. */
export interface SaidMinutes {
  times: number;
  known: number;
  minutes: number;
}

/**
 * The minutes nine in ten said or fewer, of those who said (nearest rank). Null when nobody said: then there is no
 * honest most. @example mostSaid([10, 20, 30, 40, 50, 60, 70, 80, 90, 600]) // 90
 */
export function mostSaid(minutes: readonly number[]): number | null {
  const inOrder = minutes.toSorted((one, other) => one - other);
  return inOrder[Math.ceil(0.9 * inOrder.length) - 1] ?? null;
}

/**
 * All the minutes, from what some said: whoever did not say took no time at least, and at most what nine in ten took.
 * `most` null, where nobody said, gives null. @example rangeOf({ times: 3, known: 2, minutes: 70 }, 60) // { low: 70, high: 130 }
 */
export function rangeOf({ times, known, minutes }: SaidMinutes, most: number | null): Range | null {
  if (times === known) return { low: minutes, high: minutes };
  return most === null ? null : { low: minutes, high: minutes + (times - known) * most };
}

/** Ranges one after another. @example sumOfRanges([{ low: 1, high: 2 }, { low: 3, high: 5 }]) // { low: 4, high: 7 } */
export const sumOfRanges = (ranges: readonly Range[]): Range =>
  ranges.reduce((sum, { low, high }) => ({ low: sum.low + low, high: sum.high + high }), { low: 0, high: 0 });

/** Minutes as hours people read. @example hoursInWords({ low: 70, high: 130 }) // 'between 1.2 and 2.2 hours' */
export function hoursInWords({ low, high }: Range): string {
  const [least, most] = [hours(low), hours(high)];
  return least === most ? `${most} ${most === '1' ? 'hour' : 'hours'}` : `between ${least} and ${most} hours`;
}

/** @example hours(90) // '1.5' */
export const hours = (minutes: number): string =>
  (minutes >= 6_000 ? Math.round(minutes / 60) : Math.round(minutes / 6) / 10).toLocaleString('en-GB');
