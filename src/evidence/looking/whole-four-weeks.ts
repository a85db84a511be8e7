import { addDays, type Day, daysBetween } from '../../platform/clock.ts';

const STRETCH_DAYS = 28;

/**
 * The last day of the last whole four weeks since a site began, or the day before it began while there are none. What
 * people say of themselves, and amounts of money, are told as at these days only: between two days that follow one another
 * often one person came or changed, and looking on both would tell what they said or what their support costs.
 * @example wholeFourWeeks('2026-01-01', '2026-02-10') // '2026-01-28'
 */
export function wholeFourWeeks(startedOn: Day, asOf: Day): Day {
  const stretches = Math.max(0, Math.floor((daysBetween(startedOn, asOf) + 1) / STRETCH_DAYS));
  return addDays(startedOn, stretches * STRETCH_DAYS - 1);
}
