import { conversionEnds } from './conversion-curve.ts';
import type { EndCount } from './measured.ts';
import { cumulativeIncidence } from './statistics/follow-up/cumulative-incidence.ts';
import { stillFollowedAt } from './statistics/follow-up/end-of-follow-up.ts';
import type { Interval } from './statistics/wilson.ts';

export interface CurveStep {
  day: number;
  share: number;
  interval: Interval | null;
}

/** The curve read at one window; no share where fewer than enough people have been followed so long. */
export interface CurveReading {
  day: number;
  share: number | null;
  interval: Interval | null;
  stillFollowed: number;
}

/** E3: how a share grows with the days since first contact, ready to be drawn. */
export interface Curve {
  steps: CurveStep[];
  /** The last day that enough people have been followed to: the line ends there. */
  followedTo: number;
  readings: CurveReading[];
}

/**
 * The curve of ongoing support with deaths and moves as competing events, from counts by day. It ends where fewer than
 * `tooFewBelow` people are still followed: beyond that one person more or less would move it by more than anybody may read
 * into it. Source: see `cumulativeIncidence`.
 * @example curveOf(ends, [28, 90]).readings[1] // { day: 90, share: 0.081, interval: …, stillFollowed: 412 }
 */
export function curveOf(ends: readonly EndCount[], readAt: readonly number[], tooFewBelow: number): Curve {
  const days = [...new Set(ends.map(({ day }) => day))].sort((one, other) => one - other);
  const followed = stillFollowedAt(ends, days);
  const followedTo = days.findLast((_, at) => (followed[at] ?? 0) >= tooFewBelow) ?? 0;
  const steps = cumulativeIncidence(ends, conversionEnds)
    .filter(({ day }) => day <= followedTo)
    .map(({ day, became }) => ({
      day,
      share: became.converted.share,
      interval: became.converted.interval,
    }));
  const atRisk = stillFollowedAt(ends, readAt);
  const readings = readAt.map((day, at) => {
    const stillFollowed = atRisk[at] ?? 0;
    if (day > followedTo || stillFollowed + steps.length === 0)
      return { day, share: null, interval: null, stillFollowed };
    const step = steps.findLast((one) => one.day <= day);
    return { day, share: step?.share ?? 0, interval: step?.interval ?? null, stillFollowed };
  });
  return { steps, followedTo, readings };
}
