import rrulePackage, { type ByWeekday, type Options } from 'rrule';
import { addDays, type Day } from '../platform/clock.ts';
import type { ListingSchedule } from './listing.ts';

const { RRule } = rrulePackage;

/** How far ahead we look: a group that meets less than once in two years has no "next". */
const DAYS_AHEAD = 730;
const FREQUENCIES = {
  DAILY: RRule.DAILY,
  WEEKLY: RRule.WEEKLY,
  MONTHLY: RRule.MONTHLY,
  YEARLY: RRule.YEARLY,
} as const;
const WEEKDAYS = {
  MO: RRule.MO,
  TU: RRule.TU,
  WE: RRule.WE,
  TH: RRule.TH,
  FR: RRule.FR,
  SA: RRule.SA,
  SU: RRule.SU,
} as const;

/**
 * The next `count` days on which any of these happens, `from` included, soonest first. Days are counted as days, so
 * a change of the clocks moves nothing. Bank holidays are not known. A fortnightly group that gives no start date
 * answers nothing, for nobody can tell which week it is.
 * @example nextOn([tuesdays], '2026-11-21', 2) // ['2026-11-24', '2026-12-01']
 */
export function nextOn(schedules: readonly ListingSchedule[], from: Day, count: number): Day[] {
  const days = schedules.flatMap((schedule) => daysOf(schedule, from, count));
  return [...new Set(days)].sort().slice(0, Math.max(0, count));
}

function daysOf(schedule: ListingSchedule, from: Day, count: number): Day[] {
  const horizon = addDays(from, DAYS_AHEAD);
  const last = schedule.validTo !== null && schedule.validTo < horizon ? schedule.validTo : horizon;
  const first = [from, schedule.dtstart ?? from, schedule.validFrom ?? from].sort().at(-1) ?? from;
  if (schedule.freq === null) return onceOn(schedule, first, last);
  const anchor = schedule.dtstart ?? schedule.validFrom;
  if (first > last || (anchor === null && !knowsItsDays(schedule))) return [];
  // Counted from the beginning only when it matters which week or month that was.
  const start = anchor !== null && (schedule.interval > 1 || !hasDayParts(schedule)) ? anchor : first;
  const rule = new RRule(ruleOf(schedule, schedule.freq, start, last));
  const found: Day[] = [];
  for (let at = rule.after(utc(first), true); at !== null && found.length < count; at = rule.after(at)) {
    found.push(at.toISOString().slice(0, 10));
  }
  return found;
}

/** Something that happens once: an event with a date and no recurrence. */
function onceOn(schedule: ListingSchedule, first: Day, last: Day): Day[] {
  const { dtstart } = schedule;
  return dtstart !== null && dtstart >= first && dtstart <= last ? [dtstart] : [];
}

const hasDayParts = (schedule: ListingSchedule): boolean =>
  schedule.byday.length > 0 || schedule.bymonthday.length > 0;

const knowsItsDays = (schedule: ListingSchedule): boolean =>
  schedule.interval === 1 && (schedule.freq === 'DAILY' || hasDayParts(schedule));

function ruleOf(
  schedule: ListingSchedule,
  freq: keyof typeof FREQUENCIES,
  start: Day,
  last: Day,
): Partial<Options> {
  return {
    freq: FREQUENCIES[freq],
    interval: schedule.interval,
    dtstart: utc(start),
    until: utc(last),
    ...(schedule.byday.length > 0 && { byweekday: schedule.byday.flatMap(weekdayOf) }),
    ...(schedule.bymonthday.length > 0 && { bymonthday: [...schedule.bymonthday] }),
  };
}

function weekdayOf(part: string): ByWeekday[] {
  const weekday = WEEKDAYS[part.slice(-2) as keyof typeof WEEKDAYS];
  const ordinal = Number(part.slice(0, -2));
  if (weekday === undefined || Number.isNaN(ordinal)) return [];
  return [ordinal === 0 ? weekday : weekday.nth(ordinal)];
}

const utc = (day: Day): Date => new Date(`${day}T00:00:00Z`);
