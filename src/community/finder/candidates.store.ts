import { type RawBuilder, sql } from 'kysely';
import type { Day } from '../../platform/clock.ts';
import type { Near } from './asking.ts';
import { districtsByDistance } from './nearness.store.ts';

/** Past so many a word is broad: its listings are not all gone through, only those that could come first anyhow. */
export const broad = 2_000;
/** Of a broad word, the listings among so many of the nearest half postcodes, and of the most lately checked. */
const local = { nearest: 2_500, lately: 500 };
/** So few that what is only near to the words is welcome as well. */
const few = 60;
/** Of what the best listing has of the things asked for, a listing needs this share to be shown; less when those are few. */
const leastShare = { usual: 0.5, least: 0.25, few: 10 };
/** A rare thing tells more than a common one, but not without end. */
const spread = { common: 4, most: 3.2 };
/** What has only something near to a thing has this much of it. */
const nearCounts = 0.35;

export interface Wanted {
  council: number;
  freshSince: Day;
  near: Near | null;
  isAsked: boolean;
  wishes: { isPossible: RawBuilder<boolean>; isSaid: RawBuilder<boolean> };
}

/** What is kept of a listing `l` while it is weighed. */
const seen = ({
  freshSince,
  wishes,
}: Wanted) => sql`l.id, coalesce(l.fresh_on >= ${freshSince}::date, false) as is_fresh, l.fresh_on,
  ${wishes.isSaid} as is_said, (l.ways <> '[]' and not l.ways @> '["At a place"]') as is_anywhere`;

const listed = ({ council, wishes }: Wanted) =>
  sql`l.council_id = ${council} and l.state = 'listed' and ${wishes.isPossible}`;

/**
 * `fitting`: the listings worth weighing, each with `rough`, how much it has of the things asked for. A thing counts for
 * more the rarer it is. Nothing here grows with the directory once a word is broad.
 */
export function candidates(wanted: Wanted) {
  const { isAsked } = wanted;
  return sql`hit as materialized (${isAsked ? saidOf(wanted) : everythingOf(wanted)}),
    counted as materialized (select n, weight, count(*) as hits, count(*) > ${broad} as is_broad from hit group by n, weight),
    near_hit as materialized (${isAsked ? nearTo(wanted) : sql`select * from hit where false`}),
    share as materialized (
      select n, weight * least(ln(1 + ${spread.common}::real * (select max(hits) from counted) / hits), ${spread.most}) as share from counted
      union all select n, weight * ${spread.most} from near_hit h where not exists (select from counted c where c.n = h.n) group by n, weight),
    is_many as materialized (select coalesce(bool_and(is_broad), false) as is_many from counted),
    kept as materialized (
      select h.id, h.is_fresh, h.fresh_on, h.is_said, h.is_anywhere, s.share as rough from hit h join share s on s.n = h.n
        where h.n in (select n from counted where not is_broad)
      union all select h.id, h.is_fresh, h.fresh_on, h.is_said, h.is_anywhere, ${nearCounts}::real * s.share from near_hit h join share s on s.n = h.n
        where not exists (select from hit k where k.n = h.n and k.id = h.id)
      union all (${localOf(wanted)})),
    matched as materialized (
      select id, bool_or(is_fresh) as is_fresh, max(fresh_on) as fresh_on, bool_or(is_said) as is_said,
        bool_or(is_anywhere) as is_anywhere, sum(rough) as rough
      from kept group by id),
    least as materialized (
      select m.is_fresh, most * case when count(*) filter (where rough >= ${leastShare.usual} * most) >= ${leastShare.few}
        then ${leastShare.usual}::real else ${leastShare.least} end as least
      from matched m join (select is_fresh, max(rough) as most from matched group by 1) b on b.is_fresh = m.is_fresh group by 1, most),
    fitting as materialized (select m.* from matched m join least b on b.is_fresh = m.is_fresh where m.rough >= b.least)`;
}

/** What has one of the things, by its own words or those that mean the same. */
function saidOf(wanted: Wanted) {
  return sql`select a.n, a.weight, l.* from asked a cross join lateral (
      select ${seen(wanted)} from listing l where ${listed(wanted)} and l.search @@ a.query limit ${broad + 1}) l
    where not a.is_near`;
}

/** Nothing was asked for: every listing, none better than another. */
function everythingOf(wanted: Wanted) {
  return sql`select 0 as n, 1::real as weight, l.* from (
      select ${seen(wanted)} from listing l where ${listed(wanted)} limit ${broad + 1}) l`;
}

/** What has only something near to a thing, when little else was found. */
function nearTo(wanted: Wanted) {
  return sql`select a.n, a.weight, l.* from asked a cross join lateral (
      select ${seen(wanted)} from listing l where ${listed(wanted)} and l.search @@ a.query limit ${broad}) l
    where a.is_near and (select count(*) from hit) < ${few}`;
}

/** When every thing asked for is broad: what has it among the nearest, and among the most lately checked. */
function localOf(wanted: Wanted) {
  const { council, near, isAsked } = wanted;
  const has = isAsked
    ? sql`exists (select from asked a where not a.is_near and l.search @@ a.query)`
    : sql`true`;
  const isMany = sql`(select is_many from is_many)`;
  const lately = sql`(select l.id from listing l where l.council_id = ${council} and l.state = 'listed' and ${isMany}
    order by l.fresh_on desc nulls last limit ${near ? local.lately : local.nearest})`;
  const nearest = near
    ? sql`union all (select p.listing_id from (${districtsByDistance(council)}) d cross join lateral (
        select p.listing_id from listing_place p where p.council_id = ${council} and p.district = d.code) p
      where ${isMany} limit ${local.nearest})`
    : sql``;
  return sql`select ${seen(wanted)}, 1::real as rough from (select distinct id from (${lately} ${nearest}) i) i
    join listing l on l.council_id = ${council} and l.id = i.id where ${listed(wanted)} and ${has}`;
}
