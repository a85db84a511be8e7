import { sql } from 'kysely';
import { groupName, type Question } from './groups.store.ts';

/**
 * How many came, and E6: how soon they were spoken with. The median of an even number is halfway; the ninetieth centile
 * is a wait somebody really had.
 */
export function waits({ asOf }: Question) {
  return sql`each_group as materialized (
    select ${groupName} as "group", sum(contacts)::integer as contacts, count(*) as episodes,
      count(*) filter (where had_ongoing) as "alreadySupportedEpisodes",
      count(spoken_on) as "spokenWith", percentile_cont(0.5) within group (order by spoken_on - started_on) as median,
      percentile_disc(0.9) within group (order by spoken_on - started_on) as ninetieth, max(spoken_on - started_on) as longest,
      count(*) filter (where spoken_on is null and not is_gone) as "notYetSpokenWith",
      max(${asOf}::date - started_on) filter (where spoken_on is null and not is_gone) as "longestStillWaiting",
      count(*) filter (where spoken_on is null and is_gone) as "neverReached"
    from (select *, coalesce(least(died_on, moved_away_on) <= ${asOf}::date, false) as is_gone from followed) f
    group by in_group
  ),
  came as (select "group", contacts, episodes, "alreadySupportedEpisodes" from each_group),
  waits as (
    select "group", "spokenWith", median, ninetieth, longest, "notYetSpokenWith", "longestStillWaiting", "neverReached" from each_group
  )`;
}
