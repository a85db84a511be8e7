import { addDays, type Day, dayOf, daysBetween } from '../../../platform/clock.ts';
import { agoInWords, nearDate } from '../../../platform/ui/dates.ts';

/** A day as a colleague would say it. @example dayInWords('2026-11-20', '2026-11-21') // 'yesterday' */
export function dayInWords(day: Day, today: Day): string {
  return Math.abs(daysBetween(day, today)) <= 1 ? agoInWords(day, today) : nearDate(day, today);
}

/** A day that has gone. @example pastDay('2026-11-18', '2026-11-21') // 'on Wednesday 18 November, 3 days ago' */
export function pastDay(day: Day, today: Day): string {
  const days = daysBetween(day, today);
  return days <= 1 ? dayInWords(day, today) : `on ${dayInWords(day, today)}, ${days} days ago`;
}

/** Whole hours since an instant. @example hoursSince(nineOClock, noon) // '3 hours ago' */
export function hoursSince(at: Date, now: Date): string {
  const hours = Math.max(0, Math.floor((now.getTime() - at.getTime()) / 3_600_000));
  if (hours === 0) return 'within the hour';
  return hours === 1 ? '1 hour ago' : `${hours} hours ago`;
}

/** The midnight in England that ends a day; 23:00 UTC in summer time, and right on the days the clocks change. */
export function endOfDay(day: Day): Date {
  const next = addDays(day, 1);
  const utc = Date.parse(`${next}T00:00:00Z`);
  const hourBefore = new Date(utc - 3_600_000);
  return dayOf(hourBefore) === next ? hourBefore : new Date(utc);
}
