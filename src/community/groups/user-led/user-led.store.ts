import { sql } from 'kysely';
import { dayOf } from '../../../platform/clock.ts';
import {
  type CouncilDb,
  type CouncilReader,
  councilOf,
  nowOf,
  readRows,
} from '../../../platform/db/council.ts';
import { Unknown } from '../../../platform/http/problems.ts';
import { newId } from '../../../platform/ids.ts';
import type { UserLed } from './user-led.ts';

/** @throws Unknown when there is no such listing */
export async function readUserLed(db: CouncilReader, listingId: string): Promise<UserLed> {
  const council = councilOf(db);
  const [row] = await readRows<UserLed>(
    db,
    sql`select o.is_user_led as "isUserLed", o.user_led_by as by, o.user_led_who as who, o.user_led_on as on,
        o.name as "organisationName", case when o.id is null then 1 else (select count(*) from listing x
          where x.council_id = ${council} and x.organisation_id = o.id and x.state <> 'joined') end as listings
      from listing l left join organisation o on o.council_id = ${council} and o.id = l.organisation_id
      where l.council_id = ${council} and l.id = ${listingId}`,
  );
  if (!row) throw new Unknown();
  return row;
}

/** Writes who said that a listing's organisation is user-led, or is not, or takes that back. */
export async function sayUserLed(
  db: CouncilDb,
  listingId: string,
  said: { isUserLed: boolean | null; by: 'group' | 'editor'; who: string },
): Promise<void> {
  const organisationId = await organisationOf(db, listingId);
  const isSaid = said.isUserLed !== null;
  await sql`update organisation set is_user_led = ${said.isUserLed}, user_led_by = ${isSaid ? said.by : null},
      user_led_who = ${isSaid ? said.who : null}, user_led_on = ${isSaid ? dayOf(nowOf(db)) : null}
    where council_id = ${councilOf(db)} and id = ${organisationId}`.execute(db);
}

/** The listing's organisation; a group known by itself alone gets one of its own name. */
async function organisationOf(db: CouncilDb, listingId: string): Promise<string> {
  const council = councilOf(db);
  const [listing] = await readRows<{ id: string | null; name: string }>(
    db,
    sql`select organisation_id as id, name from listing where council_id = ${council} and id = ${listingId} for update`,
  );
  if (!listing) throw new Unknown();
  if (listing.id) return listing.id;
  const id = newId();
  await sql`insert into organisation (council_id, id, name) values (${council}, ${id}, ${listing.name})`.execute(
    db,
  );
  await sql`update listing set organisation_id = ${id} where council_id = ${council} and id = ${listingId}`.execute(
    db,
  );
  return id;
}

export interface LedByUsers {
  organisationId: string;
  name: string;
  listings: { listingId: string; name: string }[];
}

/** Organisations run by the people they are for, by name, with what of theirs is on and nobody's name. One more than asked says there is more. */
export async function readLedByUsers(
  db: CouncilReader,
  { offset, most }: { offset: number; most: number },
): Promise<LedByUsers[]> {
  const council = councilOf(db);
  return readRows<LedByUsers>(
    db,
    sql`select o.id as "organisationId", o.name,
        (select json_agg(json_build_object('listingId', l.id, 'name', l.name) order by l.name) from listing l
          where l.council_id = ${council} and l.organisation_id = o.id and l.state = 'listed') as listings
      from organisation o where o.council_id = ${council} and o.is_user_led
        and exists (select from listing l where l.council_id = ${council} and l.organisation_id = o.id and l.state = 'listed')
      order by o.name, o.id limit ${most + 1} offset ${offset}`,
  );
}
