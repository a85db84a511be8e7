import { type Interval, Z_95 } from '../wilson.ts';
import { type EndOfFollowUp, riskSets } from './end-of-follow-up.ts';
import { logLogInterval } from './log-log-interval.ts';

/** Where the curve stands from one day on. */
export interface SurvivalPoint {
  day: number;
  stillFollowed: number;
  happened: number;
  /** Share to whom it has not happened by the end of this day, between 0 and 1. */
  notYet: number;
  standardError: number;
  /** Null once nobody is left on the curve: the scale of the interval ends there. */
  interval: Interval | null;
}

/**
 * Kaplan-Meier: the share to whom it has not happened by each day, using everybody for as long as they were followed.
 * Points only where it happened. Whatever a row `became`, other than looked at no further, is what is waited for; where
 * death or moving away can come first use `cumulativeIncidence`, because leaving those people out as merely unseen
 * answers for a world where nobody dies. Greenwood's error, log-log interval. Throws on days that are not whole.
 * Sources: Kaplan EL, Meier P (1958), J Am Stat Assoc 53:457-481; Greenwood M (1926), Reports on Public Health 33.
 * @example survival([{ day: 2, became: 'spokenWith' }, { day: 5, became: 'lookedNoFurther' }]).at(-1)?.notYet // 0.5
 */
export function survival(ends: readonly EndOfFollowUp[], z = Z_95): SurvivalPoint[] {
  let notYet = 1;
  let greenwood = 0;
  return riskSets(ends).map(({ day, stillFollowed, became }) => {
    const happened = [...became.values()].reduce((sum, people) => sum + people, 0);
    notYet *= 1 - happened / stillFollowed;
    greenwood += happened / (stillFollowed * (stillFollowed - happened));
    const standardError = notYet === 0 ? 0 : notYet * Math.sqrt(greenwood);
    const interval = logLogInterval(notYet, standardError, z);
    return { day, stillFollowed, happened, notYet, standardError, interval };
  });
}
