import { sql } from 'kysely';
import { type CouncilDb, councilOf } from '../../../platform/db/council.ts';
import { inBatches } from './batches.ts';
import type { ListingToKeep } from './listings.store.ts';

type Placed = Pick<ListingToKeep, 'id' | 'isHeld' | 'places'>;

/** Where each listing meets, in place of where we thought it did. */
export async function keepPlaces(db: CouncilDb, listings: readonly Placed[]): Promise<void> {
  await inBatches(
    listings,
    (some) => some.flatMap(({ id, places }) => places.map((place, position) => ({ id, position, ...place }))),
    (rows, some) =>
      keepBatch(
        db,
        rows,
        some.filter(({ isHeld }) => isHeld).map(({ id }) => id),
      ),
  );
}

async function keepBatch(db: CouncilDb, rows: string, heldIds: readonly string[]): Promise<void> {
  const council = councilOf(db);
  if (heldIds.length > 0)
    await sql`delete from listing_place where council_id = ${council} and listing_id = any (${heldIds}::uuid[])`.execute(
      db,
    );
  await sql`insert into listing_place (council_id, listing_id, position, name, kind, address_lines, town, postcode, district,
      latitude, longitude)
    select ${council}, id, position, name, kind, lines, town, postcode, district, latitude, longitude
    from jsonb_to_recordset(${rows}::jsonb) as r(id uuid, position integer, name text, kind text,
      lines text[], town text, postcode text, district text, latitude double precision, longitude double precision)`.execute(
    db,
  );
}
