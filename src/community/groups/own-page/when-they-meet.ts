import type { Day } from '../../../platform/clock.ts';
import type { ListingSchedule } from '../../listing.ts';
import { type Weekday, weekdays } from '../../weekdays.ts';

export const rhythms = ['weekly', 'fortnightly', 'monthly', 'once'] as const;
export type Rhythm = (typeof rhythms)[number];
/** Which of the month's Tuesdays: RFC 5545 counts the last as -1. */
export const ordinals = ['1', '2', '3', '4', '-1'] as const;
export type Ordinal = (typeof ordinals)[number];

/** One time a group meets, as it says it itself: which days, from when to when, how often. */
export interface MeetingTime {
  days: readonly Weekday[];
  /** `10:00`, twenty-four hours. */
  from: string | null;
  to: string | null;
  rhythm: Rhythm;
  /** Only for monthly. */
  ordinal: Ordinal | null;
  /** The first day of a fortnightly rhythm, or the one day of something held once. */
  starts: Day | null;
  until: Day | null;
}

/** More than three times a week are rare; the page holds this many, and keeps what it cannot show as it is. */
export const mostTimes = 3;

const plain = { bymonthday: [], description: null, validFrom: null } as const;

/**
 * A meeting time as the parts of a recurrence.
 * @example scheduleOf({ days: ['TU'], from: '10:00', to: '12:00', rhythm: 'monthly', ordinal: '1', … }).byday // ['1TU']
 */
export function scheduleOf(time: MeetingTime): ListingSchedule {
  const hours = { opensAt: time.from, closesAt: time.to };
  if (time.rhythm === 'once')
    return { ...plain, ...hours, freq: null, interval: 1, byday: [], dtstart: time.starts, validTo: null };
  const days = weekdays.filter((day) => time.days.includes(day));
  const isMonthly = time.rhythm === 'monthly';
  return {
    ...plain,
    ...hours,
    freq: isMonthly ? 'MONTHLY' : 'WEEKLY',
    interval: time.rhythm === 'fortnightly' ? 2 : 1,
    byday: isMonthly ? days.map((day) => `${time.ordinal ?? '1'}${day}`) : days,
    dtstart: time.rhythm === 'fortnightly' ? time.starts : null,
    validTo: time.until,
  };
}

/**
 * The same the other way round; null when this page has no words for it, and it is then kept as it is.
 * @example meetingTimeOf({ freq: 'DAILY', … }) // null
 */
export function meetingTimeOf(schedule: ListingSchedule): MeetingTime | null {
  const { freq, interval, byday, bymonthday, dtstart, opensAt, closesAt, validTo } = schedule;
  const hours = { from: opensAt, to: closesAt, until: validTo };
  if (bymonthday.length > 0 || freq === 'DAILY' || freq === 'YEARLY') return null;
  if (freq === null)
    return dtstart === null
      ? null
      : { ...hours, days: [], rhythm: 'once', ordinal: null, starts: dtstart, until: null };
  const days = daysOf(byday, freq === 'WEEKLY' ? dtstart : null);
  if (days.length === 0) return null;
  if (freq === 'MONTHLY') {
    const ordinal = oneOrdinal(byday);
    return interval === 1 && ordinal ? { ...hours, days, rhythm: 'monthly', ordinal, starts: null } : null;
  }
  if (interval === 1) return { ...hours, days, rhythm: 'weekly', ordinal: null, starts: null };
  return interval === 2 ? { ...hours, days, rhythm: 'fortnightly', ordinal: null, starts: dtstart } : null;
}

/** What this page shows to be changed, and what it keeps as it is. */
export function splitTimes(schedules: readonly ListingSchedule[]): {
  times: MeetingTime[];
  kept: ListingSchedule[];
} {
  const times: MeetingTime[] = [];
  const kept: ListingSchedule[] = [];
  for (const schedule of schedules) {
    const time = times.length < mostTimes ? meetingTimeOf(schedule) : null;
    if (time) times.push(time);
    else kept.push(schedule);
  }
  return { times, kept };
}

function daysOf(byday: readonly string[], dtstart: Day | null): Weekday[] {
  const named = byday.length > 0 ? byday.map((part) => part.slice(-2)) : [weekdayOf(dtstart)];
  return weekdays.filter((day) => named.includes(day));
}

function oneOrdinal(byday: readonly string[]): Ordinal | null {
  const all = new Set(byday.map((part) => part.slice(0, -2)));
  const [only] = all;
  return all.size === 1 ? (ordinals.find((ordinal) => ordinal === only) ?? null) : null;
}

const weekdayOf = (day: Day | null): Weekday | null =>
  day === null ? null : (weekdays[(new Date(`${day}T12:00:00Z`).getUTCDay() + 6) % 7] ?? null);

/**
 * Reads a time of day as people write it: 10, 10am, 10.30, 2:15 pm, 14:00, noon, midnight.
 * @returns `14:15`, or null when it is no time; a bare number below 7 is taken for the afternoon, as groups mean it
 * @example readTime('2.15') // '14:15'
 */
export function readTime(text: string): string | null {
  const plainText = text.trim().toLowerCase().replace(/\s+/g, '');
  if (/^(12)?noon$|^midday$/.test(plainText)) return '12:00';
  if (plainText === 'midnight') return '00:00';
  const read = /^(\d{1,2})(?:[.:](\d{2}))?(am|pm)?$/.exec(plainText);
  if (!read) return null;
  const [, hourText = '', minuteText = '00', half] = read;
  const hour = hourOn(Number(hourText), half, hourText.startsWith('0'));
  return hour === null || Number(minuteText) > 59 ? null : `${String(hour).padStart(2, '0')}:${minuteText}`;
}

function hourOn(hour: number, half: string | undefined, isTwentyFour: boolean): number | null {
  if (half) return hour < 1 || hour > 12 ? null : (hour % 12) + (half === 'pm' ? 12 : 0);
  if (hour > 23) return null;
  return hour >= 1 && hour < 7 && !isTwentyFour ? hour + 12 : hour;
}
