/** A calendar day in England, written `2026-11-21`. Law and practice count days, so rules take days, never instants. */
export type Day = string;

/** Where "now" comes from: the machine in production, a fixed hand in tests and demonstrations. */
export interface Clock {
  now(): Date;
}

export const machineClock: Clock = { now: () => new Date() };

/** A clock that stands still until it is set: `const clock = stoppedClock('2026-11-21T09:32:00Z')`. */
export function stoppedClock(start: string): Clock & { set(instant: string): void } {
  let instant = new Date(start);
  return {
    now: () => new Date(instant),
    set: (next) => {
      instant = new Date(next);
    },
  };
}

const londonDate = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' });

/**
 * The calendar day on which an instant falls in England, summer time included.
 * @example dayOf(new Date('2026-06-30T23:30:00Z')) // '2026-07-01'
 */
export function dayOf(instant: Date): Day {
  return londonDate.format(instant);
}

/** The day `days` calendar days after `day` (before it when negative). @example addDays('2026-02-28', 1) // '2026-03-01' */
export function addDays(day: Day, days: number): Day {
  return new Date(noonUtc(day) + days * 86_400_000).toISOString().slice(0, 10);
}

/**
 * The same day so many months later, or the last of that month when it has no such day.
 * @example addMonths('2026-08-31', 6) // '2027-02-28'
 */
export function addMonths(day: Day, months: number): Day {
  const [year = 0, month = 1, dayOfMonth = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0));
  last.setUTCDate(Math.min(dayOfMonth, last.getUTCDate()));
  return last.toISOString().slice(0, 10);
}

/** Whole calendar days from `from` to `to`; negative when `to` is earlier. @example daysBetween('2026-11-16', '2026-11-17') // 1 */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((noonUtc(to) - noonUtc(from)) / 86_400_000);
}

/** True for a real calendar day written `YYYY-MM-DD`: refuses 31 February. */
export function isDay(text: string): text is Day {
  return (
    /^\d{4}-\d{2}-\d{2}$/.test(text) &&
    !Number.isNaN(Date.parse(text)) &&
    new Date(text).toISOString().startsWith(text)
  );
}

const noonUtc = (day: Day): number => Date.parse(`${day}T12:00:00Z`);
