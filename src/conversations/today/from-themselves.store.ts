import { sql } from 'kysely';
import type { FromThem } from '../../people/person.ts';
import { actorOf, type CouncilReader, councilOf, nowOf, readRows } from '../../platform/db/council.ts';

/** Somebody who wrote to us, or said something at their own page, that nobody here has answered or read. */
export interface FromThemselves {
  personId: string;
  name: string;
  did: FromThem[];
  /** The first of it. */
  since: Date;
}

/** How many are shown at once, and how long what nobody read stays on Today: it stays on their page until it is read. */
const [most, forDays] = [50, 90];

/** One line a person, those who have waited longest first: to the whole team, because the team answers. */
export async function fromThemselves(db: CouncilReader): Promise<FromThemselves[]> {
  const { accountId, teamIds } = actorOf(db);
  const since = new Date(nowOf(db).getTime() - forDays * 86_400_000);
  return readRows<FromThemselves>(
    db,
    sql`select p.id as "personId", p.full_name as name, array_agg(distinct f.what) as did, min(f.at) as since
      from from_themselves f join person p on p.council_id = f.council_id and p.id = f.person_id
      where f.council_id = ${councilOf(db)} and f.at > ${since} and p.died_on is null and f.by_account <> ${accountId}
        and exists (select from team_alongside t where t.council_id = f.council_id and t.person_id = f.person_id
          and (t.team_id = any (${teamIds}::uuid[]) or t.account_id = ${accountId}))
      group by p.id, p.full_name order by min(f.at), p.id limit ${most}`,
  );
}
