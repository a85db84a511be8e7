import { addDays, type Day, daysBetween } from '../platform/clock.ts';
import { type Interval, wilson } from './statistics/wilson.ts';

/** Somebody followed from a day to see whether something happens, with what could stop us ever seeing it. */
export interface FollowedFrom {
  startOn: Day;
  happenedOn?: Day | undefined;
  diedOn?: Day | undefined;
  movedOn?: Day | undefined;
}

/** A share of people to whom something happened within a window, with everybody accounted for (E3, E8). */
export interface WithinWindow {
  windowDays: number;
  numerator: number;
  /** Everybody whose window has run out, those who died or moved away included. */
  denominator: number;
  /** Everybody who started too recently to tell. */
  notYetKnown: number;
  /** Of the denominator: died inside the window before it happened. */
  died: number;
  /** Of the denominator: moved away inside the window, and it did not happen here. */
  moved: number;
  /** The last day of the record that was looked at. */
  followUpTo: Day;
  /** The last starting day that could be in the denominator. */
  startsTo: Day;
  interval: Interval | null;
}

export type Outcome = 'happened' | 'died' | 'moved' | 'neither';

/**
 * Counts, as of a day, how many of those followed saw it happen `windowDays` days or less after their start.
 *
 * Somebody joins the denominator when their window has run out on the calendar (start + W on or before `asOf`),
 * whatever became of them meanwhile, and not a day sooner. Those to whom it happened early, and those who died early,
 * wait with everybody who started the same day: letting in the quick answers first would bend the share.
 * Nobody who started after `asOf` is counted at all.
 * @example withinWindow({ people: [{ startOn: '2026-01-01', happenedOn: '2026-01-29' }], windowDays: 28, asOf: '2026-01-29' }).numerator // 1
 */
export function withinWindow(question: {
  people: readonly FollowedFrom[];
  windowDays: number;
  asOf: Day;
  /** 0 when the starting day itself counts, 1 when it must be a later day. */
  fromDay?: 0 | 1;
}): WithinWindow {
  const { people, windowDays, asOf, fromDay = 0 } = question;
  const startsTo = addDays(asOf, -windowDays);
  const count = { happened: 0, died: 0, moved: 0, neither: 0, notYetKnown: 0 };
  for (const one of people) {
    if (one.startOn > asOf) continue;
    count[one.startOn > startsTo ? 'notYetKnown' : outcomeWithin(one, windowDays, fromDay)] += 1;
  }
  const denominator = count.happened + count.died + count.moved + count.neither;
  return {
    windowDays,
    numerator: count.happened,
    denominator,
    notYetKnown: count.notYetKnown,
    died: count.died,
    moved: count.moved,
    followUpTo: asOf,
    startsTo,
    interval: wilson(count.happened, denominator),
  };
}

/**
 * What became of one person within the window. On the same day, it happened before they died. A date after their
 * death is a slip of the record and does not count; a date after they moved away does, because it happened here.
 */
export function outcomeWithin(one: FollowedFrom, windowDays: number, fromDay: 0 | 1 = 0): Outcome {
  const within = (day: Day | undefined): day is Day =>
    day !== undefined && daysBetween(one.startOn, day) <= windowDays;
  if (within(one.happenedOn) && didHappen(one, fromDay)) return 'happened';
  const died = within(one.diedOn);
  const moved = within(one.movedOn);
  if (died && moved) return one.movedOn !== undefined && one.movedOn < (one.diedOn ?? '') ? 'moved' : 'died';
  if (died) return 'died';
  return moved ? 'moved' : 'neither';
}

/** Whether the day given is one that can count: not before the start, not after death. */
export function didHappen(one: FollowedFrom, fromDay: 0 | 1 = 0): boolean {
  if (one.happenedOn === undefined) return false;
  if (daysBetween(one.startOn, one.happenedOn) < fromDay) return false;
  return one.diedOn === undefined || one.happenedOn <= one.diedOn;
}
