import { type Day, daysBetween } from '../../platform/clock.ts';
import type { Baseline } from './kept-site.ts';

/** Practice-and-law 4.13: twelve months by week, or a site opened after a bad quarter looks like a success. */
export const WEEKS_WANTED = 52;

/** How many whole weeks a baseline covers; 0 when there is nothing to look at. */
export function weeksOf({ fromOn, toOn }: Pick<Baseline, 'fromOn' | 'toOn'>): number {
  return fromOn && toOn ? Math.floor((daysBetween(fromOn, toOn) + 1) / 7) : 0;
}

/** @example baselineInWords(baseline) // '104 weeks' */
export function baselineInWords(baseline: Pick<Baseline, 'fromOn' | 'toOn'>): string {
  const weeks = weeksOf(baseline);
  if (!baseline.fromOn) return 'nothing to look at';
  const said = weeks === 1 ? '1 week' : `${weeks} weeks`;
  return weeks < WEEKS_WANTED ? `${said}, fewer than the ${WEEKS_WANTED} that a year needs` : said;
}

/** What is wrong with the days of a baseline: it ends before today, and before the site begins. */
export function baselineProblem(
  { fromOn, toOn }: Pick<Baseline, 'fromOn' | 'toOn'>,
  startedOn: Day | null,
  today: Day,
): { field: 'fromOn' | 'toOn'; message: string } | null {
  if (!fromOn && !toOn) return null;
  if (!fromOn) return { field: 'fromOn', message: 'Write the first day too, or leave both empty' };
  if (!toOn) return { field: 'toOn', message: 'Write the last day too, or leave both empty' };
  if (fromOn > toOn) return { field: 'toOn', message: 'The last day comes before the first' };
  if (startedOn && toOn >= startedOn)
    return { field: 'toOn', message: 'A baseline ends before the site’s first day' };
  if (toOn >= today) return { field: 'toOn', message: 'A baseline ends before today' };
  return null;
}
