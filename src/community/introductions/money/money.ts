import type { Day } from '../../../platform/clock.ts';
import { type Refusal, refuse } from '../../../platform/refusal.ts';
import { rule } from '../introduction.ts';

/** What one person may be given in a year when the council has not set its own number. Our judgement: none is published. */
export const yearlyLimitPence = 10_000;

/** The council's own limit, in pence, from its setting `introductionMoneyPence`. */
export function limitFrom(settings: Readonly<Record<string, unknown>>): number {
  const set = settings.introductionMoneyPence;
  return typeof set === 'number' && Number.isInteger(set) && set >= 0 ? set : yearlyLimitPence;
}

/** The first day of the council's year that a day is in: 1 April. @example yearFrom('2027-03-31') // '2026-04-01' */
export function yearFrom(day: Day): Day {
  const year = Number(day.slice(0, 4));
  return `${day.slice(5) < '04-01' ? year - 1 : year}-04-01`;
}

/**
 * C2-5's way for introductions: given without asking anybody first, within a limit a person and year; peers see it after.
 * @param given what they were given in that year already, in pence
 * @example mayGive({ given: 9_000, amount: 1_500, limit: 10_000, on: today, today })?.because // 'that would be £105.00 …'
 */
export function mayGive(asked: {
  given: number;
  amount: number;
  limit: number;
  on: Day;
  today: Day;
}): Refusal | null {
  const { given, amount, limit, on, today } = asked;
  if (on > today) return refuse(rule, 'that day has not come yet', 'write it down once it is given');
  if (amount === 0) return refuse(rule, 'nothing was given', 'write the amount');
  if (given + amount <= limit) return null;
  return refuse(
    rule,
    `that would be ${inPounds(given + amount)} since 1 April, and we may give ${inPounds(limit)} a year in this way`,
    limit > given ? `give ${inPounds(limit - given)} or less, or find it another way` : 'find it another way',
  );
}

/** @example inPounds(1_250) // '£12.50' */
export const inPounds = (pence: number): string =>
  (pence / 100).toLocaleString('en-GB', {
    style: 'currency',
    currency: 'GBP',
    minimumFractionDigits: pence % 100 === 0 ? 0 : 2,
  });
