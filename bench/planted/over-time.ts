// Charts over time of measures whose truth is known: how often they cry wolf, and how often an interval holds the change.
import { interruptedSeries } from '../../src/evidence/statistics/over-time/interrupted-series.ts';
import { xmr } from '../../src/evidence/statistics/over-time/xmr.ts';
import { chanceFrom } from './chance.ts';
import { onDay } from './people.ts';

export interface CriedWolf {
  points: number;
  charts: number;
  /** Share of charts of a measure that never changed with a signal somewhere. */
  anySignal: number;
  outsideLimits: number;
}

/** Weekly values that never change, judged by the four rules. */
export function criedWolf(points: number, charts: number, seed: number): CriedWolf {
  const phases = Array.from({ length: charts }, (_, chart) => {
    const chance = chanceFrom(seed, points, chart);
    return xmr({ points: weekly(Array.from({ length: points }, () => chance.normal())) })[0]?.signals ?? [];
  });
  const share = (of: (signals: (typeof phases)[number]) => boolean): number =>
    phases.filter(of).length / charts;
  return {
    points,
    charts,
    anySignal: share((signals) => signals.length > 0),
    outsideLimits: share((signals) => signals.some(({ rule }) => rule === 'outside-limits')),
  };
}

export interface ChangeFound {
  points: number;
  alike: number;
  series: number;
  /** Shares of series whose interval held the planted jump, and the planted change by the end. */
  jumpCovered: number;
  endCovered: number;
  /** The jump again, by least squares with Newey-West errors. */
  neweyWestCovered: number;
  /** The same for a difference of two plain means with their plain error: two points dressed up. */
  meansCovered: number;
}

/**
 * Weekly values on a falling line that drops by a known amount half way; neighbours are alike by `alike` (the first
 * autocorrelation). The change of the two means is judged against the same planted drop, the slope being taken for part of it.
 */
export function changeFound(points: number, alike: number, series: number, seed: number): ChangeFound {
  const jump = -1;
  const slope = -0.02;
  const half = points / 2;
  let [jumps, ends, neweyWest, means] = [0, 0, 0, 0];
  for (let one = 0; one < series; one += 1) {
    const chance = chanceFrom(seed, points, Math.round(alike * 100), one);
    let noise = chance.normal();
    const values = Array.from({ length: points }, (_, at) => {
      if (at > 0) noise = alike * noise + Math.sqrt(1 - alike * alike) * chance.normal();
      return 20 + slope * at + (at >= half ? jump : 0) + noise;
    });
    const asked = { points: weekly(values), changedOn: onDay(half * 7) };
    const found = interruptedSeries(asked);
    const plain = interruptedSeries({ ...asked, errors: 'newey-west' });
    if (!found || !plain) throw new Error(`${points} points are too few`);
    const holds = ({ low, high }: { low: number; high: number }) => low <= jump && jump <= high;
    jumps += Number(holds(found.levelChange.interval));
    ends += Number(holds(found.changeByTheEnd.interval));
    neweyWest += Number(holds(plain.levelChange.interval));
    means += Number(holds(ofMeans(values.slice(0, half), values.slice(half))));
  }
  return {
    points,
    alike,
    series,
    jumpCovered: jumps / series,
    endCovered: ends / series,
    neweyWestCovered: neweyWest / series,
    meansCovered: means / series,
  };
}

function ofMeans(before: readonly number[], after: readonly number[]): { low: number; high: number } {
  const apart = mean(after) - mean(before);
  const error = Math.sqrt(variance(before) / before.length + variance(after) / after.length);
  return { low: apart - 1.96 * error, high: apart + 1.96 * error };
}

const weekly = (values: readonly number[]) => values.map((value, week) => ({ on: onDay(week * 7), value }));

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

const variance = (values: readonly number[]): number =>
  mean(values.map((value) => (value - mean(values)) ** 2)) * (values.length / (values.length - 1));
