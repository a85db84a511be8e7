import { sql } from 'kysely';
import type { Day } from '../../platform/clock.ts';
import { dayOf } from '../../platform/clock.ts';
import { actorOf, type CouncilReader, councilOf, nowOf, readRows } from '../../platform/db/council.ts';

/** W2: a person with whom pressure is to be talked about again, alone: they still share with somebody it was about. */
export interface PressureAgain {
  personId: string;
  name: string;
  sharingId: string;
  with: string;
  lookAgainOn: Day;
}

const most = 50;

/** Those of the acting worker's teams whose day has come, the longest waiting first. */
export function pressureAgain(db: CouncilReader): Promise<PressureAgain[]> {
  const { accountId, teamIds } = actorOf(db);
  const today = dayOf(nowOf(db));
  return readRows<PressureAgain>(
    db,
    sql`select p.id as "personId", p.full_name as name, f.sharing_id as "sharingId", f.name as "with", f.look_again_on as "lookAgainOn"
      from pressure_again f join person p on p.council_id = f.council_id and p.id = f.person_id
      where f.council_id = ${councilOf(db)} and f.look_again_on <= ${today} and f.ends_on >= ${today}
        and p.died_on is null and p.merged_into is null
        and exists (select from team_alongside t where t.council_id = f.council_id and t.person_id = f.person_id
          and (t.team_id = any (${teamIds}::uuid[]) or t.account_id = ${accountId}))
      order by f.look_again_on, f.sharing_id limit ${most}`,
  );
}
