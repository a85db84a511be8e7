import type { Day } from '../platform/clock.ts';
import type { ListingSchedule } from './listing.ts';

const DAY_NAMES: Record<string, string> = {
  MO: 'Monday',
  TU: 'Tuesday',
  WE: 'Wednesday',
  TH: 'Thursday',
  FR: 'Friday',
  SA: 'Saturday',
  SU: 'Sunday',
};
const DAY_ORDER = Object.keys(DAY_NAMES);
const ORDINALS: Record<string, string> = {
  '1': 'first',
  '2': 'second',
  '3': 'third',
  '4': 'fourth',
  '5': 'fifth',
  '-1': 'last',
  '-2': 'second last',
};
const EVERY = ['', '', 'second', 'third', 'fourth', 'fifth', 'sixth'];

/**
 * When something happens, in plain words; empty when the schedule says nothing.
 * @example describeSchedule(tuesdaysTenToTwelve) // 'Tuesdays, 10am to 12 noon'
 */
export function describeSchedule(schedule: ListingSchedule): string {
  const when = [daysInWords(schedule), hoursInWords(schedule.opensAt, schedule.closesAt)]
    .filter((part) => part !== '')
    .join(', ');
  const dates = datesInWords(schedule);
  if (when === '') return schedule.description ?? dates;
  return capitalised(dates === '' ? when : `${when}, ${dates}`);
}

/** @example describeTime('13:30') // '1.30pm' */
export function describeTime(time: string): string {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  if (minute === 0 && hour === 12) return '12 noon';
  if (minute === 0 && hour === 0) return 'midnight';
  const minutes = minute === 0 ? '' : `.${String(minute).padStart(2, '0')}`;
  return `${hour % 12 === 0 ? 12 : hour % 12}${minutes}${hour < 12 ? 'am' : 'pm'}`;
}

function daysInWords(schedule: ListingSchedule): string {
  const { freq, interval, byday, bymonthday, dtstart } = schedule;
  if (freq === null) return dtstart === null ? '' : dayInWords(dtstart);
  if (freq === 'DAILY') return byday.length > 0 ? weekdaysInWords(byday, interval) : every(interval, 'day');
  if (freq === 'WEEKLY')
    return byday.length > 0 ? weekdaysInWords(byday, interval) : weeklyFrom(dtstart, interval);
  if (freq === 'YEARLY') return every(interval, 'year');
  const days = monthDaysInWords(byday, bymonthday);
  const month = interval === 1 ? 'the month' : every(interval, 'month');
  return days === '' ? every(interval, 'month') : `${days} of ${month}`;
}

function weekdaysInWords(byday: readonly string[], interval: number): string {
  const days = [...byday].sort((a, b) => DAY_ORDER.indexOf(a) - DAY_ORDER.indexOf(b));
  const key = days.join('');
  if (interval === 1) {
    if (key === DAY_ORDER.join('')) return 'every day';
    if (key === 'MOTUWETHFR') return 'Monday to Friday';
    if (key === 'SASU') return 'weekends';
    return listed(days.map((day) => `${DAY_NAMES[day] ?? day}s`));
  }
  const names = days.map((day) => DAY_NAMES[day] ?? day);
  return names.length === 1
    ? `every ${EVERY[interval] ?? `${interval}th`} ${names[0]}`
    : `${listed(names)} of ${every(interval, 'week')}`;
}

function weeklyFrom(dtstart: Day | null, interval: number): string {
  return dtstart === null ? every(interval, 'week') : weekdaysInWords([weekdayOf(dtstart)], interval);
}

function monthDaysInWords(byday: readonly string[], bymonthday: readonly number[]): string {
  const named = byday.map((part) => {
    const name = DAY_NAMES[part.slice(-2)] ?? part;
    const ordinal = part.slice(0, -2);
    return ordinal === '' ? `every ${name}` : `${ORDINALS[ordinal] ?? ordinal} ${name}`;
  });
  const numbered = bymonthday.map((day) =>
    day === -1 ? 'last day' : day < 0 ? `${-day} days from the end` : `${day}${suffix(day)}`,
  );
  return listed([...named, ...numbered]);
}

function hoursInWords(opensAt: string | null, closesAt: string | null): string {
  if (opensAt === '00:00' && (closesAt === '00:00' || closesAt === '23:59')) return 'all day';
  if (opensAt === null) return closesAt === null ? '' : `until ${describeTime(closesAt)}`;
  return closesAt === null
    ? `from ${describeTime(opensAt)}`
    : `${describeTime(opensAt)} to ${describeTime(closesAt)}`;
}

function datesInWords({ validFrom, validTo }: ListingSchedule): string {
  const from = validFrom === null ? '' : `from ${dayInWords(validFrom)}`;
  const to = validTo === null ? '' : `until ${dayInWords(validTo)}`;
  return [from, to].filter((part) => part !== '').join(' ');
}

const longDay = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'UTC',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
});
const dayInWords = (day: Day): string => longDay.format(new Date(`${day}T12:00:00Z`));
const weekdayOf = (day: Day): string => DAY_ORDER[(new Date(`${day}T12:00:00Z`).getUTCDay() + 6) % 7] ?? '';

const every = (interval: number, unit: string): string =>
  interval === 1
    ? `every ${unit}`
    : interval < EVERY.length
      ? `every ${EVERY[interval]} ${unit}`
      : `every ${interval} ${unit}s`;

function listed(parts: readonly string[]): string {
  return parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}

function suffix(day: number): string {
  if (day >= 11 && day <= 13) return 'th';
  return ['th', 'st', 'nd', 'rd'][day % 10] ?? 'th';
}

const capitalised = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
