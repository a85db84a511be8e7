import { sql } from 'kysely';
import { groupName } from '../../counting/groups.store.ts';
import type { Section, Sql } from './since.store.ts';

/** What sections read and say, counted: `shares`, `spreads` and `tallies`, for a statement to hand over. */
export const countsOf = (sections: readonly Section[]): Sql => {
  const all = (rows: Sql[], nothing: Sql): Sql => (rows.length ? sql.join(rows, sql` union all `) : nothing);
  return sql`${sql.join(sections.map(({ reads }) => reads))},
    answers (measure, in_group, answer) as (${all(
      sections.flatMap(({ answers }) => answers),
      none,
    )}),
    numbers (measure, in_group, value) as (${all(
      sections.flatMap(({ values = [] }) => values),
      none,
    )}),
    times (measure, what, in_group, person_id) as (${all(
      sections.flatMap(({ tallies = [] }) => tallies),
      nothingTold,
    )}),
    ${shares}, ${spreads}, ${tallies}`;
};

/** The rows of something counted, as one value. @example sql`select ${listOf('shares')} as shares` */
export const listOf = (rows: string): Sql =>
  sql`coalesce((select json_agg(t) from ${sql.table(rows)} t), '[]')`;

const none = sql`select null::text, null::integer, null::text where false`;
const nothingTold = sql`select null::text, null::text, null::integer, null::uuid where false`;

const answered = (answer: string): Sql => sql`(count(*) filter (where answer = ${answer}))::integer`;

const shares = sql`shares as (
    select measure, ${groupName} as "group", ${answered('yes')} as yes, ${answered('no')} as no, ${answered('died')} as died,
      ${answered('moved')} as moved, ${answered('unknown')} as unknown
    from answers group by measure, in_group
  )`;

const value = sql`value::double precision`;

const spreads = sql`spreads as (
    select measure, ${groupName} as "group", count(*)::integer as people, percentile_cont(0.25) within group (order by ${value}) as lower,
      percentile_cont(0.5) within group (order by ${value}) as median, percentile_cont(0.75) within group (order by ${value}) as upper,
      percentile_disc(0.9) within group (order by ${value}) as ninetieth, max(${value}) as most
    from numbers group by measure, in_group
  )`;

const tallies = sql`tallies as (
    select measure, what, ${groupName} as "group", count(*)::integer as times, count(distinct person_id)::integer as people
    from times group by measure, what, in_group
  )`;
