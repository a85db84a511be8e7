import { sql } from 'kysely';
import { type CouncilReader, councilOf, readRows } from '../../platform/db/council.ts';

/** The team alongside somebody, or the last that was: a person has no team of their own, and what they begin goes there. */
export async function teamFor(db: CouncilReader, personId: string): Promise<string | null> {
  const [team] = await readRows<{ id: string }>(
    db,
    sql`select coalesce(r.team_id, m.team_id) as id from relationship r
      left join membership m on m.council_id = r.council_id and m.account_id = r.account_id
      where r.council_id = ${councilOf(db)} and r.person_id = ${personId} and r.why <> 'break-glass'
        and coalesce(r.team_id, m.team_id) is not null
      order by r.ends_at is not null, r.team_id is null, r.began_at desc, 1 limit 1`,
  );
  return team?.id ?? null;
}
