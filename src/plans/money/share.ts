import type { Day } from '../../platform/clock.ts';
import { type Refusal, refuse } from '../../platform/refusal.ts';
import type { PlanState } from '../plan.ts';

/** The four kinds of line in the working, in the order they are read. */
export const sides = ['coming-in', 'left-out', 'kept', 'costs'] as const;
export type Side = (typeof sides)[number];

/** One line of the working, typed from the regulations of the year. Whole pence, each week. */
export interface WorkingLine {
  side: Side;
  what: string;
  weeklyPence: number;
}

export const ways = ['full', 'light-touch', 'declined'] as const;
export type Way = (typeof ways)[number];

/** The written record of what somebody would pay, and how it was worked out (Care Act 2014 s17). */
export interface FinancialAssessment {
  id: string;
  personId: string;
  conversationId: string;
  doneOn: Day;
  how: Way;
  /** The most they pay each week; null where they would rather not say, and pay the full cost. */
  weeklyPence: number | null;
  words: string;
  fromOn: Day;
  doneBy: string;
  lines: WorkingLine[];
}

/** What is typed when a share is worked out. */
export interface NewShare {
  how: Way;
  doneOn: Day;
  fromOn: Day;
  words: string;
  lines: readonly WorkingLine[];
  /** Typed only where there is no working: a light look. */
  weeklyPence: number | null;
}

/**
 * What somebody pays each week: what comes in, less what the law leaves out, what they must keep and what
 * disability costs them, and never less than nothing. No rate is fixed here: every figure is a typed line
 * (Care Act 2014 s14(7), s17; SI 2014/2672).
 * @example shareOf([{ side: 'coming-in', what: 'Pension', weeklyPence: 25_000 }, { side: 'kept', what: …, weeklyPence: 23_000 }]) // 2_000
 */
export function shareOf(lines: readonly WorkingLine[]): number {
  const left = lines.reduce(
    (sum, { side, weeklyPence }) => sum + (side === 'coming-in' ? weeklyPence : -weeklyPence),
    0,
  );
  return Math.max(0, left);
}

/**
 * C3-5, F5: may a share be worked out, and what is it? Charging is not talked about before a conversation 3 has
 * opened. A full look has its working, with what they must be left with; a light one says why no more was asked;
 * somebody who would rather not say pays the full cost (null). Care Act 2014 s17; SI 2014/2672 reg 10.
 * @example mayWorkOutShare({ how: 'declined', … }, null, '2026-11-21') // refused 'C3-5'
 */
export function mayWorkOutShare(
  asked: NewShare,
  conversation3OpenedOn: Day | null,
  today: Day,
): { weeklyPence: number | null } | Refusal {
  if (!conversation3OpenedOn) return moneyWaits;
  if (asked.doneOn < conversation3OpenedOn)
    return refuse(
      'C3-5',
      'that day is before conversation 3 began, and what somebody pays is not talked about before it',
      'talk it through with them now, and write the day you did',
    );
  if (asked.doneOn > today)
    return refuse('C3-5', 'that day has not come yet', 'write the day it was worked out');
  return workedOut(asked);
}

/** C3-5, F5: nobody is asked about money before conversation 3. */
export const moneyWaits = refuse(
  'C3-5',
  'no conversation 3 has begun, and what somebody pays is not talked about before it',
  'go on with the conversation that is open; money comes when you build a good life together',
);

function workedOut({ how, lines, weeklyPence }: NewShare): { weeklyPence: number | null } | Refusal {
  if (how === 'full') return fullShare(lines);
  if (lines.length)
    return refuse(
      'C3-5',
      'there is a working, and that belongs to a full look',
      'choose the full look, or take the working out',
    );
  if (how === 'declined') return { weeklyPence: null };
  if (weeklyPence !== null) return { weeklyPence };
  return refuse('C3-5', 'it does not say what they pay each week', 'write the amount; nothing is 0');
}

function fullShare(lines: readonly WorkingLine[]): { weeklyPence: number } | Refusal {
  if (!lines.some(({ side }) => side === 'coming-in'))
    return refuse(
      'C3-5',
      'the working does not say what comes in',
      'write at least one line of what comes in',
    );
  const weeklyPence = shareOf(lines);
  if (weeklyPence > 0 && !lines.some(({ side }) => side === 'kept'))
    return refuse(
      'C3-5',
      'they would pay, and the working does not say what they must be left with',
      'write what the regulations say they keep for themselves (Care Act 2014 s14(7))',
    );
  return { weeklyPence };
}

/** The record a plan is read with: one being written with the latest, one that stands with what counts now. */
export function shareForPlan<Record extends { fromOn: Day }>(
  records: readonly Record[],
  plan: { state: PlanState; startsOn: Day | null },
  today: Day,
): Record | null {
  if (plan.state === 'being-written' || !plan.startsOn) return records[0] ?? null;
  const isNow = plan.state === 'standing' && plan.startsOn < today;
  return shareOn(records, isNow ? today : plan.startsOn);
}

/**
 * The record that counts on a day: the one written last of those that have begun by then. A later one counts
 * from its own day, and an earlier one until that day; null while none has begun.
 * @param records in the order they were written, latest first
 */
export function shareOn<Record extends { fromOn: Day }>(records: readonly Record[], day: Day): Record | null {
  return records.find(({ fromOn }) => fromOn <= day) ?? null;
}
