import { addDays, type Day } from '../../platform/clock.ts';
import { agoInWords, longDate } from '../../platform/ui/dates.ts';

/** A listing nobody has checked for longer is kept out of sight until it is asked for (WellAware's rule). */
export const freshDays = 90;

/** The earliest day of checking that still counts as fresh. */
export const freshSince = (today: Day): Day => addDays(today, -freshDays);

export function isFresh(freshOn: Day | null, today: Day): boolean {
  return freshOn !== null && freshOn >= freshSince(today);
}

export interface Checking {
  checkedOn: Day | null;
  checkedBy: string | null;
  /** What its source says. */
  assuredOn: Day | null;
  sourceName: string | null;
}

/**
 * When and by whom a listing was last checked, in words with the date.
 * @example describeChecking({ checkedOn: '2026-11-09', checkedBy: 'Sandra who runs it', … }, '2026-11-21')
 * // 'checked 12 days ago by Sandra who runs it (9 November 2026)'
 */
export function describeChecking(checking: Checking, today: Day): string {
  const { checkedOn, checkedBy, assuredOn, sourceName } = checking;
  if (checkedOn !== null && (assuredOn === null || checkedOn >= assuredOn))
    return `checked ${agoOf(checkedOn, today)} by ${checkedBy ?? 'us'} (${longDate(checkedOn)})`;
  if (assuredOn !== null)
    return `checked ${agoOf(assuredOn, today)}, says ${sourceName ?? 'its source'} (${longDate(assuredOn)})`;
  return 'nobody has said when it was last checked';
}

function agoOf(day: Day, today: Day): string {
  const years = Number(today.slice(0, 4)) - Number(day.slice(0, 4)) - (today.slice(5) < day.slice(5) ? 1 : 0);
  if (years >= 2) return `${years} years ago`;
  return agoInWords(day, today);
}
