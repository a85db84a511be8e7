import type { Day } from '../../../platform/clock.ts';
import { longDate } from '../../../platform/ui/dates.ts';
import {
  type Estimate,
  type InterruptedSeries,
  interruptedSeries,
  POINTS_AFTER,
  POINTS_BEFORE,
} from '../../statistics/over-time/interrupted-series.ts';
import type { PointInTime } from '../../statistics/over-time/point-in-time.ts';

/** What was said beforehand, so that a change at the first day may be reckoned at all (E9, E11). */
export interface SaidBeforehand {
  startedOn: Day;
  /** The day on which the first day was said. */
  startSaidOn: Day;
  /** When days to conversation were first registered as a measure; null when they never were. */
  registeredOn: Day | null;
}

/** The change at the first day, or why it is not reckoned yet. */
export type ChangeOverTime = { series: InterruptedSeries } | { notYet: string };

/**
 * E9 and E11: level and slope at a first day that was said beforehand, of a measure registered beforehand, with enough weeks on
 * either side. A day or a measure chosen after looking can be chosen to flatter, so then there is no answer, ever.
 * @example changeOverTime(points, { startedOn: '2026-03-22', startSaidOn: '2026-03-21', registeredOn: '2026-03-08' })
 */
export function changeOverTime(points: readonly PointInTime[], said: SaidBeforehand): ChangeOverTime {
  const { startedOn, startSaidOn, registeredOn } = said;
  if (!registeredOn) return { notYet: 'days to conversation were never registered as a measure' };
  if (registeredOn >= startedOn)
    return {
      notYet: `days to conversation were registered on ${longDate(registeredOn)}, after the first day, which can be chosen to flatter`,
    };
  if (startSaidOn >= startedOn)
    return {
      notYet: `the first day was said only on ${longDate(startSaidOn)}, and a day chosen after looking can be chosen to flatter`,
    };
  const series = interruptedSeries({ points, changedOn: startedOn });
  if (series) return { series };
  const before = points.filter(({ on }) => on < startedOn).length;
  return {
    notYet: `that needs ${POINTS_BEFORE} weeks before the first day and ${POINTS_AFTER} since, and there are ${before} and ${points.length - before}`,
  };
}

/** @example 'rose by 50.3 (45.1 to 55.4)' */
export function levelInWords({ levelChange }: InterruptedSeries): string {
  const { value } = levelChange;
  return `${value < 0 ? 'fell' : 'rose'} by ${number(Math.abs(value))}, ${betweenInWords(levelChange, value < 0)}`;
}

/** An estimate and its range as figures. @example '-0.1 (-0.3 to 0.1)' */
export const inFigures = ({ value, interval }: Estimate): string =>
  `${number(value)} (${number(interval.low)} to ${number(interval.high)})`;

/** Whether the range leaves no change out. */
export const isClear = ({ interval }: Estimate): boolean => interval.low * interval.high > 0;

function betweenInWords({ interval }: Estimate, isFall: boolean): string {
  const [near, far] = isFall ? [-interval.high, -interval.low] : [interval.low, interval.high];
  return `with a 95% range of ${number(near)} to ${number(far)}`;
}

const number = (value: number): string => {
  const shown = (Math.round(value * 10) / 10).toFixed(1);
  return shown === '-0.0' ? '0.0' : shown.replace('-', '−');
};
