import { sql } from 'kysely';
import { WEEKLY_SUPPORT_WITHIN } from '../measured.ts';
import { groupNumber, lookedAtFrom, type Question } from './groups.store.ts';

/** What `weeks` says, of the people the site is set beside, before its first day and since: the same weeks elsewhere. */
export function weeksBeside({ site, asOf }: Question) {
  const week = sql`(started_on - (extract(isodow from started_on)::integer - 1))`;
  return sql`weeks_beside as (
    select ${week} as "on", count(*)::integer as episodes,
      count(*) filter (where spoken_on - started_on <= 7)::integer as "spokenWithinAWeek"
    from episodes
    where not is_sites and is_beside and ${week} >= ${lookedAtFrom(site)}::date and ${week} + 13 <= ${asOf}::date
    group by 1
  )`;
}

/**
 * E3 week by week: of whoever was new to the site's team, before its first day and since, how many began ongoing support in each
 * whole week, 180 days or less after first getting in touch. From 180 days after the first of them, since those who
 * had come before are not looked at; a week in which nobody did is told as none.
 */
export function supportWeeks({ asOf }: Question) {
  return sql`sites_people as materialized (
    select person_id, started_on, happened_on, died_on from people
    where not had_ongoing and in_group in (${groupNumber('before')}, ${groupNumber('site')}, ${groupNumber('tap-off')})
  ),
  support_weeks as (
    select w.day::date as "on", count(distinct p.person_id)::integer as people
    from generate_series((select date_trunc('week', min(started_on) + ${WEEKLY_SUPPORT_WITHIN + 6}::integer) from sites_people),
      date_trunc('week', ${asOf}::date + 1) - interval '1 week', interval '1 week') w(day)
    left join sites_people p on p.happened_on between w.day::date and w.day::date + 6
      and p.happened_on - p.started_on <= ${WEEKLY_SUPPORT_WITHIN} and (p.died_on is null or p.happened_on <= p.died_on)
    group by 1
  )`;
}
