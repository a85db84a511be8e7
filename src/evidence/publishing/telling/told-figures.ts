import type { Measured } from '../../measured.ts';
import { wilson } from '../../statistics/wilson.ts';
import { cellOf, type ToldGroup, type ToldMeasure } from '../cells.ts';
import { TOLD_FROM, type Told } from '../disclosure.ts';
import type { ToldFigure, ToldReached, ToldWait } from './bundle.ts';

/** What is told of each count; a count nobody kept is hidden. */
export type ToldCounts = ReadonlyMap<string, Told>;

/** The shares of one measure as everybody is told them, from the told counts and nothing else. */
export function toldFigures(
  counts: ToldCounts,
  measure: ToldMeasure,
  group: ToldGroup,
  windows: readonly number[],
): ToldFigure[] {
  return windows.map((windowDays) => {
    const of = (part: string): Told => counts.get(cellOf(measure, group, windowDays, part)) ?? null;
    const numerator = of('happened');
    const denominator = of('followed');
    return {
      measure,
      group,
      windowDays,
      numerator,
      denominator,
      ...shareOf(numerator, denominator),
      notYetKnown: of('notYetKnown'),
      died: of('died'),
      moved: of('moved'),
    };
  });
}

/**
 * A percentage and its 95% interval, of the counts as told: whoever works back from either finds the told counts again.
 * @example shareOf(30, 410) // { percentage: 7.3, low: 5.2, high: 10.2 }
 */
export function shareOf(numerator: Told, denominator: Told): Pick<ToldFigure, 'percentage' | 'low' | 'high'> {
  const interval = numerator === null || !denominator ? null : wilson(numerator, denominator);
  if (numerator === null || !denominator || !interval) return { percentage: null, low: null, high: null };
  return {
    percentage: percentOf(numerator / denominator),
    low: percentOf(interval.low),
    high: percentOf(interval.high),
  };
}

const percentOf = (share: number): number => Math.round(share * 1_000) / 10;

export function toldReached(counts: ToldCounts, group: ToldGroup): ToldReached {
  const of = (part: string): Told => counts.get(cellOf('reached', group, part)) ?? null;
  return {
    group,
    everybody: counts.get(cellOf('people', group, 'everybody')) ?? null,
    ...{ none: of('none'), one: of('one'), two: of('two'), three: of('three'), ongoing: of('ongoing') },
  };
}

export type Centiles = Pick<ToldWait, 'group' | 'halfWithinDays' | 'nineInTenWithinDays'>;

/**
 * Days to a conversation, in whole days, each told only when eight or more people stand on either side of it: half within
 * from 16 people, nine in ten from 80. The longest wait is one person's, and is never told.
 */
export function centilesOf({ waits }: Measured, group: ToldGroup): Centiles {
  const one = waits.find((row) => row.group === group);
  const spokenWith = one?.spokenWith ?? 0;
  const told = (days: number | null | undefined, from: number): number | null =>
    spokenWith >= from && typeof days === 'number' ? Math.round(days) : null;
  return {
    group,
    halfWithinDays: told(one?.median, 2 * TOLD_FROM),
    nineInTenWithinDays: told(one?.ninetieth, 10 * TOLD_FROM),
  };
}

export function toldWait(counts: ToldCounts, centiles: Centiles): ToldWait {
  const { group, ...days } = centiles;
  const of = (part: string): Told => counts.get(cellOf('waits', group, part)) ?? null;
  const spokenWith = of('spokenWith');
  const known = spokenWith === null ? { halfWithinDays: null, nineInTenWithinDays: null } : days;
  return { group, spokenWith, notYetSpokenWith: of('notYetSpokenWith'), ...known };
}
