import { type RawBuilder, sql } from 'kysely';
import type { Near } from './asking.ts';

/** Where the place asked for is: an exact postcode (published, else a listing's own), else its district, else a town or a venue by that name. */
export function whereIs(council: number, near: Near | null) {
  if (!near) return sql`select 0::double precision as latitude, 0::double precision as longitude where false`;
  return sql`select latitude, longitude from (
      select 0 as place, latitude, longitude from postcode_point
        where council_id = ${council} and postcode = ${near.postcode}
      union all select 1, avg(latitude), avg(longitude) from listing_place
        where council_id = ${council} and postcode = ${near.postcode}
      union all select 2, latitude, longitude from postcode_district
        where council_id = ${council} and code = ${near.district}
      union all select 3, avg(latitude), avg(longitude) from listing_place
        where council_id = ${council} and lower(town) = ${near.name}
      union all select 4, avg(latitude), avg(longitude) from listing_place
        where council_id = ${council} and lower(name) = ${near.name}) h
    where latitude is not null order by place limit 1`;
}

/** Kilometres from `here` to a listing's nearest place. */
export function kilometresFromHere(council: number, listingId: RawBuilder<unknown>) {
  return sql`select min(${kilometresTo(council)}) from listing_place p
    where p.council_id = ${council} and p.listing_id = ${listingId} and p.kind = 'physical'`;
}

/** The same for every listing that is `fitting`, when a place was asked for. */
export function kilometresOfMany(council: number, near: Near | null) {
  if (!near) return sql`select null::uuid as listing_id, null::double precision as kilometres where false`;
  return sql`select f.id as listing_id, (${kilometresFromHere(council, sql`f.id`)}) as kilometres from fitting f`;
}

/** Half postcodes, the nearest to `here` first: quicker to go through than every listing's own place. */
export function districtsByDistance(council: number) {
  return sql`select d.code from postcode_district d, here where d.council_id = ${council}
    order by (d.latitude - here.latitude) ^ 2 + ((d.longitude - here.longitude) * cos(radians(here.latitude))) ^ 2 limit 100`;
}

/**
 * On a flat Earth: right to under 1% across a county, and cheap. The district is asked for only where a place has no point
 * of its own.
 */
function kilometresTo(council: number) {
  const ofDistrict = (part: 'latitude' | 'longitude') =>
    sql`coalesce(${sql.ref(`p.${part}`)}, (select ${sql.ref(`d.${part}`)} from postcode_district d where d.council_id = ${council} and d.code = p.district))`;
  const hereIs = (part: 'latitude' | 'longitude') => sql`(select ${sql.ref(part)} from here)`;
  return sql`111.2 * sqrt((${ofDistrict('latitude')} - ${hereIs('latitude')}) ^ 2
      + ((${ofDistrict('longitude')} - ${hereIs('longitude')}) * (select cos(radians(latitude)) from here)) ^ 2)`;
}
