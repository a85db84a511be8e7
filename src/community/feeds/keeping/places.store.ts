import { sql } from 'kysely';
import { type CouncilDb, councilOf, readRows } from '../../../platform/db/council.ts';
import { inBatches } from './batches.ts';
import type { ListingToKeep } from './listings.store.ts';

type Placed = Pick<ListingToKeep, 'id' | 'isHeld' | 'places' | 'version'>;

/**
 * Where each listing meets, in place of where we thought it did; not where somebody changed it since it was read. Those
 * that meet where they did are left as they are, which is nearly all of them when a feed is read again.
 */
export async function keepPlaces(db: CouncilDb, listings: readonly Placed[]): Promise<void> {
  await inBatches(
    listings,
    (some) => some.flatMap(({ id, places }) => places.map((place, position) => ({ id, position, ...place }))),
    (rows, some) => keepBatch(db, rows, some),
  );
}

const columns = sql`name, kind, address_lines, town, postcode, district, latitude, longitude`;
const asRows = sql`as r(id uuid, position integer, name text, kind text, lines text[], town text, postcode text, district text,
  latitude double precision, longitude double precision)`;

async function keepBatch(db: CouncilDb, rows: string, listings: readonly Placed[]): Promise<void> {
  const council = councilOf(db);
  const held = listings.filter(({ isHeld }) => isHeld);
  const moved = held.length === 0 ? [] : await movedAmong(db, rows, held);
  const written = [...listings.filter(({ isHeld }) => !isHeld).map(({ id }) => id), ...moved];
  if (written.length === 0) return;
  if (moved.length > 0)
    await sql`delete from listing_place where council_id = ${council} and listing_id = any (${moved}::uuid[])`.execute(
      db,
    );
  await sql`insert into listing_place (council_id, listing_id, position, ${columns})
    select ${council}, id, position, name, kind, lines, town, postcode, district, latitude, longitude
    from jsonb_to_recordset(${rows}::jsonb) ${asRows}
    where ${written.length === listings.length} or id = any (${written}::uuid[])`.execute(db);
}

/** Those that meet elsewhere now, but not those somebody changed since they were read. */
async function movedAmong(db: CouncilDb, rows: string, held: readonly Placed[]): Promise<string[]> {
  const council = councilOf(db);
  const ids = held.map(({ id }) => id);
  const moved = await readRows<{ id: string }>(
    db,
    sql`with wanted as materialized (select * from jsonb_to_recordset(${rows}::jsonb) ${asRows} where id = any (${ids}::uuid[])),
      kept as materialized (select listing_id, position, ${columns} from listing_place
        where council_id = ${council} and listing_id = any (${ids}::uuid[])),
      moved as (
        select listing_id as id from (table kept except table wanted) gone
        union select id from (table wanted except table kept) come)
      select l.id from moved join unnest(${ids}::uuid[], ${held.map(({ version }) => version)}::integer[]) r(id, version) using (id)
      join listing l on l.council_id = ${council} and l.id = r.id and l.id = any (${ids}::uuid[]) and l.version = r.version`,
  );
  return moved.map(({ id }) => id);
}
