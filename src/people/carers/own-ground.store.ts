import { sql } from 'kysely';
import { type CouncilDb, type CouncilReader, readRows } from '../../platform/db/council.ts';
import { newId } from '../../platform/ids.ts';
import type { Ground } from './leaning.store.ts';

/** Somebody who names whoever this own page is of as their carer: their first name, and nothing else of them (W2). */
export interface CaresFor {
  personId: string;
  name: string;
}

/** Whom the carer whose own page this is looks out for. Nobody, for staff. */
export async function caresForHere(db: CouncilReader): Promise<CaresFor[]> {
  return readRows<CaresFor>(
    db,
    sql`select person_id as "personId", name from cares_for() order by name, person_id`,
  );
}

/** N5: how a carer's own page, which meets only rows about the carer, opens a plan again that leans on them. */
export const ownGround: Ground = {
  leanedOn: async (db, personId) => {
    const rows = await readRows<{ thing: string }>(db, sql`select thing from leans_on_me(${personId})`);
    return rows.map(({ thing }) => thing);
  },
  tell: async (db: CouncilDb, { personId, at, title, byLine, voices }) => {
    await sql`select tell_of_ground(${personId}, ${newId()}, ${at}, ${title}, ${byLine ?? ''}, ${JSON.stringify(voices ?? [])}::jsonb)`.execute(
      db,
    );
  },
};
