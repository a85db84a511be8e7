import { type RawBuilder, sql } from 'kysely';
import { type CouncilReader, readRows } from '../../platform/db/council.ts';
import { CONVERSION_WINDOWS } from '../conversion.ts';
import { everybody } from '../counting/everybody.store.ts';
import { groupNumber, type Question } from '../counting/groups.store.ts';
import { joinByHashing } from '../measures.store.ts';
import { type AmongCounted, BACK_DAYS, HOW_FAR_DAYS, SOON_DAYS } from './counted.ts';
import type { By } from './kinds.ts';
import { valuesOf } from './value-of.store.ts';

/**
 * E3, E6 and E7 for everybody who came since the site began, apart by one thing about them, in one statement: nobody's row comes into Node, and
 * `among.store.test.ts` holds it to the pure rules. People are those of `everybody`, so the page means the
 * same people as every other. Whoever came while the tap was off is counted with the site (E9).
 */
export async function countAmong(db: CouncilReader, question: Question, by: By): Promise<AmongCounted> {
  await joinByHashing(db, 'off');
  const [row] = await readRows<AmongCounted>(
    db,
    sql`with ${everybody(db, question)}, ${valuesOf(db, by)}, ${whose(by)}, ${windows(question)}, ${furthest(question)}
    select
      (select coalesce(json_agg(r), '[]') from (
        select value, is_here as "isHere", count(*)::integer as people from whose where not had_ongoing group by value, is_here) r) as people,
      (select coalesce(json_agg(r), '[]') from windows_of r) as windows,
      (select coalesce(json_agg(r), '[]') from furthest_of r) as furthest,
      (select coalesce(json_agg(r), '[]') from (
        select value, is_here as "isHere", spoken_on - started_on as days,
          spoken_on is null and coalesce(least(died_on, moved_away_on) <= ${question.asOf}::date, false) as "isGone", count(*)::integer as times
        from whose_asking group by 1, 2, 3, 4) r) as waits`,
  );
  await joinByHashing(db, 'on');
  if (!row) throw new Error('one statement returns one row');
  return row;
}

const isHere = sql`p.in_group in (${groupNumber('site')}, ${groupNumber('tap-off')})`;

/** Each person once, and each of their askings, with the value they are counted under. */
function whose(by: By): RawBuilder<unknown> {
  const value = (row: string) =>
    by === 'team'
      ? sql`left join value_of v on v.person_id = ${sql.ref(`${row}.person_id`)} and v.started_on = ${sql.ref(`${row}.started_on`)}`
      : sql`left join value_of v on v.person_id = ${sql.ref(`${row}.person_id`)}`;
  return sql`whose as materialized (
    select p.person_id, p.in_group, p.started_on, p.happened_on, p.died_on, p.moved_away_on, p.had_ongoing, ${isHere} as is_here, v.value
    from people p ${value('p')} where p.is_since
  ),
  whose_asking as materialized (
    select p.started_on, p.spoken_on, p.died_on, p.moved_away_on, ${isHere} as is_here, v.value
    from followed p ${value('p')} where p.is_since
  )`;
}

/** What `within-window.ts` decides, for everybody of a value at once. */
function windows({ asOf }: Question): RawBuilder<unknown> {
  const followed = (measure: string, windowDays: readonly number[], parts: RawBuilder<unknown>) => sql`
    select ${measure} as measure, value, is_here, day, case when start_on + day > ${asOf}::date then 'not yet known'
      when happened_on - start_on <= day and (died_on is null or happened_on <= died_on) then 'happened'
      when least(died_on, moved_away_on) - start_on > day or least(died_on, moved_away_on) is null then 'neither'
      when died_on is null or moved_away_on < died_on then 'moved' else 'died' end as answer
    from (${parts}) f, unnest(array[${sql.join(windowDays.map((days) => sql`${days}::integer`))}]) day`;
  const came = sql`select value, is_here, started_on as start_on, happened_on, died_on, moved_away_on from whose where not had_ongoing`;
  const spoken = sql`select value, is_here, started_on as start_on, spoken_on as happened_on, died_on, moved_away_on from whose_asking`;
  const rested = sql`select w.value, w.is_here, f.rested_on as start_on, b.came_back_on as happened_on, w.died_on, w.moved_away_on
    from whose w join furthest f on f.person_id = w.person_id and f.in_group = w.in_group
    left join came_back b on b.person_id = f.person_id and b.rested_on = f.rested_on
    where not w.had_ongoing and f.rested_on <= ${asOf}::date`;
  const counted = (answer: string) => sql`count(*) filter (where answer = ${answer})::integer`;
  return sql`windows_of as (
    select measure, value, is_here as "isHere", day as "windowDays", ${counted('happened')} as numerator, ${counted('died')} as died,
      ${counted('moved')} as moved, ${counted('neither')} as neither, ${counted('not yet known')} as "notYetKnown"
    from (${followed('support', CONVERSION_WINDOWS, came)} union all ${followed('spoken', [SOON_DAYS], spoken)}
      union all ${followed('came-back', [BACK_DAYS], rested)}) a
    group by measure, value, is_here, day
  )`;
}

/** E7: the furthest conversation that was open on, or began within ninety days of, the day they first got in touch. */
function furthest({ asOf }: Question): RawBuilder<unknown> {
  return sql`furthest_of as (
    select value, is_here as "isHere", furthest, count(*)::integer as people
    from (
      select w.person_id, w.value, w.is_here, case when w.started_on + ${HOW_FAR_DAYS}::integer <= ${asOf}::date then
        coalesce(max(t.kind) filter (where t.opened_on <= w.started_on + ${HOW_FAR_DAYS}::integer
          and (t.opened_on >= w.started_on or t.resting_on is null or t.resting_on >= w.started_on)), 0) end as furthest
      from whose w left join talks t on t.person_id = w.person_id
      where not w.had_ongoing group by w.person_id, w.value, w.is_here, w.started_on
    ) f group by value, is_here, furthest
  )`;
}
