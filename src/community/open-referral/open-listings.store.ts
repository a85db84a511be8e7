import { type RawBuilder, sql } from 'kysely';
import { type CouncilReader, councilOf, readRows } from '../../platform/db/council.ts';
import { whereIs } from '../finder/nearness.store.ts';
import { listingJson } from '../listings.store.ts';
import { isNarrowed, mayGoOut, narrowed } from './narrowing.store.ts';
import type { Narrowing, Paging } from './open-referral.forms.ts';
import type { OpenRow } from './records/open-listing.ts';

/** Everything giving a listing away needs, in a statement that calls the listing `l` and its feed `e`. */
export const openJson = sql`${listingJson}::jsonb || jsonb_build_object(
  'changedAt', (select c.changed_at from listing_change c where c.council_id = l.council_id and c.listing_id = l.id),
  'sourceId', l.source_id, 'sourceAddress', e.source,
  'runBy', (select jsonb_build_object('id', o.id, 'name', o.name, 'description', o.description, 'website', o.website,
      'email', o.email, 'identifiers', (select coalesce(jsonb_agg(jsonb_build_object('scheme', i.scheme, 'identifier', i.identifier)
        order by i.scheme, i.identifier), '[]') from organisation_identifier i
        where i.council_id = o.council_id and i.organisation_id = o.id))
    from organisation o where o.council_id = l.council_id and o.id = l.organisation_id),
  'terms', (select coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'name', t.name, 'description', t.description,
      'termUri', t.term_uri, 'taxonomyId', t.taxonomy_id, 'taxonomyName', x.name,
      'parentId', (select p.id from taxonomy_term p where p.council_id = t.council_id and p.feed_id = t.feed_id
        and p.source_id = t.parent_source_id)) order by t.name, t.id), '[]')
    from listing_term w join taxonomy_term t on t.council_id = w.council_id and t.id = w.term_id
    left join taxonomy x on x.council_id = t.council_id and x.id = t.taxonomy_id
    where w.council_id = l.council_id and w.listing_id = l.id))`;

export const withFeed = (council: number) =>
  sql`listing l left join feed e on e.council_id = ${council} and e.id = l.feed_id`;

export interface OpenRows {
  total: number;
  listings: OpenRow[];
}

/** One page of what may go out: those with the words asked for first by weight, others in the order they came to us. */
export async function readOpenListings(db: CouncilReader, asked: Narrowing & Paging): Promise<OpenRows> {
  const [row] = await readRows<OpenRows>(db, openListingsStatement(councilOf(db), asked));
  return row ?? { total: 0, listings: [] };
}

/** The statement itself, so that a test can ask PostgreSQL how it would run it. */
export function openListingsStatement(
  council: number,
  { page, per_page, ...asked }: Narrowing & Paging,
): RawBuilder<OpenRows> {
  const first = asked.search
    ? sql`ts_rank(l.search, websearch_to_tsquery('english', ${asked.search}))`
    : sql`0`;
  const order = asked.search ? sql`weight desc, id` : sql`id`;
  // Nothing asked: what may go out is known in a narrow table, and the directory itself need not be read.
  const everyOne = sql`select c.listing_id as id, 0 as weight from listing_change c where c.council_id = ${council} and c.is_open`;
  return sql<OpenRows>`with
    fitting as ${isNarrowed(asked) ? sql`materialized` : sql`not materialized`} (
      ${isNarrowed(asked) ? sql`select l.id, ${first} as weight from listing l where ${narrowed(council, asked)}` : everyOne}),
    shown as materialized (select id, weight from fitting order by ${order} limit ${per_page} offset ${(page - 1) * per_page})
    select (select count(*) from fitting) as total,
      coalesce((select jsonb_agg(${openJson} order by ${asked.search ? sql`s.weight desc, s.id` : sql`s.id`})
        from shown s join ${withFeed(council)} on l.council_id = ${council} and l.id = s.id), '[]') as listings`;
}

export async function readOpenListing(db: CouncilReader, listingId: string): Promise<OpenRow | null> {
  const council = councilOf(db);
  const [row] = await readRows<{ listing: OpenRow }>(
    db,
    sql`select ${openJson} as listing from ${withFeed(council)}
      where l.council_id = ${council} and l.id = ${listingId} and ${mayGoOut}`,
  );
  return row?.listing ?? null;
}

/** A listing at one of its places. */
export interface OpenPlace {
  position: number;
  listing: OpenRow;
}

export interface OpenPlaces {
  total: number;
  /** False when a postcode was asked for and nobody knows where it is. */
  isPlaceKnown: boolean;
  places: OpenPlace[];
}

export type PlacesWanted = Narrowing &
  Paging & { postcode: { postcode: string; district: string } | null; proximity: number | null };

/** One page of where listings meet: nearest first when a postcode is given, and no further than `proximity` metres. */
export async function readOpenPlaces(db: CouncilReader, asked: PlacesWanted): Promise<OpenPlaces> {
  const [row] = await readRows<OpenPlaces>(db, openPlacesStatement(councilOf(db), asked));
  return row ?? { total: 0, isPlaceKnown: true, places: [] };
}

export function openPlacesStatement(
  council: number,
  { page, per_page, postcode, proximity, ...asked }: PlacesWanted,
): RawBuilder<OpenPlaces> {
  const near = postcode && { ...postcode, name: null };
  const order = near ? sql`metres, listing_id, position` : sql`listing_id, position`;
  const once = near || isNarrowed(asked);
  return sql<OpenPlaces>`with
    here as materialized (${whereIs(council, near)}),
    fitting as ${once ? sql`materialized` : sql`not materialized`} (
      select p.listing_id, p.position, ${near ? sql`h.metres` : sql`0`} as metres
      from listing_place p
      ${isNarrowed(asked) ? sql`join listing l on l.council_id = ${council} and l.id = p.listing_id and ${narrowed(council, asked)}` : sql``}
      join listing_change c on c.council_id = ${council} and c.listing_id = p.listing_id and c.is_open
      ${near ? sql`cross join lateral (select ${metresFromHere} as metres) h` : sql``}
      where p.council_id = ${council}
        ${near ? sql`and p.kind = 'physical' and h.metres <= ${proximity ?? 1e9}` : sql``}),
    shown as materialized (select * from fitting order by ${order} limit ${per_page} offset ${(page - 1) * per_page})
    select (select count(*) from fitting) as total, ${near ? sql`exists (select from here)` : sql`true`} as "isPlaceKnown",
      coalesce((select jsonb_agg(jsonb_build_object('position', s.position, 'listing', ${openJson})
          order by s.metres, s.listing_id, s.position)
        from shown s join ${withFeed(council)} on l.council_id = ${council} and l.id = s.listing_id), '[]') as places`;
}

/** Metres as the crow flies from `here` to a place `p` (haversine, mean radius of the Earth); null when it says no point. */
const metresFromHere = sql`(select 12742017.6 * asin(sqrt(least(1, sin(radians(p.latitude - here.latitude) / 2) ^ 2
  + cos(radians(here.latitude)) * cos(radians(p.latitude)) * sin(radians(p.longitude - here.longitude) / 2) ^ 2))) from here)`;

export async function readOpenPlace(db: CouncilReader, id: string): Promise<OpenPlace | null> {
  const council = councilOf(db);
  const [row] = await readRows<OpenPlace>(
    db,
    sql`select p.position, ${openJson} as listing
      from listing_place p join ${withFeed(council)} on l.council_id = ${council} and l.id = p.listing_id
      where p.council_id = ${council} and steady_id(p.listing_id::text || '/' || p.position::text) = ${id} and ${mayGoOut}`,
  );
  return row ?? null;
}
