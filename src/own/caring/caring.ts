import type { Said } from '../../people/carers/statements.store.ts';
import { latestOn, type Side, sameThing, sides } from '../../people/carers/willing.ts';

/** One thing, and the last word on each side of it. */
export interface OneThing {
  thing: string;
  said: Record<Side, Said | null>;
}

/**
 * N5: what a carer said of each thing, wanting to and being able to apart; the things in order of the alphabet.
 * @example thingsOf([willingYes, ableNo])[0].said.able.answer // 'no'
 */
export function thingsOf(said: readonly Said[]): OneThing[] {
  const standing = said.filter(({ isCurrent }) => isCurrent);
  const things: string[] = [];
  for (const { thing } of standing) if (!things.some((one) => sameThing(one, thing))) things.push(thing);
  return things
    .toSorted((one, other) => one.localeCompare(other, 'en-GB'))
    .map((thing) => ({
      thing,
      said: Object.fromEntries(
        sides.map((side) => [side, latestOn(standing, thing, side) ?? null]),
      ) as OneThing['said'],
    }));
}
