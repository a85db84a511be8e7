import { sql } from 'kysely';
import { type CouncilDb, councilOf, readRows } from '../../../platform/db/council.ts';
import { inBatches } from './batches.ts';
import type { ListingToKeep } from './listings.store.ts';

type Placed = Pick<ListingToKeep, 'id' | 'isHeld' | 'places' | 'version'>;

/** Where each listing meets, in place of where we thought it did; not where somebody changed it since it was read. */
export async function keepPlaces(db: CouncilDb, listings: readonly Placed[]): Promise<void> {
  await inBatches(
    listings,
    (some) => some.flatMap(({ id, places }) => places.map((place, position) => ({ id, position, ...place }))),
    (rows, some) => keepBatch(db, rows, some),
  );
}

async function keepBatch(db: CouncilDb, rows: string, listings: readonly Placed[]): Promise<void> {
  const council = councilOf(db);
  const held = listings.filter(({ isHeld }) => isHeld);
  const changed = held.length === 0 ? [] : await changedSince(db, held);
  const clear = held.map(({ id }) => id).filter((id) => !changed.includes(id));
  if (clear.length > 0)
    await sql`delete from listing_place where council_id = ${council} and listing_id = any (${clear}::uuid[])`.execute(
      db,
    );
  await sql`insert into listing_place (council_id, listing_id, position, name, kind, address_lines, town, postcode, district,
      latitude, longitude)
    select ${council}, id, position, name, kind, lines, town, postcode, district, latitude, longitude
    from jsonb_to_recordset(${rows}::jsonb) as r(id uuid, position integer, name text, kind text,
      lines text[], town text, postcode text, district text, latitude double precision, longitude double precision)
    where id <> all (${changed}::uuid[])`.execute(db);
}

async function changedSince(db: CouncilDb, held: readonly Placed[]): Promise<string[]> {
  const rows = await readRows<{ id: string }>(
    db,
    sql`select l.id from listing l
      join unnest(${held.map(({ id }) => id)}::uuid[], ${held.map(({ version }) => version)}::integer[]) r(id, version)
        on r.id = l.id and r.version <> l.version
      where l.council_id = ${councilOf(db)} and l.id = any (${held.map(({ id }) => id)}::uuid[])`,
  );
  return rows.map(({ id }) => id);
}
