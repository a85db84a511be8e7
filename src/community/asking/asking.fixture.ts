import { sql } from 'kysely';
import type { Day } from '../../platform/clock.ts';
import { type CouncilDb, councilOf } from '../../platform/db/council.ts';
import { newId } from '../../platform/ids.ts';
import type { ListingParticulars } from '../listing-kept.ts';
import type { AskWay } from './cycle.ts';

export interface ListingMade {
  name?: string;
  checkedOn?: Day | null;
  assuredOn?: Day | null;
  way?: AskWay | null;
  askTo?: string;
  pausedFrom?: Day | null;
  pausedUntil?: Day | null;
  onlyUntil?: Day | null;
  nextAskOn?: Day | null;
  termEnds?: readonly Day[];
  phone?: string;
  district?: string;
}

/** Invented listings for tests of asking, each with the way it is asked, when it has one. Answers their ids. */
export async function makeListings(db: CouncilDb, listings: readonly ListingMade[]): Promise<string[]> {
  const council = councilOf(db);
  const rows = listings.map((one, index) => ({ id: newId(), name: `Group ${index + 1}`, ...one }));
  await sql`insert into listing (council_id, id, name, particulars, checked_on, checked_by, assured_on, paused_from, paused_until,
      only_until, next_ask_on)
    select ${council}, r.id, r.name, r.particulars,
      r.checked_on, case when r.checked_on is null then null else 'a test' end, r.assured_on, r.paused_from, r.paused_until,
      r.only_until, r.next_ask_on
    from jsonb_to_recordset(${JSON.stringify(rows.map(rowOf))}::jsonb) r(id uuid, name text, checked_on date, assured_on date,
      paused_from date, paused_until date, only_until date, next_ask_on date, particulars jsonb)`.execute(db);
  for (const { id, way, askTo } of rows)
    if (way)
      await sql`insert into asking_way (council_id, listing_id, way, ask_to)
        values (${council}, ${id}, ${way}, ${askTo ?? `${id}@group.example`})`.execute(db);
  for (const { id, district } of rows)
    if (district)
      await sql`insert into listing_place (council_id, listing_id, position, kind, district)
        values (${council}, ${id}, 1, 'physical', ${district})`.execute(db);
  return rows.map(({ id }) => id);
}

const rowOf = (one: ListingMade & { id: string; name: string }) => ({
  ...{ id: one.id, name: one.name, checked_on: one.checkedOn, assured_on: one.assuredOn },
  ...{ paused_from: one.pausedFrom, paused_until: one.pausedUntil, only_until: one.onlyUntil },
  next_ask_on: one.nextAskOn,
  particulars: {
    ...{ otherNames: [], organisation: null, isPlaceWithheld: false, email: null, website: null, costs: [] },
    ...{
      minimumAge: null,
      maximumAge: null,
      audiences: [],
      whoFor: null,
      ways: [],
      howToJoin: [],
      languages: [],
    },
    ...{ accessibility: [], areas: [], topics: [], alert: null },
    phones: one.phone ? [{ number: one.phone, label: null, mayBePersonal: false }] : [],
    schedules: (one.termEnds ?? []).map((validTo) => ({
      ...{
        freq: 'WEEKLY',
        interval: 1,
        byday: ['TU'],
        bymonthday: [],
        dtstart: null,
        validFrom: null,
        validTo,
      },
      ...{ opensAt: null, closesAt: null, description: null },
    })),
  } satisfies ListingParticulars,
});

/** How a listing stands, for a test to look at. */
export async function standingOf(db: CouncilDb, listingId: string) {
  const { rows } = await sql<{
    state: string;
    restedBy: string | null;
    freshOn: Day | null;
    checkedBy: string | null;
    asks: number;
    nextAskOn: Day | null;
    askings: string[];
  }>`select state, rested_by as "restedBy", fresh_on as "freshOn", checked_by as "checkedBy", asks_unanswered as asks,
      next_ask_on as "nextAskOn", coalesce((select json_agg(a.nth || ' ' || a.way || ' ' || coalesce(a.answer, 'waits')
        order by a.asked_on, a.nth) from asking a where a.council_id = l.council_id and a.listing_id = l.id), '[]') as askings
    from listing l where council_id = ${councilOf(db)} and id = ${listingId}`.execute(db);
  const [row] = rows;
  if (!row) throw new Error('no such listing');
  return row;
}
