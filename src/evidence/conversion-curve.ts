import { type Day, daysBetween } from '../platform/clock.ts';
import { asFollowedFrom, type Followed, newPeople } from './conversion.ts';
import { cumulativeIncidence } from './statistics/follow-up/cumulative-incidence.ts';
import type { EndOfFollowUp } from './statistics/follow-up/end-of-follow-up.ts';
import { type IncidenceWithin, incidenceWithin } from './statistics/follow-up/restricted.ts';
import type { Interval } from './statistics/wilson.ts';
import { didHappen, type FollowedFrom } from './within-window.ts';

/** Where the curve stands at the end of one day after first contact; the shares of everybody who began. */
export interface CurvePoint {
  day: number;
  converted: number;
  died: number;
  moved: number;
  /** How many people were still being followed, with nothing decided, as the day began. */
  stillFollowed: number;
  /** 95%, of `converted`. */
  interval: Interval | null;
}

/** What puts ongoing support out of reach, and support itself. */
export const conversionEnds = ['converted', 'died', 'moved'] as const;
export type ConversionEnd = (typeof conversionEnds)[number];

interface Question {
  people: readonly Followed[];
  asOf: Day;
}

/**
 * E3: the share of new people with ongoing support by each day since first contact, using everybody for as long as they
 * have been followed. Deaths and moves are competing events: they take people out of reach of support and are
 * drawn as their own shares, so the three and those with nothing decided add up to everybody. Points only where
 * something changes. At a day everybody has passed it equals `conversion()` exactly.
 * Source: Aalen OO, Johansen S (1978), Scand J Stat 5:141-150; Putter, Fiocco and Geskus (2007).
 * @example conversionCurve({ people, asOf: '2026-11-21' }).at(-1)?.converted // 0.112
 */
export function conversionCurve(question: Question): CurvePoint[] {
  return cumulativeIncidence(followUpEnds(question), conversionEnds).map(
    ({ day, stillFollowed, became }) => ({
      day,
      converted: became.converted.share,
      died: became.died.share,
      moved: became.moved.share,
      stillFollowed,
      interval: became.converted.interval,
    }),
  );
}

/**
 * E3 sooner: the same share within `windowDays`, read off the curve, so that people followed for less are used for as
 * long as they were, and told. When every window has run out it is `conversion()`; before, it is the better of the two.
 * @example conversionByNow({ people, asOf: '2026-11-21', windowDays: 365 }).followedForLess // 212
 */
export function conversionByNow(question: Question & { windowDays: number }): IncidenceWithin {
  const asked = { causes: conversionEnds, cause: 'converted', days: question.windowDays } as const;
  return incidenceWithin(followUpEnds(question), asked);
}

/** E2, E3: how following each new person ended, as of a day; what every curve is drawn from. */
export function followUpEnds(question: Question): EndOfFollowUp<ConversionEnd>[] {
  return newPeople(question.people, question.asOf).map((one) => endOf(asFollowedFrom(one), question.asOf));
}

function endOf(one: FollowedFrom, asOf: Day): EndOfFollowUp<ConversionEnd> {
  const seen = (day: Day | undefined): day is Day => day !== undefined && day <= asOf;
  const after = (day: Day): number => Math.max(0, daysBetween(one.startOn, day));
  if (seen(one.happenedOn) && didHappen(one)) return { day: after(one.happenedOn), became: 'converted' };
  const died = seen(one.diedOn) ? one.diedOn : undefined;
  const moved = seen(one.movedOn) ? one.movedOn : undefined;
  if (moved !== undefined && (died === undefined || moved < died))
    return { day: after(moved), became: 'moved' };
  if (died !== undefined) return { day: after(died), became: 'died' };
  return { day: after(asOf), became: 'lookedNoFurther' };
}
