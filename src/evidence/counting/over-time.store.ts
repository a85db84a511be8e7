import { sql } from 'kysely';
import { groupName, groupNumber, lookedAtFrom, type Question } from './groups.store.ts';

/** E3: how following each new person ended, counted by the day on which it did. What `followUpEnds` says, for everybody at once. */
export function endsByDay({ asOf }: Question) {
  const today = sql`${asOf}::date`;
  return sql`ends_by_day as (
    select ${groupName} as "group", greatest(0, ended_on - started_on) as day, became, count(*)::integer as people
    from (select in_group, started_on, became, case became when 'converted' then happened_on when 'moved' then moved_away_on
          when 'died' then died_on else ${today} end as ended_on
        from (select *, case
              when happened_on <= ${today} and (died_on is null or happened_on <= died_on) then 'converted'
              when moved_away_on <= ${today} and (died_on is null or died_on > ${today} or moved_away_on < died_on) then 'moved'
              when died_on <= ${today} then 'died' else 'lookedNoFurther' end as became
            from people where not had_ongoing) p) e
    group by in_group, greatest(0, ended_on - started_on), became
  )`;
}

/**
 * E6 and E9: whole weeks of the site's team, before and since, and in how many contact episodes somebody was spoken with within
 * seven days. A week is counted when seven days have passed since its last, so that no week looks slower for being new.
 */
export function weeks({ site, asOf }: Question) {
  const week = sql`(started_on - (extract(isodow from started_on)::integer - 1))`;
  return sql`weeks as (
    select ${week} as "on", count(*)::integer as episodes,
      count(*) filter (where spoken_on - started_on <= 7)::integer as "spokenWithinAWeek"
    from followed
    where in_group in (${groupNumber('before')}, ${groupNumber('site')}, ${groupNumber('tap-off')})
      and ${week} >= ${lookedAtFrom(site)}::date and ${week} + 13 <= ${asOf}::date
    group by 1
  )`;
}
