import { type Interval, Z_95 } from '../wilson.ts';
import { type EndOfFollowUp, type RiskSet, riskSets } from './end-of-follow-up.ts';
import { logLogInterval } from './log-log-interval.ts';

/** How far one thing has come by the end of a day; a share of everybody who began. */
export interface Incidence {
  share: number;
  standardError: number;
  /** Null before it has happened to anybody, and when it has happened to everybody. */
  interval: Interval | null;
}

/** Where the curves stand from one day on. The shares and `nothingYet` add up to 1. */
export interface IncidencePoint<Cause extends string> {
  day: number;
  stillFollowed: number;
  nothingYet: number;
  became: Record<Cause, Incidence>;
}

/**
 * Aalen-Johansen: the share to whom each thing has happened by each day, when any of them puts the others out of reach
 * (ongoing support, death, moving away), using everybody for as long as they were followed. Points only where something
 * happened. With one cause it is 1 less the Kaplan-Meier curve and its error Greenwood's; with nobody cut short it is
 * the plain share, with the plain error of a share. Throws on days that are not whole and on a cause not listed.
 *
 * The error is the Greenwood-type one, which did best of those compared in small groups: each day's ends are a
 * multinomial draw from those still followed, carried forward day by day.
 * Sources: Aalen OO, Johansen S (1978), Scand J Stat 5:141-150; Andersen PK and others (1993), Statistical Models Based
 * on Counting Processes, (4.4.17) to (4.4.20); Braun TM, Yuan Z (2007), Stat Med 26:1170-1180; Allignol A and others (2010),
 * Biometrical Journal 52:126-137.
 * @example cumulativeIncidence(ends, ['converted', 'died', 'moved']).at(-1)?.became.converted.share // 0.112
 */
export function cumulativeIncidence<Cause extends string>(
  ends: readonly EndOfFollowUp<Cause>[],
  causes: readonly Cause[],
  z = Z_95,
): IncidencePoint<Cause>[] {
  let nothingYet = 1;
  const tracks = causes.map((cause) => ({ cause, share: 0, variance: 0, covariance: 0 }));
  const free = { variance: 0 };
  return riskSets(ends).map((risk) => {
    const all = stepOf(risk, causes);
    for (const track of tracks) {
      const step = (risk.became.get(track.cause) ?? 0) / risk.stillFollowed;
      // What was known of those with nothing yet, and of this cause, moves on by the same day's draw.
      const drawn = (nothingYet * nothingYet) / risk.stillFollowed;
      track.variance += 2 * step * track.covariance + step * step * free.variance + drawn * step * (1 - step);
      track.covariance =
        (1 - all) * track.covariance + (1 - all) * step * free.variance - drawn * (1 - all) * step;
      track.share += nothingYet * step;
    }
    free.variance =
      (1 - all) * (1 - all) * free.variance +
      ((nothingYet * nothingYet) / risk.stillFollowed) * all * (1 - all);
    nothingYet *= 1 - all;
    const became = Object.fromEntries(
      tracks.map((track) => [track.cause, incidence(track.share, track.variance, z)]),
    ) as Record<Cause, Incidence>;
    return { day: risk.day, stillFollowed: risk.stillFollowed, nothingYet, became };
  });
}

function stepOf<Cause extends string>(risk: RiskSet<Cause>, causes: readonly Cause[]): number {
  let gone = 0;
  for (const [cause, people] of risk.became) {
    if (!causes.includes(cause)) throw new RangeError(`${cause} is not among ${causes.join(', ')}`);
    gone += people;
  }
  return gone / risk.stillFollowed;
}

function incidence(share: number, variance: number, z: number): Incidence {
  const standardError = Math.sqrt(Math.max(0, variance));
  const left = logLogInterval(1 - share, standardError, z);
  return { share, standardError, interval: left && { low: 1 - left.high, high: 1 - left.low } };
}
