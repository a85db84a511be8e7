import { addDays, type Day } from '../../../platform/clock.ts';
import { type FollowedFrom, outcomeWithin } from '../../within-window.ts';

/** What the record says of one person, introduction or promise by a day; `unknown` until it can say. */
export type Answer = 'yes' | 'no' | 'died' | 'moved' | 'unknown';

/**
 * E8: whether something happened within so many days of a start; not yet known until that many days have passed, for
 * those to whom it happened soon as well, so that quick answers do not come in first.
 * @example answerWithin({ startOn: '2026-01-01', happenedOn: '2026-01-05' }, 28, '2026-01-10') // 'unknown'
 */
export function answerWithin(one: FollowedFrom, windowDays: number, asOf: Day): Answer {
  if (addDays(one.startOn, windowDays) > asOf) return 'unknown';
  const outcome = outcomeWithin(one, windowDays);
  if (outcome === 'happened') return 'yes';
  return outcome === 'neither' ? 'no' : outcome;
}

/** An introduction of somebody who went at least once. */
export interface Went {
  wentOn: Day;
  /** The day somebody said that they still go, so many days on. */
  stillGoingOn: Day | null;
  /** The day it ended, from either side. */
  endedOn: Day | null;
  /** The day somebody said that they do not go any more. */
  notGoingOn: Day | null;
  diedOn: Day | null;
  movedOn: Day | null;
}

/**
 * E7: whether they were still going so many days after they first went. Where nobody has asked it is not known, and
 * nothing is made of silence. Product rules section 3, Introduction.
 */
export function stillGoing(one: Went, days: number, asOf: Day): Answer {
  const then = addDays(one.wentOn, days);
  if (then > asOf) return 'unknown';
  if (by(one.stillGoingOn, asOf)) return 'yes';
  if (by(one.diedOn, then)) return 'died';
  if (by(one.movedOn, then)) return 'moved';
  return by(one.endedOn, asOf) || by(one.notGoingOn, asOf) ? 'no' : 'unknown';
}

export interface PromiseKept {
  dueOn: Day | null;
  settledOn: Day | null;
  state: 'open' | 'kept' | 'moved' | 'broken';
  /** How often it was written: once made, and again each time it moved or was settled. */
  version: number;
}

/**
 * E7: what became of a promise whose day has passed; null for one with no day. Known from the day after, early or
 * not, so that promises kept at once do not come in before the others. The record keeps that its day was moved, and its last day.
 * @example promiseAnswers({ dueOn: '2026-11-20', settledOn: null, state: 'open', version: 1 }, '2026-11-21')?.pastItsDay // 'yes'
 */
export function promiseAnswers(
  one: PromiseKept,
  asOf: Day,
): Record<'kept' | 'broken' | 'pastItsDay' | 'moved', Answer> | null {
  if (one.dueOn === null) return null;
  if (one.dueOn >= asOf)
    return { kept: 'unknown', broken: 'unknown', pastItsDay: 'unknown', moved: 'unknown' };
  const settled = by(one.settledOn, asOf) ? one.state : 'open';
  const answer = (is: boolean): Answer => (is ? 'yes' : 'no');
  return {
    kept: answer(settled === 'kept'),
    broken: answer(settled === 'broken'),
    pastItsDay: answer(settled !== 'kept' && settled !== 'broken'),
    moved: answer(one.version - (one.settledOn === null ? 0 : 1) > 1),
  };
}

const by = (day: Day | null, last: Day): boolean => day !== null && day <= last;
