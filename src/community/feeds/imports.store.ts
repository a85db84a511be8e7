import { sql } from 'kysely';
import { dayOf } from '../../platform/clock.ts';
import { type CouncilDb, councilOf, nowOf, readRows } from '../../platform/db/council.ts';
import { newId } from '../../platform/ids.ts';
import { keptFrom, type ListingKept } from '../listing-kept.ts';
import type { ReadRecord } from './records/read-outcome.ts';
import { type Resting, whatToRest } from './what-to-rest.ts';

/** One reading of a feed, ready to be written. */
export interface FeedRead {
  name: string;
  source: string;
  startedAt: Date;
  finishedAt: Date;
  /** Why it could not be read to its end; null when it was. */
  brokenBecause: string | null;
  /** Fewer records came than it says it holds, so what is missing may not be gone. */
  isShort: boolean;
  /** Keep what was read although the feed broke. Nothing rests then. */
  keepsWhatWasRead: boolean;
  reads: readonly ReadRecord[];
  notes: readonly string[];
}

export interface Imported {
  importId: string;
  feedId: string;
  wasKept: boolean;
  newListings: number;
  rested: number;
  notes: string[];
}

/** Rows a statement: large enough to be quick, small enough not to fill memory twice. */
const batch = 500;

/**
 * Writes one reading of a feed in the caller's transaction: every record with its outcome, listings new and known by
 * (feed, source id), and what rests. A reading that broke changes no listing unless told to keep what was read.
 * What we added to a listing ourselves is never touched.
 */
export async function saveFeedRead(db: CouncilDb, read: FeedRead): Promise<Imported> {
  const feedId = await feedCalled(db, read.name, read.source);
  const importId = newId();
  const wasKept = read.brokenBecause === null || read.keepsWhatWasRead;
  const resting = wasKept ? await restingAfter(db, feedId, read) : { rest: [], note: null };
  const notes = [...read.notes, ...(resting.note ? [resting.note] : [])];
  const count = (outcome: string) => read.reads.filter((one) => one.outcome === outcome).length;
  await sql`insert into feed_import (council_id, id, feed_id, source, started_at, finished_at, is_complete, was_kept, because,
      accepted, mended, refused, rested, notes)
    values (${councilOf(db)}, ${importId}, ${feedId}, ${read.source}, ${read.startedAt}, ${read.finishedAt},
      ${read.brokenBecause === null}, ${wasKept}, ${read.brokenBecause}, ${count('accepted')}, ${count('mended')},
      ${count('refused')}, ${resting.rest.length}, ${JSON.stringify(notes)}::jsonb)`.execute(db);
  const made = { importId, feedId, wasKept, notes, rested: resting.rest.length };
  if (!wasKept) return { ...made, newListings: 0 };
  await keepRecords(db, feedId, importId, read.reads);
  const newListings = await keepListings(db, feedId, read.reads);
  await restListings(db, feedId, resting.rest);
  await sql`update feed_import set new_listings = ${newListings}
    where council_id = ${councilOf(db)} and id = ${importId}`.execute(db);
  await refreshWordsAndDistricts(db);
  return { ...made, newListings };
}

/** The feed by its name, held until the transaction ends: two imports of one feed wait for each other. */
async function feedCalled(db: CouncilDb, name: string, source: string): Promise<string> {
  const { rows } = await sql<{ id: string }>`insert into feed (council_id, id, name, source)
    values (${councilOf(db)}, ${newId()}, ${name}, ${source})
    on conflict (council_id, name) do update set source = excluded.source returning id`.execute(db);
  if (!rows[0]) throw new Error('one statement returns one row');
  return rows[0].id;
}

async function restingAfter(db: CouncilDb, feedId: string, read: FeedRead): Promise<Resting> {
  const rows = await readRows<{ sourceId: string }>(
    db,
    sql`select source_id as "sourceId" from listing
      where council_id = ${councilOf(db)} and feed_id = ${feedId} and state = 'listed'`,
  );
  const idOf = (one: ReadRecord) => (one.outcome === 'refused' ? one.sourceId : one.listing.sourceId);
  const idsOf = (reads: readonly ReadRecord[]) => new Set(reads.map(idOf).filter((id) => id !== null));
  const listed = idsOf(read.reads.filter((one) => one.outcome !== 'refused'));
  const withdrawn = idsOf(read.reads.filter((one) => one.outcome === 'refused' && one.isWithdrawn));
  return whatToRest({
    isComplete: read.brokenBecause === null && !read.isShort,
    held: rows.map(({ sourceId }) => sourceId),
    came: idsOf(read.reads),
    withdrawn: new Set([...withdrawn].filter((id) => !listed.has(id))),
  });
}

/** Only the latest reading's records are kept; the lines of earlier imports stay. */
async function keepRecords(
  db: CouncilDb,
  feedId: string,
  importId: string,
  reads: readonly ReadRecord[],
): Promise<void> {
  await sql`delete from feed_record where council_id = ${councilOf(db)} and feed_id = ${feedId}`.execute(db);
  for (let from = 0; from < reads.length; from += batch) {
    const rows = reads
      .slice(from, from + batch)
      .map((read, index) => ({ position: from + index + 1, ...recordRow(read) }));
    await sql`insert into feed_record (council_id, import_id, position, feed_id, source_id, name, outcome, is_withdrawn, reasons, raw)
      select ${councilOf(db)}, ${importId}, position, ${feedId}, source_id, name, outcome, is_withdrawn, reasons, raw
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(position integer, source_id text, name text, outcome text,
        is_withdrawn boolean, reasons jsonb, raw jsonb)`.execute(db);
  }
}

function recordRow(read: ReadRecord) {
  const { outcome, reasons } = read;
  if (outcome === 'refused')
    return {
      source_id: read.sourceId,
      name: read.name,
      outcome,
      is_withdrawn: read.isWithdrawn,
      reasons,
      raw: read.raw,
    };
  const { sourceId, name, raw } = read.listing;
  return { source_id: sourceId, name, outcome, is_withdrawn: false, reasons, raw };
}

async function keepListings(db: CouncilDb, feedId: string, reads: readonly ReadRecord[]): Promise<number> {
  const listings = reads.flatMap((read) => (read.outcome === 'refused' ? [] : [keptFrom(read.listing)]));
  let made = 0;
  for (let from = 0; from < listings.length; from += batch)
    made += await keepBatch(db, feedId, listings.slice(from, from + batch));
  return made;
}

/**
 * One batch in two statements: what changed is written (an unchanged listing is left as it is, which is most of them
 * when a feed is read again), then where each meets. The version stands: it guards what we add ourselves.
 */
async function keepBatch(db: CouncilDb, feedId: string, listings: readonly ListingKept[]): Promise<number> {
  const council = councilOf(db);
  const rows = JSON.stringify(listings.map((one) => ({ id: newId(), ...one })));
  const kept = await sql<{ is_new: boolean }>`
    insert into listing as l (council_id, id, feed_id, source_id, name, summary, description, other_words, particulars, days,
      status, assured_on, modified_at)
    select ${council}, id, ${feedId}, "sourceId", name, summary, description, "otherWords", particulars, days, status,
      "assuredOn", "modifiedAt"
    from jsonb_to_recordset(${rows}::jsonb) as r(id uuid, "sourceId" text, name text, summary text, description text,
      "otherWords" text, particulars jsonb, days text[], status text, "assuredOn" date, "modifiedAt" timestamptz)
    where not exists (select from listing k where k.council_id = ${council} and k.feed_id = ${feedId}
      and k.source_id = r."sourceId" and k.rested_by is distinct from 'source'
      and (k.name, k.summary, k.description, k.other_words, k.particulars, k.days, k.status, k.assured_on, k.modified_at)
        is not distinct from (r.name, r.summary, r.description, r."otherWords", r.particulars, r.days, r.status,
          r."assuredOn", r."modifiedAt"))
    on conflict (council_id, feed_id, source_id) do update set name = excluded.name, summary = excluded.summary,
      description = excluded.description, other_words = excluded.other_words, particulars = excluded.particulars,
      days = excluded.days, status = excluded.status, assured_on = excluded.assured_on, modified_at = excluded.modified_at,
      state = case when l.rested_by = 'source' then 'listed' else l.state end,
      state_why = case when l.rested_by = 'source' then null else l.state_why end,
      state_since = case when l.rested_by = 'source' then null else l.state_since end,
      rested_by = nullif(l.rested_by, 'source')
    returning xmax = 0 as is_new`.execute(db);
  await keepPlaces(db, feedId, listings);
  return kept.rows.filter(({ is_new }) => is_new).length;
}

async function keepPlaces(db: CouncilDb, feedId: string, listings: readonly ListingKept[]): Promise<void> {
  const council = councilOf(db);
  const ids = listings.map(({ sourceId }) => sourceId);
  const places = listings.flatMap(({ sourceId, places }) =>
    places.map((place, position) => ({ sourceId, position, ...place })),
  );
  await sql`delete from listing_place where council_id = ${council} and listing_id in (select id from listing
      where council_id = ${council} and feed_id = ${feedId} and source_id = any (${ids}))`.execute(db);
  await sql`insert into listing_place (council_id, listing_id, position, name, kind, address_lines, town, postcode, district,
      latitude, longitude)
    select ${council}, l.id, r.position, r.name, r.kind, r.lines, r.town, r.postcode, r.district, r.latitude, r.longitude
    from jsonb_to_recordset(${JSON.stringify(places)}::jsonb) as r("sourceId" text, position integer, name text, kind text,
      lines text[], town text, postcode text, district text, latitude double precision, longitude double precision)
    join listing l on l.council_id = ${council} and l.feed_id = ${feedId} and l.source_id = r."sourceId"`.execute(
    db,
  );
}

async function restListings(db: CouncilDb, feedId: string, sourceIds: readonly string[]): Promise<void> {
  await sql`update listing set state = 'resting', state_why = 'Its source no longer lists it', state_since = ${dayOf(nowOf(db))},
      rested_by = 'source'
    where council_id = ${councilOf(db)} and feed_id = ${feedId} and source_id = any (${sourceIds})`.execute(
    db,
  );
}

/** After the listings changed: the words they use, for slips of spelling, and about where each postcode district is. */
async function refreshWordsAndDistricts(db: CouncilDb): Promise<void> {
  const council = councilOf(db);
  await sql`select settle_listing_search()`.execute(db);
  await sql`delete from listing_word where council_id = ${council}`.execute(db);
  await sql`insert into listing_word (council_id, word)
    select ${council}, word from ts_stat(format('select to_tsvector(''simple'', name || '' '' || other_words || '' '' || coalesce(summary, ''''))
      from listing where council_id = %s and state = ''listed''', ${council}::integer))
    where word ~ '^[a-z]{3,30}$'`.execute(db);
  await sql`insert into postcode_district (council_id, code, latitude, longitude, is_from_listings)
    select council_id, district, avg(latitude), avg(longitude), true from listing_place
    where council_id = ${council} and district is not null and latitude is not null group by council_id, district
    on conflict (council_id, code) do update set latitude = excluded.latitude, longitude = excluded.longitude
      where postcode_district.is_from_listings`.execute(db);
}
