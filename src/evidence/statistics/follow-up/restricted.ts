import { type Interval, wilson, Z_95 } from '../wilson.ts';
import { cumulativeIncidence } from './cumulative-incidence.ts';
import { type EndOfFollowUp, peopleIn } from './end-of-follow-up.ts';
import { survival } from './survival.ts';

/** How follow-up stands at day `days`: nobody is left out, and those followed for less are told. */
interface FollowedTo {
  days: number;
  people: number;
  /** Of them: followed to that day, or to an end before it. */
  known: number;
  /** Of them: looked at no further before that day, so what becomes of them by then is not yet known. */
  followedForLess: number;
  /** The last day anybody has been followed to. */
  longestFollowed: number;
}

export interface IncidenceWithin extends FollowedTo {
  /** Null when nobody has been followed that long and the curve cannot say. */
  share: number | null;
  standardError: number | null;
  interval: Interval | null;
}

/**
 * Share to whom something happened within so many days, with everybody used for as long as they were followed: the
 * Aalen-Johansen curve read at that day. It answers sooner than waiting for every window to run out, and says how many
 * were followed for less. Null when nobody has been followed to that day while some are still waiting.
 * When it has happened to nobody the interval is Wilson's for those known.
 * Source: as `cumulativeIncidence`; on reading a curve at a fixed day, Klein JP and others (2007), Stat Med 26:4505-4519.
 * @example incidenceWithin(ends, { causes: ['converted', 'died', 'moved'], cause: 'converted', days: 90 }).share // 0.108
 */
export function incidenceWithin<Cause extends string>(
  ends: readonly EndOfFollowUp<Cause>[],
  asked: { causes: readonly Cause[]; cause: Cause; days: number },
  z = Z_95,
): IncidenceWithin {
  const followed = followedTo(ends, asked.days);
  const last = cumulativeIncidence(ends, asked.causes, z).findLast((point) => point.day <= asked.days);
  if (!isKnown(followed, last?.nothingYet ?? 1))
    return { ...followed, share: null, standardError: null, interval: null };
  const { share, standardError, interval } = last?.became[asked.cause] ?? nothing;
  return {
    ...followed,
    share,
    standardError,
    interval: interval ?? wilson(share === 0 ? 0 : followed.known, followed.known, z),
  };
}

export interface RestrictedMean extends FollowedTo {
  /** Mean days without it, counting no day after `days`; null when nobody has been followed that long. */
  mean: number | null;
  standardError: number | null;
  interval: Interval | null;
}

/**
 * Restricted mean: days people had without it happening (days waited, days at home) within the first so many days, on
 * average, with everybody used for as long as they were followed. The area under the Kaplan-Meier curve; a plain mean
 * of those to whom it has happened would leave out the longest. Days; Greenwood-type error; normal interval within 0
 * and `days`. Null when nobody has been followed to that day while some are still waiting.
 * Source: Irwin JO (1949), J Hyg 47:188-189; Klein JP, Moeschberger ML (2003), Survival Analysis, (4.5.1) and (4.5.2).
 * @example restrictedMean([{ day: 2, became: 'spokenWith' }, { day: 9, became: 'lookedNoFurther' }], 8).mean // 5
 */
export function restrictedMean(ends: readonly EndOfFollowUp[], days: number, z = Z_95): RestrictedMean {
  const followed = followedTo(ends, days);
  const points = survival(ends, z).filter((point) => point.day < days);
  if (!isKnown(followed, points.at(-1)?.notYet ?? 1))
    return { ...followed, mean: null, standardError: null, interval: null };
  let areaAfter = 0;
  let variance = 0;
  for (const [at, point] of [...points.entries()].reverse()) {
    areaAfter += point.notYet * ((points[at + 1]?.day ?? days) - point.day);
    const left = point.stillFollowed - point.happened;
    if (left > 0) variance += (areaAfter * areaAfter * point.happened) / (point.stillFollowed * left);
  }
  const mean = areaAfter + (points[0]?.day ?? days);
  const standardError = Math.sqrt(variance);
  const interval = {
    low: Math.max(0, mean - z * standardError),
    high: Math.min(days, mean + z * standardError),
  };
  return { ...followed, mean, standardError, interval };
}

const nothing = { share: 0, standardError: 0, interval: null };

/** A curve says something of a day when somebody was followed to it, or when nobody is left waiting before it. */
const isKnown = (followed: FollowedTo, notYet: number): boolean =>
  followed.people > 0 && (followed.longestFollowed >= followed.days || notYet < 1e-12);

function followedTo(ends: readonly EndOfFollowUp[], days: number): FollowedTo {
  let people = 0;
  let followedForLess = 0;
  let longestFollowed = 0;
  for (const end of ends) {
    const those = peopleIn(end);
    people += those;
    if (those > 0) longestFollowed = Math.max(longestFollowed, end.day);
    if (end.became === 'lookedNoFurther' && end.day < days) followedForLess += those;
  }
  return { days, people, known: people - followedForLess, followedForLess, longestFollowed };
}
