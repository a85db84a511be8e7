import { sql } from 'kysely';
import { type CouncilDb, councilOf, readRows } from '../../../platform/db/council.ts';
import { newId } from '../../../platform/ids.ts';
import type { ListedRecord, ReadRecord } from '../records/read-outcome.ts';
import type { OrganisationRead } from '../records/related/read-organisation.ts';
import { inBatches } from './batches.ts';

/** An organisation with the id it has here. */
type OrganisationToKeep = OrganisationRead & { id: string };

/**
 * Writes the organisations a feed's records name, each once, and says which id each has here by its source's. One named
 * by an id alone, never by name, has no row. Whether it is user-led is ours: an import never touches it.
 */
export async function keepOrganisations(
  db: CouncilDb,
  feedId: string,
  reads: readonly ReadRecord[],
): Promise<ReadonlyMap<string, string>> {
  const held = await heldOrganisations(db, feedId);
  const named = [...organisationsAmong(reads).values()].map((one) => ({
    ...one,
    id: held.get(one.sourceId) ?? newId(),
  }));
  const known = named.filter(({ name }) => name !== null);
  await inBatches(
    known,
    (some) => some,
    (rows, some) => keepBatch(db, feedId, rows, some),
  );
  return new Map([...held, ...known.map(({ sourceId, id }) => [sourceId, id] as const)]);
}

async function heldOrganisations(db: CouncilDb, feedId: string): Promise<Map<string, string>> {
  const rows = await readRows<{ sourceId: string; id: string }>(
    db,
    sql`select source_id as "sourceId", id from organisation
      where council_id = ${councilOf(db)} and feed_id = ${feedId}`,
  );
  return new Map(rows.map(({ sourceId, id }) => [sourceId, id]));
}

/** Each organisation once, with whatever any record says of it. */
function organisationsAmong(reads: readonly ReadRecord[]): Map<string, OrganisationRead> {
  const all = new Map<string, OrganisationRead>();
  for (const { organisation } of reads.filter(isListed)) {
    if (organisation === null) continue;
    const known = all.get(organisation.sourceId);
    all.set(organisation.sourceId, known ? together(known, organisation) : organisation);
  }
  return all;
}

const isListed = (read: ReadRecord): read is ListedRecord => read.outcome !== 'refused';

function together(known: OrganisationRead, more: OrganisationRead): OrganisationRead {
  if (known === more) return known;
  const identifiers = [...known.identifiers, ...more.identifiers];
  return {
    sourceId: known.sourceId,
    name: known.name ?? more.name,
    description: known.description ?? more.description,
    website: known.website ?? more.website,
    email: known.email ?? more.email,
    identifiers: [...new Map(identifiers.map((one) => [`${one.scheme} ${one.identifier}`, one])).values()],
  };
}

async function keepBatch(
  db: CouncilDb,
  feedId: string,
  rows: string,
  organisations: readonly OrganisationToKeep[],
): Promise<void> {
  const council = councilOf(db);
  await sql`insert into organisation as o (council_id, id, feed_id, source_id, name, description, website, email)
    select ${council}, id, ${feedId}, "sourceId", name, description, website, email
    from jsonb_to_recordset(${rows}::jsonb) as r(id uuid, "sourceId" text, name text, description text, website text, email text)
    on conflict (council_id, feed_id, source_id) do update set name = excluded.name, description = excluded.description,
      website = excluded.website, email = excluded.email
    where (o.name, o.description, o.website, o.email)
      is distinct from (excluded.name, excluded.description, excluded.website, excluded.email)`.execute(db);
  await sql`with wanted as materialized (
      select r.id as organisation_id, i.scheme, i.identifier from jsonb_to_recordset(${rows}::jsonb) as r(id uuid, identifiers jsonb),
        jsonb_to_recordset(r.identifiers) as i(scheme text, identifier text)),
    gone as (
      delete from organisation_identifier h where h.council_id = ${council}
        and h.organisation_id = any (${organisations.map(({ id }) => id)}::uuid[])
        and not exists (select from wanted w where (w.organisation_id, w.scheme, w.identifier)
          = (h.organisation_id, h.scheme, h.identifier)))
    insert into organisation_identifier (council_id, organisation_id, scheme, identifier)
    select ${council}, organisation_id, scheme, identifier from wanted on conflict do nothing`.execute(db);
}

/**
 * Once all records have come: a listing that named its organisation by an id alone finds it though it was named later,
 * and one that runs a place which must stay unknown says nothing of itself, for that may tell the way to its door.
 */
export async function settleOrganisations(db: CouncilDb, feedId: string): Promise<void> {
  const council = councilOf(db);
  // Each looks through the listings once; joined to them the planner goes through all for every organisation.
  await sql`with alone as materialized (
      select id, particulars -> 'organisation' ->> 'id' as source_id from listing
      where council_id = ${council} and feed_id = ${feedId} and organisation_id is null
        and particulars -> 'organisation' ->> 'id' is not null)
    update listing l set organisation_id = o.id from alone a
      join organisation o on o.council_id = ${council} and o.feed_id = ${feedId} and o.source_id = a.source_id
    where l.council_id = ${council} and l.id = a.id`.execute(db);
  await sql`with quiet as materialized (
      select distinct organisation_id from listing where council_id = ${council} and feed_id = ${feedId}
        and organisation_id is not null and (particulars ->> 'isPlaceWithheld')::boolean)
    update organisation o set description = null from quiet q
    where o.council_id = ${council} and o.id = q.organisation_id and o.description is not null`.execute(db);
}
