import { addDays, type Day, dayOf } from '../../platform/clock.ts';

/** London hours and days on which something may come. Before later than after runs through the night. */
export interface Hours {
  notBefore: string;
  notAfter: string;
  /** Monday 1 to Sunday 7. */
  notDays: readonly number[];
}

/** Unless somebody says otherwise nothing comes between eight in the evening and eight in the morning. A judgement*. */
export const quietHours: Hours = { notBefore: '08:00', notAfter: '20:00', notDays: [] };

/** How far ahead a moment is looked for, in days. */
const farthest = 15;

/**
 * The first moment from `now` on that is within the hours and on no day up to `lastDay`; null when no day will do.
 * @example firstMoment(new Date('2026-11-21T22:00:00Z'), quietHours, null) // 2026-11-22T08:00:00Z
 */
export function firstMoment(now: Date, hours: Hours, lastDay: Day | null): Date | null {
  const today = dayOf(now);
  const candidates = [now];
  for (let days = 0; days <= farthest; days += 1)
    for (const time of ['00:00', hours.notBefore])
      candidates.push(...londonInstants(addDays(today, days), time));
  return (
    candidates
      .filter((at) => at >= now && mayCome(at, hours, lastDay))
      .sort((one, other) => one.getTime() - other.getTime())[0] ?? null
  );
}

function mayCome(at: Date, { notBefore, notAfter, notDays }: Hours, lastDay: Day | null): boolean {
  const day = dayOf(at);
  const time = londonTime(at);
  const isInHours =
    notBefore < notAfter
      ? time >= notBefore && time < notAfter
      : notBefore === notAfter || time >= notBefore || time < notAfter;
  return isInHours && !notDays.includes(weekdayOf(day)) && (lastDay === null || day > lastDay);
}

const weekdayOf = (day: Day): number => new Date(`${day}T12:00:00Z`).getUTCDay() || 7;

const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});
/** @example londonTime(new Date('2026-07-01T07:00:00Z')) // '08:00' */
export const londonTime = (at: Date): string => clock.format(at);

/**
 * When it is that time on that day in London: twice on the night the clocks go back; on the night they go forward a time
 * that is left out is the first after it.
 */
function londonInstants(day: Day, time: string): Date[] {
  const winter = new Date(`${day}T${time}:00Z`);
  const both = [new Date(winter.getTime() - 3_600_000), winter];
  const real = both.filter((at) => londonTime(at) === time && dayOf(at) === day);
  return real.length ? real : [new Date(`${day}T${time.slice(0, 2)}:00:00Z`)];
}
