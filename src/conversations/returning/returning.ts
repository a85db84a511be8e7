import { type Day, dayOf, daysBetween } from '../../platform/clock.ts';

/** A conversation as far as being open or resting goes. */
export interface Span {
  openedAt: Date;
  restingOn: Day | null;
}

/** Somebody who came back after everything had rested. */
export interface Return {
  restedOn: Day;
  cameBackOn: Day;
  days: number;
}

/**
 * R2: whether getting in touch at `madeAt` was a return: something had been open before, everything had rested, and
 * it was a later day. Whoever gets in touch while anything is open, or on the day the last thing came to rest, has
 * not come back, for they never left. Nothing is asked of somebody who returns that is not asked of anybody.
 * @example returnOf(new Date('2026-11-21T10:00:00Z'), [{ openedAt: march, restingOn: '2026-04-01' }])?.days // 234
 */
export function returnOf(madeAt: Date, conversations: readonly Span[]): Return | null {
  const cameBackOn = dayOf(madeAt);
  const before = conversations.filter(({ openedAt }) => openedAt < madeAt);
  if (before.some(({ restingOn }) => restingOn === null || restingOn >= cameBackOn)) return null;
  const restedOn = before.reduce<Day>(
    (last, { restingOn }) => (restingOn && restingOn > last ? restingOn : last),
    '',
  );
  if (!restedOn) return null;
  return { restedOn, cameBackOn, days: daysBetween(restedOn, cameBackOn) };
}
