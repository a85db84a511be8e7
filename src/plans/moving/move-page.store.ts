import { openConversationOf } from '../../conversations/conversations.store.ts';
import { openPerson } from '../../people/opening.store.ts';
import { identityOf } from '../../people/people.store.ts';
import type { Identity } from '../../people/person.ts';
import { type Day, dayOf } from '../../platform/clock.ts';
import { type CouncilDb, type CouncilReader, nowOf } from '../../platform/db/council.ts';
import { Unknown } from '../../platform/http/problems.ts';
import { type Shown, shown } from '../../platform/http/routes.ts';
import { type Support, supportOf } from '../support.store.ts';
import type { Move, MoveNeed } from './move.ts';
import { findMove, holdMove, movesOf } from './moves.store.ts';
import { moveNeedsOf } from './needs/move-needs.store.ts';
import { type Owed, owedOnTheDay } from './no-gap.ts';
import { doneHere } from './same-needs.store.ts';

/** A person's moves between councils. */
export interface MovesValue {
  identity: Identity;
  today: Day;
  moves: Move[];
}

export async function readMoves(db: CouncilReader, id: string): Promise<Shown<MovesValue>> {
  const { personId, reason } = await openPerson(db, id);
  const value = {
    identity: await identityOf(db, personId),
    today: dayOf(nowOf(db)),
    moves: await movesOf(db, personId),
  };
  return shown(value, [personId], reason ?? undefined);
}

/** One move, with what it asks of us today. */
export interface MoveValue {
  identity: Identity;
  today: Day;
  move: Move;
  needs: MoveNeed[];
  owed: Owed;
  /** The conversation 3 that is open with them, if one is. */
  conversation3: string | null;
  hasPlanSince: boolean;
  /** Support they draw on here now. */
  support: Support[];
}

export async function readMove(db: CouncilReader, id: string): Promise<Shown<MoveValue>> {
  const found = await findMove(db, id);
  const { personId, reason } = await openPerson(db, found.personId);
  const move = { ...found, personId };
  const today = dayOf(nowOf(db));
  const needs = await moveNeedsOf(db, move.id);
  const conversation3 = (await openConversationOf(db, personId, 3))?.id ?? null;
  const here = await doneHere(db, move);
  const value = {
    identity: await identityOf(db, personId),
    today,
    move,
    needs,
    owed: owedOnTheDay(move, needs, here, today),
    conversation3,
    hasPlanSince: here.hasPlanSince,
    support: (await supportOf(db, personId)).filter(({ endedOn }) => endedOn === null),
  };
  return shown(value, [personId], reason ?? undefined);
}

/** One need of a move, to mend. */
export interface MoveNeedValue {
  identity: Identity;
  today: Day;
  move: Move;
  line: MoveNeed;
}

export async function readMoveNeed(
  db: CouncilReader,
  moveId: string,
  needId: string,
): Promise<Shown<MoveNeedValue>> {
  const { value, about, reason } = await readMove(db, moveId);
  const line = value.needs.find(({ id }) => id === needId);
  if (!line) throw new Unknown();
  return shown({ identity: value.identity, today: value.today, move: value.move, line }, about, reason);
}

/** Opens the person whose move it is (W5), then holds the move for a change. */
export async function openMove(db: CouncilDb, moveId: string): Promise<Move> {
  const { personId } = await openPerson(db, (await findMove(db, moveId)).personId);
  return { ...(await holdMove(db, moveId)), personId };
}
