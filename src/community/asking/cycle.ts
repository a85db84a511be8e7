import { addDays, type Day, daysBetween } from '../../platform/clock.ts';
import { type AskingPace, roundsApart } from './pace.ts';

export type AskWay = 'e-mail' | 'post' | 'phone';

/** What decides whether a group is asked today. */
export interface Due {
  /** When anybody last said that it is right, by whatever route: its page, a call, a visit, its source. */
  checkedOn: Day | null;
  /** The day from which it may be asked again; of all that are asked at the same address, the latest. Null when none was. */
  nextAskOn: Day | null;
  /** Days on which a term or a season ends. */
  termEnds: readonly Day[];
  pausedFrom: Day | null;
  pausedUntil: Day | null;
  onlyUntil: Day | null;
  /** 0 to 61, the same for ever for one listing: of a directory read in one day not all are asked in one day. */
  spread: number;
}

/** A first question comes up to so many days early, which is never within two weeks of a check. */
export const mostSpread = 62;

/**
 * Whether a group is asked "Is this still right?" today. Two weeks before its 90 days are up, never sooner than a
 * quarter after it was last asked; sooner before a term, a season, a pause or "only for now" ends, when that would
 * otherwise be written on its page for weeks. Not while it is away, not after it ended.
 * @example isDue({ checkedOn: '2026-09-01', nextAskOn: '2026-11-20', … }, '2026-11-22', pace) // true
 */
export function isDue(group: Due, today: Day, pace: AskingPace): boolean {
  const { checkedOn, nextAskOn, onlyUntil } = group;
  if ((onlyUntil !== null && onlyUntil < today) || isAway(group, today, pace)) return false;
  const early = nextAskOn === null ? group.spread : 0;
  const isRight = checkedOn !== null && daysBetween(checkedOn, today) < pace.cycle - pace.ahead - early;
  if (!isRight && (nextAskOn === null || nextAskOn <= today)) return true;
  return endsSoon(group, today, pace) && !isQuiet(group, today, pace);
}

/** Away until a day that is not near yet: nothing to ask, and nothing to hide. */
export function isAway({ pausedFrom, pausedUntil }: Due, today: Day, pace: AskingPace): boolean {
  if (pausedFrom === null || pausedUntil === null) return false;
  return pausedFrom <= today && daysBetween(today, pausedUntil) > pace.ahead;
}

function endsSoon({ termEnds, pausedUntil, onlyUntil }: Due, today: Day, { ahead }: AskingPace): boolean {
  return [...termEnds, pausedUntil, onlyUntil].some(
    (end) => end !== null && end >= today && daysBetween(today, end) <= ahead,
  );
}

/** Asked or checked so lately that an early question would only be a second one. */
function isQuiet({ checkedOn, nextAskOn }: Due, today: Day, pace: AskingPace): boolean {
  const askedOn = nextAskOn === null ? null : addDays(nextAskOn, -roundsApart(pace));
  return [checkedOn, askedOn].some((day) => day !== null && daysBetween(day, today) < pace.quiet);
}

/** A question that waits for its answer. */
export interface Waiting {
  /** 1 asked, 2 asked again, 3 a steward rings. */
  nth: number;
  way: AskWay;
  /** For a card, the day it went into the post; null until then. */
  sentOn: Day | null;
  /** Messages and cards to this group within 365 days, this one included. */
  sentThisYear: number;
}

/**
 * What follows a question nobody has answered: nothing yet, a second one, or, after two silences, a named steward
 * rings. A group that was written to as often as a year allows is rung after the first.
 */
export function afterSilence(waiting: Waiting, today: Day, pace: AskingPace): 'wait' | 'ask again' | 'ring' {
  const { nth, way, sentOn, sentThisYear } = waiting;
  if (way === 'phone' || sentOn === null || daysBetween(sentOn, today) < pace.waits[way]) return 'wait';
  return nth === 1 && sentThisYear < pace.mostAYear ? 'ask again' : 'ring';
}

/**
 * Hidden once nobody has said for 120 days that it is right, if it was asked and had its time to answer. Hidden is
 * kept: one press brings it back. A listing that is away until a day it said is not silent.
 */
export function isSilent(
  group: Due & { askedOn: Day | null; hasAnswered: boolean },
  today: Day,
  pace: AskingPace,
): boolean {
  const { checkedOn, askedOn, hasAnswered } = group;
  if (hasAnswered || askedOn === null || isAway(group, today, pace)) return false;
  const isOld = checkedOn === null || daysBetween(checkedOn, today) >= pace.hiddenAfter;
  return isOld && daysBetween(askedOn, today) >= pace.chance;
}

/** The next day it will be asked, as things stand; null when that is more than a year away or never. */
export function nextAsked(group: Due, today: Day, pace: AskingPace): Day | null {
  for (let days = 0; days <= 366; days += 1) {
    const day = addDays(today, days);
    if (isDue(group, day, pace)) return day;
  }
  return null;
}
