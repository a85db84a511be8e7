import { type RawBuilder, sql } from 'kysely';
import { addDays, type Day, dayOf } from '../../platform/clock.ts';
import { type CouncilReader, councilOf, nowOf, readRows } from '../../platform/db/council.ts';

/** How often a suggestion or a claim was sent today by those without an account: each sending was given its address. */
export async function takenToday(db: CouncilReader): Promise<number> {
  const [row] = await readRows<{ taken: number }>(
    db,
    sql`select count(*) as taken from link where council_id = ${councilOf(db)} and made_by is null
      and kind in ('suggestion', 'claim') and ${isOn(sql`made_at`, dayOf(nowOf(db)))}`,
  );
  return row?.taken ?? 0;
}

/** How often a group's page was written on today: what it needs, its stories back, and its changes. */
export async function writtenToday(db: CouncilReader, listingId: string): Promise<number> {
  const today = dayOf(nowOf(db));
  const ofPage = sql`council_id = ${councilOf(db)} and listing_id = ${listingId}`;
  const [row] = await readRows<{ written: number }>(
    db,
    sql`select (select count(*) from group_need where ${ofPage} and since_on = ${today})
      + (select count(*) from thanks where ${ofPage} and is_from_group and ${isOn(sql`written_at`, today)})
      + (select count(*) from group_change where ${ofPage} and ${isOn(sql`made_at`, today)}) as written`,
  );
  return row?.written ?? 0;
}

const isOn = (moment: RawBuilder<unknown>, day: Day): RawBuilder<unknown> =>
  sql`${moment} >= ${day}::timestamp at time zone 'Europe/London'
    and ${moment} < ${addDays(day, 1)}::timestamp at time zone 'Europe/London'`;
