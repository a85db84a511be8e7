import type { Day } from '../platform/clock.ts';
import type { ListingSchedule } from './listing.ts';

export const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;
export type Weekday = (typeof weekdays)[number];

export const weekdayInWords: Record<Weekday, string> = {
  MO: 'Monday',
  TU: 'Tuesday',
  WE: 'Wednesday',
  TH: 'Thursday',
  FR: 'Friday',
  SA: 'Saturday',
  SU: 'Sunday',
};

/**
 * The weekdays on which any of these may happen, for finding by day; the exact dates come from `nextOn`.
 * @example weekdaysOf([{ freq: 'MONTHLY', byday: ['2TU'], … }]) // ['TU']
 */
export function weekdaysOf(schedules: readonly ListingSchedule[]): Weekday[] {
  const found = new Set(schedules.flatMap(daysOf));
  return weekdays.filter((day) => found.has(day));
}

function daysOf({ freq, byday, dtstart, bymonthday }: ListingSchedule): string[] {
  if (byday.length > 0) return byday.map((part) => part.slice(-2));
  if (freq === 'DAILY' || bymonthday.length > 0) return [...weekdays];
  return dtstart === null ? [] : [weekdayOf(dtstart)];
}

const weekdayOf = (day: Day): Weekday => weekdays[(new Date(`${day}T12:00:00Z`).getUTCDay() + 6) % 7] ?? 'MO';
