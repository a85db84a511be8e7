import { sql } from 'kysely';
import { type CouncilReader, councilOf } from '../../platform/db/council.ts';
import { groupNumber, lookedAtFrom, type Question } from './groups.store.ts';

/**
 * E2 and E3: each episode with its group and what followed; then each person once, from the first episode at which they
 * were new. Where the site is set beside one team, whoever a third team answered then is in no group, and is not among them.
 */
export function people(db: CouncilReader, { site }: Question) {
  const began = sql`${site.startedOn}::date`;
  return sql`${drawnOn(db)},
  answered as materialized (
    select e.person_id, e.started_on, e.spoken_on, e.contacts, x.died_on, x.moved_away_on, e.started_on >= ${began} as is_since,
      case when e.started_on < ${began} then ${groupNumber('before')}
        when not e.is_sites then case when e.is_beside then ${groupNumber('elsewhere')} end
        when o.day is not null then ${groupNumber('tap-off')} else ${groupNumber('site')} end as in_group,
      coalesce(d.had_ongoing, false) as had_ongoing, d.happened_on
    from episodes e
    left join drawn_on d on d.person_id = e.person_id and d.started_on = e.started_on
    left join ends x on x.person_id = e.person_id
    left join off_days o on o.day = e.started_on
    where e.started_on >= ${began} or (e.is_sites and e.started_on >= ${lookedAtFrom(site)}::date)
  ),
  followed as not materialized (select * from answered where in_group is not null),
  people as materialized (
    select * from (select distinct on (person_id, is_since) * from answered order by person_id, is_since, had_ongoing, started_on) p
    where in_group is not null
  )`;
}

/** For each episode of somebody who has ever drawn on ongoing support, whether it was open already and when it next began. */
function drawnOn(db: CouncilReader) {
  return sql`ongoing as materialized (
    select coalesce(m.same_person, s.person_id) as person_id, s.started_on, s.ended_on
    from support s left join merged m on m.person_id = s.person_id
    where s.council_id = ${councilOf(db)} and s.kind = 'ongoing'
  ),
  drawn_on as (
    select e.person_id, e.started_on, bool_or(s.started_on < e.started_on and (s.ended_on is null or s.ended_on >= e.started_on)) as had_ongoing,
      min(s.started_on) filter (where s.started_on >= e.started_on) as happened_on
    from contacts e join ongoing s on s.person_id = e.person_id where e.is_first
    group by e.person_id, e.started_on
  )`;
}
