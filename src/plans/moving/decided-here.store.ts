import { sql } from 'kysely';
import { type CouncilDb, councilOf } from '../../platform/db/council.ts';

/**
 * P4: keeps on a move here the day of the first decision given here since we were told. Called when a decision is
 * given and when a move is written down, so that nobody types the day twice.
 */
export async function keepDecidedHere(db: CouncilDb, personId: string): Promise<void> {
  await sql`update move m set decided_here_on = d.first_on from (
      select v.id, min(d.decided_on) as first_on from move v
      join determination d on d.council_id = v.council_id and d.person_id = v.person_id and d.decided_on >= v.told_on
      where v.council_id = ${councilOf(db)} and v.person_id = ${personId} and v.direction = 'here'
        and v.did_not_happen_on is null
      group by v.id) d
    where m.council_id = ${councilOf(db)} and m.id = d.id and m.decided_here_on is distinct from d.first_on`.execute(
    db,
  );
}
