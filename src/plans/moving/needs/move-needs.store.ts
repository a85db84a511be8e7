import { sql } from 'kysely';
import { type CouncilDb, type CouncilReader, councilOf, readRows } from '../../../platform/db/council.ts';
import { Unknown } from '../../../platform/http/problems.ts';
import { newId } from '../../../platform/ids.ts';
import type { MoveNeed } from '../move.ts';

/** What the other council met and how, in the order it was written. */
export async function moveNeedsOf(db: CouncilReader, moveId: string): Promise<MoveNeed[]> {
  return readRows<MoveNeed>(
    db,
    sql`select id, need, met_there as "metThere", weekly_pence as "weeklyPence", met_here as "metHere"
      from move_need where council_id = ${councilOf(db)} and move_id = ${moveId} order by position, id limit 50`,
  );
}

export type NewMoveNeed = Omit<MoveNeed, 'id'>;

/** Adds a need at the end. The move is held by the caller. */
export async function addMoveNeed(db: CouncilDb, moveId: string, line: NewMoveNeed): Promise<string> {
  const id = newId();
  await sql`insert into move_need (council_id, id, move_id, position, need, met_there, weekly_pence, met_here)
    select ${councilOf(db)}, ${id}, ${moveId}, coalesce(max(position), 0) + 1, ${line.need}, ${line.metThere},
      ${line.weeklyPence}, ${line.metHere}
    from move_need where council_id = ${councilOf(db)} and move_id = ${moveId}`.execute(db);
  return id;
}

/** Changes a need of this move. @throws Unknown when it is no need of it */
export async function changeMoveNeed(
  db: CouncilDb,
  moveId: string,
  needId: string,
  line: NewMoveNeed,
): Promise<void> {
  const changed = await sql`update move_need set need = ${line.need}, met_there = ${line.metThere},
      weekly_pence = ${line.weeklyPence}, met_here = ${line.metHere}
    where council_id = ${councilOf(db)} and move_id = ${moveId} and id = ${needId}`.execute(db);
  if (!changed.numAffectedRows) throw new Unknown();
}

/** Takes out a need that was written by mistake, before anything has come of it. */
export async function removeMoveNeed(db: CouncilDb, moveId: string, needId: string): Promise<void> {
  const removed = await sql`delete from move_need
    where council_id = ${councilOf(db)} and move_id = ${moveId} and id = ${needId}`.execute(db);
  if (!removed.numAffectedRows) throw new Unknown();
}
