import type { Day } from '../../platform/clock.ts';

/** A promise as the person whose it is reads it: who, what, by when, and what became of it. */
export interface OwnPromise {
  id: string;
  who: string;
  /** Whether it is the person's own to do. */
  isTheirs: boolean;
  /** Whether it is one of ours to do. */
  isOurs: boolean;
  /** After the name: "rings the housing team". */
  what: string;
  dueOn: Day | null;
  state: 'open' | 'kept' | 'moved' | 'broken';
  why: string | null;
}

/** Who answers, and where: the named person while conversation 2 is open, otherwise the team. */
export interface WhoToRing {
  namedPerson: string | null;
  cover: string | null;
  team: string | null;
  phone: string | null;
  outOfHours: string | null;
}

/**
 * The one promise a tired person most needs to know of: of those still to do, one of ours before theirs or
 * anybody's, the soonest day first, a day before none.
 * @example statusOf(promises)?.what // 'rings the housing team'
 */
export function statusOf(promises: readonly OwnPromise[]): OwnPromise | null {
  const open = promises.filter(({ state }) => state === 'open' || state === 'moved');
  const [first = null] = open.toSorted((one, other) => orderOf(one).localeCompare(orderOf(other)));
  return first;
}

const orderOf = ({ isOurs, dueOn, id }: OwnPromise): string =>
  `${dueOn && isOurs ? 0 : dueOn ? 1 : isOurs ? 2 : 3} ${dueOn ?? ''} ${id}`;

/** A person's own name in `who`, however it was written: full, or the name they like. */
export function isTheirs(who: string, names: readonly (string | null)[]): boolean {
  const said = who.trim().toLowerCase();
  return names.some((name) => name !== null && name.trim().toLowerCase() === said);
}
