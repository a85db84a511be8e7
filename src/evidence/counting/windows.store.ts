import { type RawBuilder, sql } from 'kysely';
import { CONVERSION_WINDOWS } from '../conversion.ts';
import { RETURN_WINDOWS } from '../returns.ts';
import { groupName, type Question } from './groups.store.ts';

/** E3, E4 and E7: how many it happened to within each window, and what became of everybody else. */
export function windows(question: Question) {
  return sql`${sorts(question)}, ${windowDays},
  answers as (
    select measure, in_group, day, times,
      case when known < place then 'not yet known' when happened < place then 'happened'
        when gone >= place or gone is null then 'neither' when is_moved then 'moved' else 'died' end as answer
    from sorts join window_days using (measure)
  ),
  windows as (
    select measure, ${groupName} as "group", day as "windowDays", coalesce(sum(times) filter (where answer = 'happened'), 0)::integer as numerator,
      coalesce(sum(times) filter (where answer = 'died'), 0)::integer as died, coalesce(sum(times) filter (where answer = 'moved'), 0)::integer as moved,
      coalesce(sum(times) filter (where answer = 'neither'), 0)::integer as neither,
      coalesce(sum(times) filter (where answer = 'not yet known'), 0)::integer as "notYetKnown"
    from answers group by measure, in_group, day
  )`;
}

/**
 * What `within-window.ts` decides for one person, decided for a few hundred sorts of people: a day matters only by which
 * windows it falls inside, so days become places among the windows and everybody alike is counted together.
 */
function sorts({ asOf }: Question) {
  const sort = (windows: readonly number[], start: RawBuilder<unknown>, happened: RawBuilder<unknown>) =>
    sql`in_group, width_bucket(${asOf}::date - ${start}, ${days(windows)}) as known,
      width_bucket(case when died_on is null or ${happened} <= died_on then ${happened} - ${start} - 1 end, ${days(windows)}) as happened,
      width_bucket(least(died_on, moved_away_on) - ${start} - 1, ${days(windows)}) as gone,
      died_on is null or moved_away_on < died_on as is_moved, count(*) as times`;
  const started = sql`started_on`;
  const supported = sql`happened_on`;
  return sql`sorts as (
    select 'people' as measure, ${sort(CONVERSION_WINDOWS, started, supported)} from people where not had_ongoing group by 2, 3, 4, 5, 6
    union all
    select 'episodes', ${sort(CONVERSION_WINDOWS, started, supported)} from followed where not had_ongoing group by 2, 3, 4, 5, 6
    union all
    select 'returns', ${sort(RETURN_WINDOWS, sql`rested_on`, sql`came_back_on`)} from returned group by 2, 3, 4, 5, 6
  )`;
}

const days = (windows: readonly number[]) =>
  sql`array[${sql.join(windows.map((one) => sql`${one}::integer`))}]`;

const windowDays = sql`window_days as (
    select 'people' as measure, day, place from unnest(${days(CONVERSION_WINDOWS)}) with ordinality w(day, place)
    union all select 'episodes', day, place from unnest(${days(CONVERSION_WINDOWS)}) with ordinality w(day, place)
    union all select 'returns', day, place from unnest(${days(RETURN_WINDOWS)}) with ordinality w(day, place)
  )`;
