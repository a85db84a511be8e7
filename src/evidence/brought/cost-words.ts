import { TOO_FEW_BELOW } from '../figure.ts';
import type { Costs } from './counting/counted.ts';

/** A full year of a weekly cost. */
const WEEKS = 52;

/**
 * E7: what ongoing support usually cost, never what was saved.
 * @example costInWords({ people: 12, weeklyPence: 252_000, medianPence: 20_000 }, 15)
 * // 'Of 15 new people who began ongoing support, its weekly cost is known for 12: half cost £200 a week or less, and £210 on average, which is £10,920 in a full year.'
 */
export function costInWords({ people, weeklyPence, medianPence }: Costs, ongoing: number): string {
  const known = `Of ${count(ongoing)} new people who began ongoing support, its weekly cost is known for ${count(people)}`;
  if (people < TOO_FEW_BELOW || weeklyPence === null || medianPence === null)
    return `${known}: too few to say what was usual.`;
  const mean = weeklyPence / people;
  return `${known}: half cost ${pounds(medianPence)} a week or less, and ${pounds(mean)} on average, which is ${pounds(mean * WEEKS)} in a full year.`;
}

const count = (number: number): string => number.toLocaleString('en-GB');

const pounds = (pence: number): string => `£${Math.round(pence / 100).toLocaleString('en-GB')}`;
