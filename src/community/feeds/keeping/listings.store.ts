import { sql } from 'kysely';
import { type CouncilDb, councilOf } from '../../../platform/db/council.ts';
import { newId } from '../../../platform/ids.ts';
import { keptFrom, type ListingKept } from '../../listing-kept.ts';
import { readKept } from '../../said.store.ts';
import { mergeFields, type Said } from '../../said.ts';
import type { ListedRecord, ReadRecord } from '../records/read-outcome.ts';
import { inBatches } from './batches.ts';
import type { HeldListing } from './held-listings.store.ts';
import { keepOrganisations } from './organisations.store.ts';
import { keepPlaces } from './places.store.ts';
import { keepTerms } from './terms.store.ts';

/** A listing with the id it has here, which it keeps when it is read again. */
export interface ListingToKeep extends ListingKept {
  id: string;
  isHeld: boolean;
  said: Said;
  organisationId: string | null;
  version: number;
}

/** How much of the directory an import changed. */
export interface ListingsKept {
  /** Those new to us. */
  come: readonly ListingToKeep[];
  /** How many we held and are different now. */
  changed: number;
}

/** Writes every record that can be listed, and where each meets. */
export async function keepListings(
  db: CouncilDb,
  feedId: string,
  reads: readonly ReadRecord[],
  held: ReadonlyMap<string, HeldListing>,
): Promise<ListingsKept> {
  const organisations = await keepOrganisations(db, feedId, reads);
  const incoming = reads.flatMap((read) =>
    read.outcome === 'refused' ? [] : [toKeep(read, held, organisations)],
  );
  const listings = await withWhatWasSaid(db, incoming, held);
  let written = 0;
  await inBatches(
    listings,
    (some) => some,
    async (rows, some) => {
      written += await keepBatch(db, feedId, rows, some);
    },
  );
  await keepPlaces(db, listings);
  await keepTerms(db, feedId, reads, listings);
  const come = listings.filter(({ isHeld }) => !isHeld);
  return { come, changed: written - come.length };
}

function toKeep(
  { listing, organisation }: ListedRecord,
  held: ReadonlyMap<string, HeldListing>,
  organisations: ReadonlyMap<string, string>,
): ListingToKeep {
  const known = held.get(listing.sourceId);
  return {
    ...keptFrom(listing),
    id: known?.listingId ?? newId(),
    isHeld: known !== undefined,
    said: {},
    version: known?.version ?? 1,
    organisationId: organisations.get(organisation?.sourceId ?? '') ?? null,
  };
}

/** Of those somebody spoke for, what was said stays. They are few; the others are written as they came. */
async function withWhatWasSaid(
  db: CouncilDb,
  incoming: readonly ListingToKeep[],
  held: ReadonlyMap<string, HeldListing>,
): Promise<readonly ListingToKeep[]> {
  const spokenFor = [...held.values()].filter(({ isSpokenFor }) => isSpokenFor);
  if (spokenFor.length === 0) return incoming;
  const kept = await readKept(
    db,
    spokenFor.map(({ listingId }) => listingId),
  );
  return incoming.map((listing) => {
    const ours = kept.get(listing.id);
    if (!ours) return listing;
    const { kept: merged, said } = mergeFields(ours, listing, ours.said);
    return { ...merged, said, version: ours.version };
  });
}

/**
 * What changed is written; an unchanged listing is left as it is, which is most of them when a feed is read again. The
 * version stands: it guards what we say ourselves, and what somebody changed since it was read waits for the next reading.
 */
async function keepBatch(
  db: CouncilDb,
  feedId: string,
  rows: string,
  listings: readonly ListingToKeep[],
): Promise<number> {
  const council = councilOf(db);
  const heldIds = listings.filter(({ isHeld }) => isHeld).map(({ id }) => id);
  const { numAffectedRows } = await sql`with held as materialized (
      select * from listing where council_id = ${council} and id = any (${heldIds}::uuid[]) and rested_by is distinct from 'source')
    insert into listing as l (council_id, id, feed_id, source_id, name, summary, description, other_words, particulars, days,
      status, assured_on, modified_at, said, organisation_id, version)
    select ${council}, id, ${feedId}, "sourceId", name, summary, description, "otherWords", particulars, days, status,
      "assuredOn", "modifiedAt", said, "organisationId", version
    from jsonb_to_recordset(${rows}::jsonb) as r(id uuid, "sourceId" text, name text, summary text, description text,
      "otherWords" text, particulars jsonb, days text[], status text, "assuredOn" date, "modifiedAt" timestamptz, said jsonb,
      "organisationId" uuid, version integer)
    where not exists (select from held k where k.id = r.id
      and (k.name, k.summary, k.description, k.other_words, k.particulars, k.days, k.status, k.assured_on, k.modified_at,
        k.said, k.organisation_id)
        is not distinct from (r.name, r.summary, r.description, r."otherWords", r.particulars, r.days, r.status,
          r."assuredOn", r."modifiedAt", r.said,
          coalesce(r."organisationId", k.organisation_id)))
    on conflict (council_id, feed_id, source_id) do update set name = excluded.name, summary = excluded.summary,
      description = excluded.description, other_words = excluded.other_words, particulars = excluded.particulars,
      days = excluded.days, status = excluded.status, assured_on = excluded.assured_on, modified_at = excluded.modified_at,
      said = excluded.said, organisation_id = coalesce(excluded.organisation_id, l.organisation_id),
      state = case when l.rested_by = 'source' then 'listed' else l.state end,
      state_why = case when l.rested_by = 'source' then null else l.state_why end,
      state_since = case when l.rested_by = 'source' then null else l.state_since end,
      rested_by = nullif(l.rested_by, 'source')
    where l.version = excluded.version`.execute(db);
  return Number(numAffectedRows);
}
