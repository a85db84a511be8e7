import { type RawBuilder, sql } from 'kysely';
import type { Day } from '../../platform/clock.ts';
import { type CouncilReader, councilOf, readRows } from '../../platform/db/council.ts';
import { Unknown } from '../../platform/http/problems.ts';
import type { Standing, Way } from './introduction.ts';

/** An introduction with the name of what it is to. */
export interface Introduction extends Standing {
  introductionId: string;
  personId: string;
  listingId: string;
  listingName: string;
  how: Way;
  why: string;
  permissionWords: string;
  offeredByName: string | null;
  endedOn: Day | null;
  endedWhy: string | null;
  askOn: Day | null;
}

const columns = sql`i.id as "introductionId", i.person_id as "personId", i.listing_id as "listingId",
  l.name as "listingName", i.stage, i.how, i.why, i.permission_words as "permissionWords", a.name as "offeredByName",
  i.offered_on as "offeredOn", i.agreed_on as "agreedOn", i.introduced_on as "introducedOn", i.went_on as "wentOn",
  i.still_going_30_on as "stillGoing30On", i.still_going_90_on as "stillGoing90On", i.ended_on as "endedOn",
  i.ended_why as "endedWhy", i.ask_on as "askOn"`;

const joined = (council: number): RawBuilder<unknown> => sql`introduction i
  join listing l on l.council_id = ${council} and l.id = i.listing_id
  left join account a on a.council_id = i.council_id and a.id = i.offered_by`;

/** A person's introductions, those still going on first. */
export async function introductionsOf(db: CouncilReader, personId: string): Promise<Introduction[]> {
  const council = councilOf(db);
  return readRows<Introduction>(
    db,
    sql`select ${columns} from ${joined(council)} where i.council_id = ${council} and i.person_id = ${personId}
      order by i.ended_on is not null, i.offered_on desc, i.id desc limit 100`,
  );
}

/** @throws Unknown when this council has no such introduction */
export async function readIntroduction(db: CouncilReader, id: string): Promise<Introduction> {
  const council = councilOf(db);
  const [row] = await readRows<Introduction>(
    db,
    sql`select ${columns} from ${joined(council)} where i.council_id = ${council} and i.id = ${id}`,
  );
  if (!row) throw new Unknown();
  return row;
}
