import { sql } from 'kysely';
import { type CouncilReader, councilOf } from '../../../platform/db/council.ts';
import { groupNumber, isBeside, type Question } from '../../counting/groups.store.ts';

/**
 * Whose support is looked at: `already`, everybody with ongoing support on the site's first day, and `since`, everybody new
 * since (E2); `is_here` when the site's team answers them, its tap on or off. Somebody with support that day belongs to the
 * team of their last contact before it, or where none is written to the team that is alongside them.
 */
export function cohorts(db: CouncilReader, { site }: Question) {
  const council = councilOf(db);
  const began = sql`${site.startedOn}::date`;
  return sql`had_support as materialized (
    select o.person_id from ongoing o left join ends x on x.person_id = o.person_id
    where o.started_on < ${began} and (o.ended_on is null or o.ended_on >= ${began}) and (x.died_on is null or x.died_on >= ${began})
    group by o.person_id
  ),
  had_records as (
    select person_id as record_id, person_id from had_support
    union select m.person_id, m.same_person from merged m join had_support h on h.person_id = m.same_person
  ),
  answered_by as (
    select distinct on (h.person_id) h.person_id, r.team_id
    from had_records h join contact r on r.council_id = ${council} and r.person_id = h.record_id and r.made_on < ${began}
    where r.team_id is not null order by h.person_id, r.made_on desc, r.id desc
  ),
  alongside as (
    select distinct on (h.person_id) h.person_id, r.team_id
    from had_records h join relationship r on r.council_id = ${council} and r.person_id = h.record_id and r.team_id is not null
    order by h.person_id, r.began_at, r.id
  ),
  cohorts as materialized (
    select h.person_id, 'already' as cohort, t.team_id = ${site.teamId}::uuid as is_here
    from had_support h left join answered_by a using (person_id) left join alongside l using (person_id)
    cross join lateral (select coalesce(a.team_id, l.team_id) as team_id) t
    where t.team_id is not null and (t.team_id = ${site.teamId}::uuid or ${isBeside(site, sql`t.team_id`)})
    union all
    select person_id, 'since', in_group <> ${groupNumber('elsewhere')} from people p
    where is_since and not had_ongoing and not exists (select from had_support h where h.person_id = p.person_id)
  )`;
}

/**
 * What `changesOf` says of each of them, by the database: every change to what their ongoing support costs. A support that
 * goes on under a later plan keeps its row, so what it cost before is read from the parts of the earlier plans' budgets.
 */
export function changes(db: CouncilReader, { asOf }: Question) {
  const council = councilOf(db);
  return sql`lines as materialized (
    select s.id, k.person_id, s.person_id as record_id, s.plan_id, lower(btrim(s.what)) as what, s.started_on, s.weekly_pence,
      least(s.ended_on, x.died_on) as last_on, x.died_on, x.moved_away_on,
      case when x.died_on is null or s.ended_on <= x.died_on then s.ended_because else 'died' end as because
    from support s left join merged m on m.person_id = s.person_id
    join cohorts k on k.person_id = coalesce(m.same_person, s.person_id) left join ends x on x.person_id = k.person_id
    where s.council_id = ${council} and s.kind = 'ongoing' and s.started_on <= ${asOf}::date and (x.died_on is null or s.started_on <= x.died_on)
  ),
  said as (
    select distinct on (l.id, p.starts_on) l.id, p.starts_on, case when p.id = l.plan_id then l.weekly_pence else b.council_pence end as pence
    from lines l join plan p on p.council_id = ${council} and p.person_id = l.record_id and p.state <> 'being-written'
    left join budget_part b on b.council_id = ${council} and b.plan_id = p.id and b.how_often = 'weekly' and lower(btrim(b.what)) = l.what
    where l.plan_id is not null and p.starts_on is not null and (p.id = l.plan_id or b.id is not null)
      and p.starts_on <= coalesce(l.last_on, 'infinity')
    order by l.id, p.starts_on, p.id = l.plan_id desc, p.number desc, b.position
  ),
  first_said as (
    select distinct on (id) id, starts_on, pence from (select d.*, d.starts_on <= l.started_on as is_by_then from said d join lines l using (id)) d
    order by id, is_by_then desc, case when is_by_then then starts_on end desc nulls last, starts_on
  ),
  rates as (
    select l.id, l.started_on as from_on, coalesce(f.pence, l.weekly_pence) as pence from lines l left join first_said f using (id)
    union all
    select d.id, d.starts_on, d.pence from said d join lines l using (id) join first_said f using (id)
    where d.starts_on > l.started_on and d.starts_on <> f.starts_on
  ),
  steps as (
    select l.person_id, l.what, r.from_on as on_day, case when r.from_on = l.started_on then 1 else 0 end as opens,
      r.pence - coalesce(lag(r.pence) over (partition by r.id order by r.from_on), 0) as pence, null as because
    from rates r join lines l using (id)
    union all
    select l.person_id, l.what, l.last_on + 1, -1, -r.pence, l.because
    from lines l join lateral (select pence from rates r where r.id = l.id order by r.from_on desc limit 1) r on true where l.last_on is not null
  ),
  by_day as (
    select person_id, on_day, sum(opens) as opens, sum(pence) as pence, sum(greatest(pence, 0)) as rise, sum(greatest(-pence, 0)) as fall,
      bool_or(is_moved) as is_moved
    from (select person_id, on_day, what, sum(opens) as opens, sum(pence) as pence,
        coalesce(bool_or(because = 'moved-and-met-there'), false) as is_moved
      from steps group by person_id, on_day, what) w
    group by person_id, on_day
  ),
  running as (
    select *, sum(opens) over so_far as open_after, sum(pence) over so_far as after_pence
    from by_day window so_far as (partition by person_id order by on_day rows unbounded preceding)
  ),
  changes as materialized (
    select r.person_id, r.on_day, c.kind, c.pence, r.after_pence - r.pence as before_pence, r.after_pence
    from running r left join ends x using (person_id)
    cross join lateral (values
      (case when r.open_after = r.opens then 'begun' when r.open_after > 0 and r.rise > 0 then 'increased' end, r.rise),
      (case when r.open_after = r.opens then null when r.open_after = 0 then
          case when x.died_on < r.on_day then 'died' when r.is_moved or x.moved_away_on <= r.on_day then 'moved' else 'ended' end
        when r.fall > 0 then 'reduced' end, -r.fall)) c(kind, pence)
    where c.kind is not null and r.on_day <= ${asOf}::date
  )`;
}
