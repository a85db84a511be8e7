import { sql } from 'kysely';
import { type CouncilReader, councilOf, readRows } from '../../platform/db/council.ts';

/** Every team of the council, for what is done for all of them. */
export async function everyTeam(db: CouncilReader): Promise<string[]> {
  const teams = await readRows<{ id: string }>(
    db,
    sql`select id from team where council_id = ${councilOf(db)}`,
  );
  return teams.map(({ id }) => id);
}
