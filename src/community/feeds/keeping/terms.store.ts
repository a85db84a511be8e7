import { sql } from 'kysely';
import { type CouncilDb, councilOf, readRows } from '../../../platform/db/council.ts';
import { newId } from '../../../platform/ids.ts';
import type { ReadRecord } from '../records/read-outcome.ts';
import type { TaxonomyRead, TermRead } from '../records/related/read-terms.ts';
import { inBatches } from './batches.ts';
import type { ListingToKeep } from './listings.store.ts';

/** Writes what a feed's records are filed under, each term and taxonomy once, and which listing carries which. */
export async function keepTerms(
  db: CouncilDb,
  feedId: string,
  reads: readonly ReadRecord[],
  listings: readonly ListingToKeep[],
): Promise<void> {
  const bySource = new Map(
    reads.flatMap((read) =>
      read.outcome === 'refused' ? [] : [[read.listing.sourceId, read.terms] as const],
    ),
  );
  const terms = new Map([...bySource.values()].flat().map((term) => [term.sourceId, term]));
  const taxonomies = await keepTaxonomies(db, feedId, [...terms.values()]);
  const ids = await keepEach(db, feedId, [...terms.values()], taxonomies);
  await inBatches(
    listings,
    (some) =>
      some.flatMap(({ id, sourceId }) =>
        (bySource.get(sourceId) ?? []).map((term) => ({ listing: id, term: ids.get(term.sourceId) })),
      ),
    (rows, some) =>
      carryBatch(
        db,
        rows,
        some.filter(({ isHeld }) => isHeld).map(({ id }) => id),
      ),
  );
}

type Ids = ReadonlyMap<string, string>;

async function heldIds(db: CouncilDb, table: 'taxonomy' | 'taxonomy_term', feedId: string): Promise<Ids> {
  const rows = await readRows<{ sourceId: string; id: string }>(
    db,
    sql`select source_id as "sourceId", id from ${sql.table(table)}
      where council_id = ${councilOf(db)} and feed_id = ${feedId}`,
  );
  return new Map(rows.map(({ sourceId, id }) => [sourceId, id]));
}

async function keepTaxonomies(db: CouncilDb, feedId: string, terms: readonly TermRead[]): Promise<Ids> {
  const named = new Map<string, TaxonomyRead>();
  for (const { taxonomy } of terms) if (taxonomy) named.set(taxonomy.sourceId, taxonomy);
  if (named.size === 0) return new Map();
  const held = await heldIds(db, 'taxonomy', feedId);
  const kept = [...named.values()].map((one) => ({ ...one, id: held.get(one.sourceId) ?? newId() }));
  await inBatches(
    kept,
    (some) => some,
    async (rows) => {
      await sql`insert into taxonomy as t (council_id, id, feed_id, source_id, name, description, uri)
        select ${councilOf(db)}, id, ${feedId}, "sourceId", name, description, uri
        from jsonb_to_recordset(${rows}::jsonb) as r(id uuid, "sourceId" text, name text, description text, uri text)
        on conflict (council_id, feed_id, source_id) do update set name = excluded.name,
          description = coalesce(excluded.description, t.description), uri = coalesce(excluded.uri, t.uri)
        where (t.name, t.description, t.uri) is distinct from (excluded.name,
          coalesce(excluded.description, t.description), coalesce(excluded.uri, t.uri))`.execute(db);
    },
  );
  return new Map(kept.map(({ sourceId, id }) => [sourceId, id]));
}

async function keepEach(
  db: CouncilDb,
  feedId: string,
  terms: readonly TermRead[],
  taxonomies: Ids,
): Promise<Ids> {
  if (terms.length === 0) return new Map();
  const held = await heldIds(db, 'taxonomy_term', feedId);
  const kept = terms.map(({ taxonomy, ...term }) => ({
    ...term,
    id: held.get(term.sourceId) ?? newId(),
    taxonomyId: taxonomy ? taxonomies.get(taxonomy.sourceId) : null,
  }));
  await inBatches(
    kept,
    (some) => some,
    async (rows) => {
      await sql`insert into taxonomy_term as t (council_id, id, feed_id, source_id, taxonomy_id, name, description, term_uri,
          parent_source_id)
        select ${councilOf(db)}, id, ${feedId}, "sourceId", "taxonomyId", name, description, uri, "parentSourceId"
        from jsonb_to_recordset(${rows}::jsonb) as r(id uuid, "sourceId" text, "taxonomyId" uuid, name text, description text,
          uri text, "parentSourceId" text)
        on conflict (council_id, feed_id, source_id) do update set taxonomy_id = excluded.taxonomy_id, name = excluded.name,
          description = excluded.description, term_uri = excluded.term_uri, parent_source_id = excluded.parent_source_id
        where (t.taxonomy_id, t.name, t.description, t.term_uri, t.parent_source_id) is distinct from (excluded.taxonomy_id,
          excluded.name, excluded.description, excluded.term_uri, excluded.parent_source_id)`.execute(db);
    },
  );
  return new Map(kept.map(({ sourceId, id }) => [sourceId, id]));
}

async function carryBatch(db: CouncilDb, rows: string, heldListings: readonly string[]): Promise<void> {
  const council = councilOf(db);
  const wanted = sql`select listing, term from jsonb_to_recordset(${rows}::jsonb) as r(listing uuid, term uuid)`;
  if (heldListings.length === 0) {
    await sql`insert into listing_term (council_id, listing_id, term_id)
      select ${council}, listing, term from (${wanted}) wanted on conflict do nothing`.execute(db);
    return;
  }
  await sql`with wanted as materialized (${wanted}),
    kept as materialized (select h.listing_id as listing, h.term_id as term from listing_term h
      where h.council_id = ${council} and h.listing_id = any (${heldListings}::uuid[])),
    gone as (
      delete from listing_term h using (table kept except table wanted) g
      where h.council_id = ${council} and h.listing_id = any (${heldListings}::uuid[]) and h.listing_id = g.listing and h.term_id = g.term)
    insert into listing_term (council_id, listing_id, term_id)
    select ${council}, listing, term from (table wanted except table kept) come on conflict do nothing`.execute(
    db,
  );
}
