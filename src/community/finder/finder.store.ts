import { type RawBuilder, sql } from 'kysely';
import type { Day } from '../../platform/clock.ts';
import { type CouncilReader, councilOf, readRows } from '../../platform/db/council.ts';
import { type ListingRow, listingJson } from '../listings.store.ts';
import type { Near } from './asking.ts';

/** What is looked for in the directory. */
export interface Looking {
  things: readonly (readonly string[])[];
  near: Near | null;
  day: string | null;
  /** Those not checked since this day are counted, and shown only when asked for. */
  freshSince: Day;
  withOlder: boolean;
  offset: number;
  most: number;
}

/** A listing as it was found, and how far away. */
export interface FoundListing extends ListingRow {
  isFresh: boolean;
  kilometres: number | null;
}

export interface FoundListings {
  found: FoundListing[];
  fresh: number;
  older: number;
  /** True when we know where the place asked for is. */
  isPlaceKnown: boolean;
  /** Words of the directory that were looked for in place of words it does not have. */
  read: { typed: string; read: string }[];
}

/** At this likeness (trigrams shared, 0 to 1) one word is taken for a slip of another. A judgement: 'quilitng', 'quilting'. */
const likeness = 0.4;

/**
 * Finds listings in one statement: every thing asked for by any of its words (those the directory does not have by
 * the nearest word it has), those with more of the things first, then by the words' weight, nearness and freshness.
 */
export async function findListings(db: CouncilReader, looking: Looking): Promise<FoundListings> {
  const [row] = await readRows<FoundListings>(db, findingStatement(councilOf(db), looking));
  return row ?? { found: [], fresh: 0, older: 0, isPlaceKnown: false, read: [] };
}

/** The statement itself, so that a test can ask PostgreSQL how it would run it. */
export function findingStatement(council: number, looking: Looking): RawBuilder<FoundListings> {
  return sql<FoundListings>`with
    ${wordsAskedFor(council, looking.things)},
    here as materialized (${whereIs(council, looking.near)}),
    matched as materialized (${matching(council, looking)}),
    fitting as materialized (
      select * from (select *, max(things) over (partition by is_fresh) as best from matched) m
      where things >= best - (case when ${looking.things.length} > 2 then 1 else 0 end)),
    placed as materialized (
      select f.*, (${kilometresFromHere(council, sql`f.id`)}) as kilometres
      from fitting f where f.is_fresh or ${looking.withOlder}),
    shown as (
      select *, row_number() over (order by is_fresh desc, things desc, weight + names_place
          + coalesce(1 / (1 + kilometres / 2), 0)
          + coalesce(exp(least(fresh_on - ${looking.freshSince}::date, 90) / 180.0) / 4, 0) desc, id) as place
      from placed order by place limit ${looking.most} offset ${looking.offset})
    select coalesce((select json_agg(${listingJson}::jsonb
          || jsonb_build_object('isFresh', s.is_fresh, 'kilometres', s.kilometres) order by s.place)
        from shown s join listing l on l.council_id = ${council} and l.id = s.id
        left join feed e on e.council_id = ${council} and e.id = l.feed_id), '[]') as found,
      (select count(*) from fitting where is_fresh) as fresh,
      (select count(*) from fitting where not is_fresh) as older,
      exists (select from here) as "isPlaceKnown",
      coalesce((select json_agg(json_build_object('typed', typed, 'read', read)) from slip), '[]') as read`;
}

/** Every word as a query: what was said, what it may be a slip of, and all of it together. */
function wordsAskedFor(council: number, things: Looking['things']) {
  return sql`thing as materialized (
      select n, word, w.place from jsonb_array_elements(${JSON.stringify(things)}::jsonb) with ordinality t(words, n),
        jsonb_array_elements_text(words) with ordinality w(word, place) where word <> ''),
    slip as materialized (
      select t.n, t.word as typed, near.word as read from (select n, word from thing where place = 1) t
      cross join lateral (select w.word from listing_word w
        where w.council_id = ${council} and w.word % t.word and similarity(w.word, t.word) >= ${likeness}
        order by similarity(w.word, t.word) desc, w.word limit 2) near
      where length(t.word) >= 4 and not exists (select from thing o where o.n = t.n and o.place > 1)
        and not exists (select from listing_word k where k.council_id = ${council} and k.word = t.word)),
    said as materialized (
      select distinct n, query, is_own from (
        select n, phraseto_tsquery('english', word) as query, place = 1 as is_own from thing
        union all select n, plainto_tsquery('english', read), true from slip) q
      where numnode(query) > 0),
    asked as materialized (select n, string_agg(query::text, ' | ')::tsquery as query from said group by n),
    wanted as materialized (select string_agg(query::text, ' | ')::tsquery as query,
      coalesce(string_agg(query::text, ' | ') filter (where is_own), '')::tsquery as own from said)`;
}

/** The listings that fit: how many of the things each has, and how much it is about them. */
function matching(council: number, { things, near, day, freshSince }: Looking) {
  const isAsked = things.length > 0;
  const nearQuery = near?.name ? sql`plainto_tsquery('english', ${near.name})` : sql`null::tsquery`;
  return sql`select l.id, coalesce(l.fresh_on >= ${freshSince}::date, false) as is_fresh, l.fresh_on,
      (select count(*) from asked a where l.search @@ a.query) as things,
      coalesce(l.search @@ ${nearQuery}, false)::integer as names_place,
      ${isAsked ? sql`${weigh('query')} + 3 * ${weigh('own')}` : sql`0`} as weight
    from listing l
    where l.council_id = ${council} and l.state = 'listed'
      ${isAsked ? sql`and l.search @@ (select query from wanted)` : sql``}
      ${day ? sql`and ${day} = any (l.days)` : sql``}`;
}

/** How much of a listing is about the words: its name most, its description least. The word itself counts more than its kin. */
const weigh = (query: 'query' | 'own') =>
  sql`ts_rank('{0.05, 0.2, 0.5, 1}', l.search, (select ${sql.ref(query)} from wanted))`;

/** Where the place asked for is: an exact postcode, else its district, else a town or a venue by that name. */
export function whereIs(council: number, near: Near | null) {
  if (!near) return sql`select 0::double precision as latitude, 0::double precision as longitude where false`;
  return sql`select latitude, longitude from (
      select 1 as place, avg(latitude) as latitude, avg(longitude) as longitude from listing_place
        where council_id = ${council} and postcode = ${near.postcode}
      union all select 2, latitude, longitude from postcode_district
        where council_id = ${council} and code = ${near.district}
      union all select 3, avg(latitude), avg(longitude) from listing_place
        where council_id = ${council} and lower(town) = ${near.name}
      union all select 4, avg(latitude), avg(longitude) from listing_place
        where council_id = ${council} and lower(name) = ${near.name}) h
    where latitude is not null order by place limit 1`;
}

/** Kilometres from `here` to a listing's nearest place, on a flat Earth: right to under 1% across a county, and cheap. */
export function kilometresFromHere(council: number, listingId: RawBuilder<unknown>) {
  return sql`select min(111.2 * sqrt((coalesce(p.latitude, d.latitude) - here.latitude) ^ 2
      + ((coalesce(p.longitude, d.longitude) - here.longitude) * cos(radians(here.latitude))) ^ 2))
    from here, listing_place p
    left join postcode_district d on d.council_id = ${council} and d.code = p.district
    where p.council_id = ${council} and p.listing_id = ${listingId} and p.kind = 'physical'`;
}
