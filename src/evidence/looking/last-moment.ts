import { addDays, type Day, dayOf } from '../../platform/clock.ts';

/**
 * The last millisecond of a day in England, summer time or not.
 * @example lastMomentOf('2026-06-30').toISOString() // '2026-06-30T22:59:59.999Z'
 */
export function lastMomentOf(day: Day): Date {
  const next = addDays(day, 1);
  const midnight = Date.parse(`${next}T00:00:00Z`);
  const anHourBefore = new Date(midnight - 3_600_000);
  return new Date((dayOf(anHourBefore) === next ? anHourBefore.getTime() : midnight) - 1);
}
