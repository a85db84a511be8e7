import { type RawBuilder, sql } from 'kysely';
import type { Other } from './asking.ts';
import type { Wanted } from './candidates.store.ts';

/** As many are read closely as a page or two can need; the rest keep their rough order. */
const fewest = 150;
/** What a word counts for in a description, in a summary, among other names and topics, and in the name. */
const parts = '{0.15, 0.4, 0.25, 1}';
/** ts_rank of a word said once in a name is 6/π². */
const once = 1.645;
/** How much being next door, having been checked lately, and being for somebody else, count beside the words. */
const worth = { near: 0.45, fresh: 0.07, notFor: 0.35, nearHalvesAt: 3 };

export interface Close extends Wanted {
  /** So many are shown or stand before them. */
  most: number;
  notFor: readonly Other[];
  withOlder: boolean;
  withUnsaid: boolean;
}

/** `weighed`: the likeliest, read closely: how much of each is about each thing, in its name most and its description least. */
export function closely(close: Close) {
  const { council, freshSince, most, isAsked, withOlder, withUnsaid } = close;
  const bonus = sql`coalesce(${worth.near}::real / (1 + kilometres / ${worth.nearHalvesAt}), 0)
    + case when is_fresh then ${worth.fresh}::real * (1 + least(fresh_on - ${freshSince}::date, 90) / 180.0) else 0 end`;
  const rough = isAsked ? sql`rough / nullif((select max(rough) from placed), 0) +` : sql``;
  return sql`likely as materialized (
      select * from placed where (is_fresh or ${withOlder}) and (is_said or ${withUnsaid})
      order by is_said desc, ${rough} ${bonus} desc, id limit ${Math.max(fewest, most)}),
    weighed as materialized (
      select p.id, p.is_fresh, p.is_said, p.kilometres, (${isAsked ? about(close) : sql`0`}) + ${bonus} as worth
      from likely p ${isAsked ? searchOf(council) : sql``})`;
}

/** The words of each, made ready once. */
const searchOf = (council: number) => sql`cross join lateral (select l.search || '' as search from listing l
  where l.council_id = ${council} and l.id = p.id) l`;

/** How closely a listing `l` answers one word `q`, up to 1. */
export const closeness = sql`q.counts * least(1, ${once}::real * ts_rank(${parts}, l.search, q.query))`;

/** True when a listing `l` is by its name for somebody else. */
export const isForOthers = (other: Other): RawBuilder<boolean> =>
  sql<boolean>`l.search @@ ${forWhom[other]}::tsquery`;

/** Between 0 and 1: each thing by its share, and by the word for it that tells most. */
function about({ notFor }: Close) {
  const others = notFor.map((other) => sql`when ${isForOthers(other)} then ${worth.notFor}::real`);
  return sql`coalesce((select sum(s.share * best.best) from share s cross join lateral (
        select max(${closeness}) as best from said q where q.n = s.n and l.search @@ q.query) best), 0)
      / nullif((select sum(share) from share), 0) ${others.length ? sql`- case ${sql.join(others, sql` `)} else 0 end` : sql``}`;
}

const inName = (...words: string[]): string => words.map((word) => `${word}:A`).join(' | ');

/** What names a listing for somebody else, as PostgreSQL's English stems it. */
const forWhom: Record<Other, string> = {
  children: inName(
    'children',
    'child',
    'kid',
    'toddler',
    'tot',
    'babi',
    'youth',
    'teenag',
    'young',
    'parent',
    'nurseri',
  ),
  women: inName('women', 'woman', 'ladi', 'mother', 'mum'),
  men: inName('men', 'man', 'male', 'dad', 'lad'),
};
