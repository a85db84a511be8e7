import { sql } from 'kysely';
import { type CouncilReader, councilOf } from '../../platform/db/council.ts';
import { groupNumber, lookedAtFrom, type Question } from './groups.store.ts';

/** E2 and E3: each episode with its group and what followed; then each person once, from the first episode at which they were new. */
export function people(db: CouncilReader, { site }: Question) {
  const began = sql`${site.startedOn}::date`;
  return sql`${drawnOn(db)},
  followed as materialized (
    select e.person_id, e.started_on, e.spoken_on, e.contacts, x.died_on, x.moved_away_on, e.started_on >= ${began} as is_since,
      case when e.started_on < ${began} then ${groupNumber('before')} when not e.is_sites then ${groupNumber('elsewhere')}
        when o.day is not null then ${groupNumber('tap-off')} else ${groupNumber('site')} end as in_group,
      coalesce(d.had_ongoing, false) as had_ongoing, d.happened_on
    from episodes e
    left join drawn_on d on d.person_id = e.person_id and d.started_on = e.started_on
    left join ends x on x.person_id = e.person_id
    left join off_days o on o.day = e.started_on
    where e.started_on >= ${began} or (e.is_sites and e.started_on >= ${lookedAtFrom(site)}::date)
  ),
  people as materialized (
    select distinct on (person_id, is_since) * from followed order by person_id, is_since, had_ongoing, started_on
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
