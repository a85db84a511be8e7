import { sql } from 'kysely';
import { addDays } from '../../platform/clock.ts';
import { type CouncilReader, councilOf } from '../../platform/db/council.ts';
import { EPISODE_GAP_DAYS } from '../episodes.ts';
import { isBeside, lookedAtFrom, type Question } from './groups.store.ts';
import { ofEverybody } from './same-people.store.ts';

/**
 * E1: contacts become episodes. Nineteen in twenty are of one contact, so only the others are gathered; who asks only when
 * an episode began reads the first of its contacts.
 */
export function episodes(db: CouncilReader, question: Question) {
  return sql`${contacts(db, question)},
  numbered as (
    select *, count(*) filter (where is_first)
      over (partition by person_id order by started_on, ended_on, id rows unbounded preceding) as number
    from contacts where not is_alone
  ),
  episodes as (
    select person_id, started_on, spoken_on, is_again, is_sites, is_beside, 1 as contacts from contacts where is_alone
    union all
    select person_id, min(started_on), min(spoken_on), bool_or(is_first and is_again), bool_or(is_first and is_sites), bool_or(is_first and is_beside),
      count(*)
    from numbered group by person_id, number
  )`;
}

/**
 * Each contact beside those before and after it. An end before its start is a slip and read as the start. A contact that
 * ended too long before the first day looked at to reach into it is not read at all.
 */
function contacts(db: CouncilReader, { site, asOf }: Question) {
  const reachesFrom = sql`${addDays(lookedAtFrom(site), -EPISODE_GAP_DAYS)}::date`;
  return sql`beside as (${ofEverybody(
    (
      person,
      from,
      where,
    ) => sql`select ${person} as person_id, r.id, r.made_on as started_on, greatest(r.ended_on, r.made_on) as ended_on,
      case when r.spoken_on between r.made_on and ${asOf}::date then r.spoken_on end as spoken_on,
      coalesce(r.team_id = ${site.teamId}::uuid, false) as is_sites, ${isBeside(site, sql`r.team_id`)} as is_beside,
      max(greatest(r.ended_on, r.made_on)) over before_it as ended_before, lead(r.made_on) over before_it as next_started_on
    from contact r ${from}
    where r.council_id = ${councilOf(db)} and r.made_on <= ${asOf}::date and (r.ended_on >= ${reachesFrom} or r.made_on >= ${reachesFrom}) and ${where}
    window before_it as (partition by ${person} order by r.made_on, greatest(r.ended_on, r.made_on), r.id
      rows between unbounded preceding and 1 preceding)`,
  )}),
  contacts as materialized (
    select *, is_first and coalesce(next_started_on - greatest(ended_before, ended_on) > ${EPISODE_GAP_DAYS}, true) as is_alone
    from (select *, ended_before is not null as is_again, coalesce(started_on - ended_before > ${EPISODE_GAP_DAYS}, true) as is_first
      from beside) b
  )`;
}
