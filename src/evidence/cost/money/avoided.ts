import { difference } from '../../statistics/difference.ts';
import { studentT } from '../../statistics/student-t.ts';
import { tooFewToCompare } from '../../statistics/too-few.ts';
import type { Interval } from '../../statistics/wilson.ts';

/** How many it happened to, out of how many. */
export interface Happened {
  numerator: number;
  denominator: number;
}

/** What it usually costs where it happens: whole-year amounts in pence of so many people, their mean and their spread. */
export interface Usual {
  people: number;
  meanPence: number;
  /** Standard deviation of the people's amounts, in pence. */
  spreadPence: number;
}

/** An estimate of what did not happen. Never cash, and never added to it. */
export interface Avoided {
  /** Fewer people than it would have been, had it happened here as often as in the comparison; below nought, more. */
  people: { estimate: number; low: number; high: number };
  /** The same times the usual cost of a year, in pence. */
  pence: { estimate: number; low: number; high: number };
  usual: { meanPence: number; low: number; high: number; people: number };
  /** The 95% interval holds nought: no difference we can be sure of. */
  couldBeNothing: boolean;
}

/**
 * Starts, or increases, that did not happen: how much rarer they were here than in the comparison (Newcombe's 95%
 * interval), times the people here, times what one usually costs for a year in the comparison (its mean and 95% interval
 * by Student's t, never below nought). The interval of the product takes the furthest corners of the two, so it is wider than 95%. Null when either group,
 * or those the usual cost comes from, are too few.
 * @example avoided({ here: { numerator: 20, denominator: 200 }, there: { numerator: 40, denominator: 200 }, usual })
 */
export function avoided(asked: {
  here: Happened;
  there: Happened;
  usual: Usual;
  tooFewBelow?: number | undefined;
}): Avoided | null {
  const { here, there, usual, tooFewBelow } = asked;
  const people = [here, there, { denominator: usual.people }];
  if (tooFewToCompare(people, tooFewBelow)) return null;
  const apart = difference(there, here);
  if (!apart || usual.people < 2) return null;
  const fewer = times({ estimate: apart.difference, low: apart.low, high: apart.high }, here.denominator);
  const cost = usualRange(usual);
  const corners = [fewer.low, fewer.high].flatMap((one) => [one * cost.low, one * cost.high]);
  return {
    people: fewer,
    pence: {
      estimate: Math.round(fewer.estimate * usual.meanPence),
      low: Math.round(Math.min(...corners)),
      high: Math.round(Math.max(...corners)),
    },
    usual: { meanPence: usual.meanPence, ...cost, people: usual.people },
    couldBeNothing: fewer.low <= 0 && fewer.high >= 0,
  };
}

function usualRange({ people, meanPence, spreadPence }: Usual): Interval {
  const half = (studentT(0.025, people - 1) * spreadPence) / Math.sqrt(people);
  return { low: Math.max(0, Math.round(meanPence - half)), high: Math.round(meanPence + half) };
}

const times = (one: Avoided['people'], by: number): Avoided['people'] => ({
  estimate: one.estimate * by,
  low: one.low * by,
  high: one.high * by,
});
