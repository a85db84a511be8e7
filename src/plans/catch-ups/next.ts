import { type Day, daysBetween } from '../../platform/clock.ts';
import { agoInWords, longDate } from '../../platform/ui/dates.ts';

/** When the next catch-up falls: within a window, or by a day. */
export interface NextCatchUp {
  /** The first day that makes sense; null when only the last one matters. */
  from: Day | null;
  by: Day;
  /** The one it is counted from; null while there was none. */
  last: Day | null;
  isLate: boolean;
}

/** The last day itself is in time. */
export const isLate = (by: Day, today: Day): boolean => daysBetween(by, today) > 0;

/**
 * P2: when the next is due, as a sentence of a page.
 * @example nextInWords({ from: '2027-01-02', by: '2027-01-16', last: null, isLate: false }, '2026-11-21')
 * // 'We ask how it is going between 2 January 2027 and 16 January 2027.'
 */
export function nextInWords({ from, by, last, isLate }: NextCatchUp, today: Day): string {
  const since = last ? `The last catch-up was on ${longDate(last)}. ` : '';
  if (isLate) return `${since}The next was due by ${longDate(by)}, ${agoInWords(by, today)}.`;
  if (from && today < from) return `We ask how it is going between ${longDate(from)} and ${longDate(by)}.`;
  return `${since}We ask how it is going by ${longDate(by)}.`;
}
