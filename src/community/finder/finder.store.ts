import { type RawBuilder, sql } from 'kysely';
import type { Day } from '../../platform/clock.ts';
import { type CouncilReader, councilOf, readRows } from '../../platform/db/council.ts';
import { type ListingShown, listingJson } from '../listings.store.ts';
import { kilometresOf } from '../near.ts';
import { wordsAskedFor } from './asked-words.store.ts';
import type { Near, Other, Thing } from './asking.ts';
import { candidates } from './candidates.store.ts';
import { kilometresOfMany, whereIs } from './nearness.store.ts';
import { closely } from './ranking.store.ts';
import { wishesOf } from './wishes.store.ts';
import type { Wishes } from './wishes.ts';

/** What is looked for in the directory. Wishes left out ask for nothing. */
export interface Looking extends Partial<Wishes> {
  /** From `readAsking`, as `notFor` is; none for everything. */
  things: readonly Thing[];
  notFor?: readonly Other[];
  near: Near | null;
  /** Those not checked since this day are counted, and shown only when asked for. */
  freshSince: Day;
  withOlder: boolean;
  /** Also those that do not say whether they fit the wishes, after those that do. They are counted in any case. */
  withUnsaid?: boolean;
  offset: number;
  most: number;
}

/** A listing as it was found, and how far away. */
export interface FoundListing extends ListingShown {
  isFresh: boolean;
  /** False when it does not say whether it fits what was wished for. */
  isSaid: boolean;
  kilometres: number | null;
}

export interface FoundListings {
  found: FoundListing[];
  /** Of those that fit the wishes: checked lately, and not. */
  fresh: number;
  older: number;
  /** Those that do not say whether they fit, of those that would be shown if they did. */
  unsaid: number;
  /** True when there are so many that only the likeliest were counted: the nearest, or those checked last. */
  isMany: boolean;
  /** True when we know where the place asked for is. */
  isPlaceKnown: boolean;
  /** Words of the directory that were looked for in place of words it does not have. */
  read: { typed: string; read: string }[];
}

/**
 * Finds listings in one statement, in two steps: those that have any of the things are weighed roughly, by how rare
 * what they have is, how near they are and how lately they were checked; the best of those are then read closely, word
 * by word and part by part.
 */
export async function findListings(db: CouncilReader, looking: Looking): Promise<FoundListings> {
  const [row] = await readRows<FoundListings>(db, findingStatement(councilOf(db), looking));
  return row ?? { found: [], fresh: 0, older: 0, unsaid: 0, isMany: false, isPlaceKnown: false, read: [] };
}

/** The statement itself, so that a test can ask PostgreSQL how it would run it. */
export function findingStatement(council: number, looking: Looking): RawBuilder<FoundListings> {
  const { things, near, freshSince, notFor = [], withOlder, withUnsaid = false, offset, most } = looking;
  const wanted = { council, freshSince, near, wishes: wishesOf(looking), isAsked: things.length > 0 };
  return sql<FoundListings>`with
    ${wordsAskedFor(council, things)},
    here as materialized (${whereIs(council, near)}),
    ${candidates(wanted)},
    far as materialized (${kilometresOfMany(council, near)}),
    placed as materialized (select m.*, f.kilometres from fitting m left join far f on f.listing_id = m.id
      ${within(looking)}),
    ${closely({ ...wanted, most: offset + most, notFor, withOlder, withUnsaid })},
    shown as materialized (
      select * from weighed order by is_said desc, worth desc, id limit ${most} offset ${offset})
    select coalesce((select json_agg(${listingJson}::jsonb || jsonb_build_object('isFresh', s.is_fresh, 'isSaid', s.is_said,
            'kilometres', s.kilometres) order by s.is_said desc, s.worth desc, s.id)
        from shown s join listing l on l.council_id = ${council} and l.id = s.id
        left join feed e on e.council_id = ${council} and e.id = l.feed_id), '[]') as found,
      (select count(*) from placed where is_fresh and is_said)::integer as fresh,
      (select count(*) from placed where not is_fresh and is_said)::integer as older,
      (select count(*) from placed where not is_said and (is_fresh or ${withOlder}))::integer as unsaid,
      (select is_many from is_many) as "isMany",
      exists (select from here) as "isPlaceKnown",
      coalesce((select json_agg(json_build_object('typed', typed, 'read', read)) from slip), '[]') as read`;
}

/** Only those within so many miles, when we know where that is. What has no place of its own is never far. */
function within({ withinMiles, near }: Looking) {
  if (!near || !withinMiles) return sql``;
  return sql`where not exists (select from here) or coalesce(f.kilometres <= ${kilometresOf(withinMiles)}, m.is_anywhere)`;
}
