import { type Day, daysBetween } from '../platform/clock.ts';
import { asFollowedFrom, type Followed, newPeople } from './conversion.ts';
import { didHappen, type FollowedFrom } from './within-window.ts';

/** Where the curve stands at the end of one day after first contact; the shares of everybody who began. */
export interface CurvePoint {
  day: number;
  converted: number;
  died: number;
  moved: number;
  /** How many people were still being followed, with nothing decided, as the day began. */
  stillFollowed: number;
}

type End = 'converted' | 'died' | 'moved' | 'lookedNoFurther';

/**
 * E3: the share of new people with ongoing support by each day since first contact, using everybody for as long as they
 * have been followed. Deaths and moves are competing events: they take people out of reach of support and are
 * drawn as their own shares, so the three and those with nothing decided add up to everybody. Points only where
 * something changes. At a day everybody has passed it equals `conversion()` exactly.
 * Source: Aalen OO, Johansen S (1978), Scand J Stat 5:141-150; Putter, Fiocco and Geskus (2007).
 * @example conversionCurve({ people, asOf: '2026-11-21' }).at(-1)?.converted // 0.112
 */
export function conversionCurve(question: { people: readonly Followed[]; asOf: Day }): CurvePoint[] {
  const ends = newPeople(question.people, question.asOf).map((one) =>
    endOf(asFollowedFrom(one), question.asOf),
  );
  const days = Map.groupBy(ends, (end) => end.day);
  const curve: CurvePoint[] = [];
  let nothingYet = 1;
  let stillFollowed = ends.length;
  let at = { converted: 0, died: 0, moved: 0 };
  for (const day of [...days.keys()].sort((a, b) => a - b)) {
    const today = days.get(day) ?? [];
    const share = (kind: End) =>
      (nothingYet * today.filter((end) => end.kind === kind).length) / stillFollowed;
    const step = { converted: share('converted'), died: share('died'), moved: share('moved') };
    const gone = step.converted + step.died + step.moved;
    if (gone > 0) {
      at = {
        converted: at.converted + step.converted,
        died: at.died + step.died,
        moved: at.moved + step.moved,
      };
      curve.push({ day, ...at, stillFollowed });
    }
    nothingYet -= gone;
    stillFollowed -= today.length;
  }
  return curve;
}

function endOf(one: FollowedFrom, asOf: Day): { day: number; kind: End } {
  const seen = (day: Day | undefined): day is Day => day !== undefined && day <= asOf;
  const after = (day: Day): number => Math.max(0, daysBetween(one.startOn, day));
  if (seen(one.happenedOn) && didHappen(one)) return { day: after(one.happenedOn), kind: 'converted' };
  const died = seen(one.diedOn) ? one.diedOn : undefined;
  const moved = seen(one.movedOn) ? one.movedOn : undefined;
  if (moved !== undefined && (died === undefined || moved < died))
    return { day: after(moved), kind: 'moved' };
  if (died !== undefined) return { day: after(died), kind: 'died' };
  return { day: after(asOf), kind: 'lookedNoFurther' };
}
