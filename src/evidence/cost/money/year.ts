import { addDays, type Day, daysBetween } from '../../../platform/clock.ts';

/**
 * Weeks in a year: 365.25 / 7, so that a weekly amount for a year is the same whichever year it is. Fifty-two would lose a
 * day and a quarter a year, half a per cent, always in favour of whoever claims a saving on what began.
 */
export const WEEKS_A_YEAR = 365.25 / 7;

/** A weekly amount for a whole year, in whole pence. @example fullYear(10_000) // 521_786 */
export const fullYear = (weeklyPence: number): number => rounded(weeklyPence * WEEKS_A_YEAR);

/** The last day of a council's financial year, 1 April to 31 March, that holds a day. @example lastOfYear('2026-11-22') // '2027-03-31' */
export function lastOfYear(day: Day): Day {
  const year = Number(day.slice(0, 4));
  return `${day.slice(5) > '03-31' ? year + 1 : year}-03-31`;
}

/**
 * What a change of a weekly amount makes of the financial year it happened in, if it lasts: from its own day to 31 March,
 * in whole pence. Later in the year it is less, while its full year is the same. @example inYear(700, '2027-03-30') // 200
 */
export const inYear = (weeklyPence: number, on: Day): number =>
  rounded((weeklyPence / 7) * daysBetween(on, addDays(lastOfYear(on), 1)));

/** Half a penny goes away from nought, so that a rise and its undoing are the same amount. */
const rounded = (pence: number): number => Math.sign(pence) * Math.round(Math.abs(pence));
