import { sql } from 'kysely';
import { CONVERSION_WINDOWS } from '../../conversion.ts';
import { events } from '../reading/format.ts';
import type { Asked } from './counting.store.ts';
import { is, isOngoing, numbers } from './events.store.ts';

/**
 * E3 for each age band and each district, as the row of the person's first contact says it: what `windows.store.ts` counts of
 * `people`, in the same way, by the word's place in the load's lists.
 */
export function among({ asOf }: Asked) {
  const days = sql`array[${sql.join(CONVERSION_WINDOWS.map((one) => sql`${one}::integer`))}]`;
  return sql`alike as materialized (
    select age_band, district, width_bucket(${asOf}::date - started_on, ${days}) as known,
      width_bucket(case when died_on is null or happened_on <= died_on then happened_on - started_on - 1 end, ${days}) as happened,
      width_bucket(least(died_on, moved_away_on) - started_on - 1, ${days}) as gone, died_on is null or moved_away_on < died_on as is_moved, count(*) as times
    from people where not had_ongoing group by 1, 2, 3, 4, 5, 6
  ),
  read_alike as (
    select age_band, district, d.day, times,
      case when known < d.place then 'not yet known' when happened < d.place then 'happened'
        when gone >= d.place or gone is null then 'neither' when is_moved then 'moved' else 'died' end as answer
    from alike cross join unnest(${days}) with ordinality d(day, place)
  ),
  among as (
    select case when grouping(district) = 1 then 'ageBand' else 'district' end as by,
      case when grouping(district) = 1 then age_band else district end as place, day as "windowDays",
      coalesce(sum(times) filter (where answer = 'happened'), 0)::integer as numerator, coalesce(sum(times) filter (where answer = 'died'), 0)::integer as died,
      coalesce(sum(times) filter (where answer = 'moved'), 0)::integer as moved, coalesce(sum(times) filter (where answer = 'neither'), 0)::integer as neither,
      coalesce(sum(times) filter (where answer = 'not yet known'), 0)::integer as "notYetKnown"
    from read_alike group by grouping sets ((age_band, day), (district, day))
  )`;
}

/** E7: what the support that new people began cost a week, all of one person's that began on its first day taken together. */
export function costs({ asOf }: Asked) {
  return sql`began as (
    select p.person_id, sum(i.weekly_pence) as pence
    from people p join in_order i on i.person = p.person_id and i.starts = p.happened_on
    where not p.had_ongoing and p.happened_on <= least(p.died_on, ${asOf}::date) and i.weekly_pence is not null
      and ${isOngoing}
    group by p.person_id
  ),
  costs as (
    select count(*) as people, sum(pence)::float8 as "weeklyPence", percentile_cont(0.5) within group (order by pence) as "medianPence" from began
  )`;
}

/** Of introductions to a family's own conference, how many reached one: the next thing told of that person's is the conference. */
export function introduced({ from }: Asked) {
  return sql`introduced as (
    select count(*) as introductions, count(*) filter (where next_event = ${sql.lit(events.conference)}) as reached
    from (select event, starts, lead(event) over (partition by person order by starts, event, ends) as next_event from in_order
      where event in ${numbers([events.introduction, events.conference])}) i
    where ${is('introduction')} and starts >= ${from}::date
  )`;
}
