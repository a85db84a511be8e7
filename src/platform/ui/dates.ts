import { type Day, daysBetween } from '../clock.ts';

const formats = {
  date: { day: 'numeric', month: 'long', year: 'numeric' },
  weekday: { weekday: 'long' },
  dayAndMonth: { day: 'numeric', month: 'long' },
  time: { hour: 'numeric', minute: '2-digit', hourCycle: 'h12' },
} satisfies Record<string, Intl.DateTimeFormatOptions>;

const [dates, weekdays, daysAndMonths, times] = Object.values(formats).map(
  (format) => new Intl.DateTimeFormat('en-GB', { ...format, timeZone: 'Europe/London' }),
) as [Intl.DateTimeFormat, Intl.DateTimeFormat, Intl.DateTimeFormat, Intl.DateTimeFormat];

/** @example longDate('2026-11-21') // '21 November 2026' */
export function longDate(when: Day | Date): string {
  return dates.format(instantOf(when));
}

/** @example weekdayDate('2026-11-17') // 'Tuesday 17 November 2026' */
export function weekdayDate(when: Day | Date): string {
  return `${weekdays.format(instantOf(when))} ${longDate(when)}`;
}

/** A day near today: the year appears only when it is another. @example nearDate('2026-11-20', '2026-11-21') // 'Friday 20 November' */
export function nearDate(day: Day, today: Day): string {
  if (day.slice(0, 4) !== today.slice(0, 4)) return weekdayDate(day);
  return `${weekdays.format(instantOf(day))} ${daysAndMonths.format(instantOf(day))}`;
}

/** @example clockTime(new Date('2026-11-21T09:32:00Z')) // '9:32am' */
export function clockTime(at: Date): string {
  const time = times.format(at).replace(/\s/g, '').replace(':00', '').replace(/^0/, '12').toLowerCase();
  return { '12am': 'midnight', '12pm': 'midday' }[time] ?? time;
}

/** @example momentOf(new Date('2026-11-17T14:30:00Z')) // 'Tuesday 17 November 2026, 2:30pm' */
export function momentOf(at: Date): string {
  return `${weekdayDate(at)}, ${clockTime(at)}`;
}

/** @example daysInWords(1) // '1 day' */
export function daysInWords(days: number): string {
  return `${days} ${days === 1 ? 'day' : 'days'}`;
}

/** How long ago, or how soon, counted in days. @example agoInWords('2026-11-20', '2026-11-21') // 'yesterday' */
export function agoInWords(day: Day, today: Day): string {
  const days = daysBetween(day, today);
  if (days === 0) return 'today';
  if (days === 1) return 'yesterday';
  if (days === -1) return 'tomorrow';
  return days > 0 ? `${daysInWords(days)} ago` : `in ${daysInWords(-days)}`;
}

const instantOf = (when: Day | Date): Date => (when instanceof Date ? when : new Date(`${when}T12:00:00Z`));
