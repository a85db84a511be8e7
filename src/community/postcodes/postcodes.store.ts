import { sql } from 'kysely';
import { type CouncilDb, type CouncilReader, councilOf, readRows } from '../../platform/db/council.ts';
import type { PlacePoint } from './postcode-rows.ts';

/** The half postcodes that the council's listings meet in and its people live in. */
export async function districtsInUse(db: CouncilReader): Promise<Set<string>> {
  const council = councilOf(db);
  const rows = await readRows<{ code: string }>(
    db,
    sql`select district as code from listing_place where council_id = ${council} and district is not null
      union select split_part(postcode, ' ', 1) from listing_place where council_id = ${council} and postcode is not null
      union select split_part(postcode, ' ', 1) from address where council_id = ${council} and postcode is not null`,
  );
  return new Set(rows.map(({ code }) => code).filter((code) => code !== ''));
}

/** Writes where postcodes are, in place of where they were thought to be. @returns how many were new or changed */
export async function keepPostcodes(db: CouncilDb, points: readonly PlacePoint[]): Promise<number> {
  const { numAffectedRows } =
    await sql`insert into postcode_point as k (council_id, postcode, latitude, longitude)
    select distinct on (code) ${councilOf(db)}, code, latitude, longitude
    from jsonb_to_recordset(${JSON.stringify(points)}::jsonb) as r(code text, latitude double precision, longitude double precision)
    on conflict (council_id, postcode) do update set latitude = excluded.latitude, longitude = excluded.longitude
      where (k.latitude, k.longitude) is distinct from (excluded.latitude, excluded.longitude)`.execute(db);
  return Number(numAffectedRows ?? 0);
}

/** Writes where half postcodes are. Published centres stand above averages of the listings' own places. */
export async function keepDistricts(db: CouncilDb, points: readonly PlacePoint[]): Promise<number> {
  const { numAffectedRows } =
    await sql`insert into postcode_district as k (council_id, code, latitude, longitude, is_from_listings)
    select distinct on (code) ${councilOf(db)}, code, latitude, longitude, false
    from jsonb_to_recordset(${JSON.stringify(points)}::jsonb) as r(code text, latitude double precision, longitude double precision)
    on conflict (council_id, code) do update set latitude = excluded.latitude, longitude = excluded.longitude, is_from_listings = false`.execute(
      db,
    );
  return Number(numAffectedRows ?? 0);
}

/** The middle of each half postcode, from the postcodes we have in it. */
export async function centreDistricts(db: CouncilDb): Promise<void> {
  const council = councilOf(db);
  await sql`insert into postcode_district (council_id, code, latitude, longitude, is_from_listings)
    select council_id, split_part(postcode, ' ', 1), avg(latitude), avg(longitude), false from postcode_point
    where council_id = ${council} group by 1, 2
    on conflict (council_id, code) do update set latitude = excluded.latitude, longitude = excluded.longitude, is_from_listings = false`.execute(
    db,
  );
}
