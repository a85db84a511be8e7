import { sql } from 'kysely';
import { type Day, dayOf } from '../../platform/clock.ts';
import { actorOf, type CouncilReader, councilOf, nowOf, readRows } from '../../platform/db/council.ts';
import type { Stage } from './introduction.ts';

/** An introduction that somebody should ask about now. */
export interface ToAskAbout {
  introductionId: string;
  personId: string;
  personName: string;
  listingName: string;
  stage: Stage;
  askOn: Day;
}

/**
 * For Today: introductions of the people this worker is alongside, to ask about today or before; "did it happen?"
 * two weeks after introducing, "still going?" 30 and 90 days after they first went. Longest waiting first.
 */
export async function introductionsToAskAbout(db: CouncilReader, most = 20): Promise<ToAskAbout[]> {
  const council = councilOf(db);
  const actor = actorOf(db);
  return readRows<ToAskAbout>(
    db,
    sql`select i.id as "introductionId", i.person_id as "personId", coalesce(p.known_as, p.full_name) as "personName",
        l.name as "listingName", i.stage, i.ask_on as "askOn"
      from introduction i
      join person p on p.council_id = i.council_id and p.id = i.person_id
      join listing l on l.council_id = ${council} and l.id = i.listing_id
      where i.council_id = ${council} and i.ask_on <= ${dayOf(nowOf(db))} and p.died_on is null
        and exists (select from relationship r where r.council_id = i.council_id and r.person_id = i.person_id
          and r.why <> 'break-glass' and (r.ends_at is null or r.ends_at > ${nowOf(db)})
          and (r.account_id = ${actor.accountId} or r.team_id = any (${actor.teamIds}::uuid[])))
      order by i.ask_on, i.id limit ${most}`,
  );
}
