import { type RawBuilder, sql } from 'kysely';
import type { Day } from '../../platform/clock.ts';
import { type CouncilReader, councilOf, readRows } from '../../platform/db/council.ts';
import { type ListingShown, listingJson } from '../listings.store.ts';
import { wordsAskedFor } from './asked-words.store.ts';
import type { Near } from './asking.ts';
import { everyDistanceFromHere, kilometresFromHere, whereIs } from './nearness.store.ts';

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
export interface FoundListing extends ListingShown {
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
    fitting as ${fitting(looking)},
    placed as (${placing(council, looking)} where f.is_fresh or ${looking.withOlder}),
    shown as materialized (
      select id, is_fresh, kilometres, things, weight + names_place + coalesce(1 / (1 + kilometres / 2), 0)
          + coalesce(exp(least(fresh_on - ${looking.freshSince}::date, 90) / 180.0) / 4, 0) as worth
      from placed order by is_fresh desc, things desc, worth desc, id limit ${looking.most} offset ${looking.offset})
    select coalesce((select json_agg(${listingJson}::jsonb
          || jsonb_build_object('isFresh', s.is_fresh, 'kilometres', s.kilometres) order by s.is_fresh desc, s.things desc, s.worth desc, s.id)
        from shown s join listing l on l.council_id = ${council} and l.id = s.id
        left join feed e on e.council_id = ${council} and e.id = l.feed_id), '[]') as found,
      (select count(*) from fitting where is_fresh) as fresh,
      (select count(*) from fitting where not is_fresh) as older,
      exists (select from here) as "isPlaceKnown",
      coalesce((select json_agg(json_build_object('typed', typed, 'read', read)) from slip), '[]') as read`;
}

/** Those that have as many of the things as any does, fresh or older; with three things or more, one may be missing. */
function fitting({ things }: Looking) {
  if (things.length < 2) return sql`not materialized (select * from matched)`;
  const most = (isFresh: boolean) => sql`(select max(things) from matched where is_fresh = ${isFresh})`;
  return sql`materialized (select * from matched
    where things >= case when is_fresh then ${most(true)} else ${most(false)} end - ${things.length > 2 ? 1 : 0})`;
}

/** How far each is: asked for one by one when words have made them few. */
function placing(council: number, { things, near }: Looking) {
  if (!near) return sql`select f.*, null::double precision as kilometres from fitting f`;
  if (things.length === 0)
    return sql`select f.*, k.kilometres from fitting f left join (${everyDistanceFromHere(council)}) k on k.listing_id = f.id`;
  return sql`select f.*, (${kilometresFromHere(council, sql`f.id`)}) as kilometres from fitting f`;
}

/** The listings that fit: how many of the things each has, and how much it is about them. */
function matching(council: number, { things, near, day, freshSince }: Looking) {
  const isAsked = things.length > 0;
  const nearQuery = near?.name ? sql`plainto_tsquery('english', ${near.name})` : sql`null::tsquery`;
  return sql`select l.id, coalesce(l.fresh_on >= ${freshSince}::date, false) as is_fresh, l.fresh_on,
      ${things.length > 1 ? sql`(select count(*) from asked a where l.search @@ a.query)` : sql`1`} as things,
      coalesce(l.search @@ ${nearQuery}, false)::integer as names_place, ${isAsked ? weight(things) : sql`0`} as weight
    from listing l
    where l.council_id = ${council} and l.state = 'listed'
      ${isAsked ? sql`and l.search @@ (select query from wanted)` : sql``}
      ${day ? sql`and ${day} = any (l.days)` : sql``}`;
}

/** How much of a listing is about the words: its name most, its description least. The word itself counts more than its kin. */
function weight(things: Looking['things']) {
  const weigh = (query: 'query' | 'own') =>
    sql`ts_rank('{0.05, 0.2, 0.5, 1}', l.search, (select ${sql.ref(query)} from wanted))`;
  const haveKin = things.some((words) => words.length > 1);
  return haveKin ? sql`${weigh('query')} + 3 * ${weigh('own')}` : sql`4 * ${weigh('own')}`;
}
