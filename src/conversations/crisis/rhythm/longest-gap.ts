import { type Day, dayOf, daysBetween } from '../../../platform/clock.ts';

/** The longest the person went without us. */
export interface LongestGap {
  days: number;
  from: Day;
  to: Day;
  /** True when it is still going on. */
  isNow: boolean;
}

/**
 * The longest gap in conversation 2 for the bad-experience meter (lower is better): the most calendar days in a
 * row from opening, through each contact with the person, to `now` (or the day it came to rest). Contacts
 * outside that time do not count. A gap ends on the day of the next contact.
 * @example longestGap([{ at: wednesday }], monday, wednesday) // { days: 2, from: monday, to: wednesday, isNow: false }
 */
export function longestGap(contacts: readonly { at: Date }[], opened: Date, now: Date): LongestGap {
  const began = dayOf(opened);
  const today = [began, dayOf(now)].sort().at(-1) ?? began;
  const days = contacts
    .map(({ at }) => dayOf(at))
    .filter((day) => day >= began && day <= today)
    .sort();
  let longest: LongestGap = { days: 0, from: began, to: began, isNow: days.length === 0 };
  let from = began;
  for (const [index, to] of [...days, today].entries()) {
    const length = daysBetween(from, to);
    if (length > longest.days) longest = { days: length, from, to, isNow: index === days.length };
    from = to;
  }
  return longest;
}
