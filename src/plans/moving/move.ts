import type { Day } from '../../platform/clock.ts';
import { type Refusal, refuse } from '../../platform/refusal.ts';

export type Direction = 'here' | 'away';

/** Somebody moving from one council's area to another's (Care Act 2014 s37 and s38, SI 2014/2825). */
export interface Move {
  id: string;
  personId: string;
  direction: Direction;
  otherCouncil: string;
  toldOn: Day;
  toldBy: string;
  /** The council they move to is satisfied that they mean to live there (s37(1), s37(6)). */
  satisfiedOn: Day | null;
  satisfiedWords: string | null;
  /** Coming here: their plan arrived. Going away: ours was sent. */
  planPassedOn: Day | null;
  movesOn: Day | null;
  /** The day they did move, when it was another than was meant. */
  movedOn: Day | null;
  /** The first decision given here since we were told. */
  decidedHereOn: Day | null;
  sameNeedsFrom: Day | null;
  differenceWords: string | null;
  differenceSentOn: Day | null;
  takenOverOn: Day | null;
  takenOverWords: string | null;
  didNotHappenOn: Day | null;
  /** The plan that carries over what was met there. */
  planId: string | null;
  version: number;
}

/** One need the other council met, as its plan says, and how it is met here from the day. */
export interface MoveNeed {
  id: string;
  need: string;
  metThere: string;
  weeklyPence: number;
  /** How it is met here, when not quite as there. */
  metHere: string | null;
}

/** The day the duty passes over: the day they did move when it is known, otherwise the day they mean to. */
export const movingDay = ({ movedOn, movesOn }: Pick<Move, 'movedOn' | 'movesOn'>): Day | null =>
  movedOn ?? movesOn;

/** True when nothing is to come of it any more: it did not happen, or the other council has taken over. */
export const isSettled = ({ didNotHappenOn, takenOverOn }: Move): boolean =>
  didNotHappenOn !== null || takenOverOn !== null;

/** What becomes known of a move on the way. */
export interface KnownOfMove {
  satisfiedOn: Day | null;
  satisfiedWords: string | null;
  planPassedOn: Day | null;
  movesOn: Day | null;
  movedOn: Day | null;
}

/**
 * P4: may this be written down of a move? What has happened is not in the future, a day of being satisfied has
 * its words, and the day the same needs were met from is kept once it is set.
 */
export function mayKnow(move: Move, known: KnownOfMove, today: Day): Refusal | null {
  const past: [Day | null, string][] = [
    [known.satisfiedOn, 'the day we were satisfied'],
    [known.planPassedOn, 'the day the plan was passed on'],
    [known.movedOn, 'the day they moved'],
  ];
  const [early] = past.filter(([day]) => day !== null && day > today);
  if (early) return refuse('P4', `${early[1]} has not come yet`, 'write it down once it has');
  if (known.satisfiedOn && !known.satisfiedWords?.trim())
    return refuse('P4', 'it does not say what satisfied us', 'write what was said or seen');
  const day = known.movedOn ?? known.movesOn;
  if (move.sameNeedsFrom && day !== move.sameNeedsFrom)
    return refuse(
      'P4',
      'the same needs are met here from the day they moved, and that day is kept',
      'leave the day as it is, and write about a mistake in their story',
    );
  return null;
}
