import { sql } from 'kysely';
import { type CouncilReader, councilOf } from '../../../platform/db/council.ts';
import { groupNumber, lookedAtFrom, type Question } from '../../counting/groups.store.ts';
import { TALKS_DAYS, windowOf } from '../definitions.ts';
import { answerWithin, dayOfInstant, isWhole, type Section, type Sql, since } from './since.store.ts';

/** Practice-and-law 4.17: whether practice slides back towards passing people along. */
export function drift(db: CouncilReader, question: Question): Section {
  return {
    reads: sql`${handOns(db, question)}, ${talks(db, question)}, ${written(db, question)}`,
    answers: [
      sql`select 'handed-on', in_group, ${answerWithin(question, { start: sql`started_on`, happened: sql`first_on`, days: windowOf('handed-on') })}
        from (select g.*, h.first_on from going g left join (select person_id, in_group, min(day) as first_on from hand_ons group by 1, 2) h
          on h.person_id = g.person_id and h.in_group = g.in_group) p where ${isWhole(windowOf('handed-on'))}`,
      sql`select 'own-words', in_group, case when trim(said) <> '' then 'yes' else 'no' end from written`,
    ],
    values: [sql`select 'days-1-to-2', in_group, second_on - first_on from both_talks`],
  };
}

/** Each whole month of the site's team, before the site and since: rows for a chart. */
export function driftByMonth({ site, asOf }: Question): Sql {
  const month = (day: Sql) => sql`(${day} - (extract(day from ${day})::integer - 1))`;
  const whole = (later: number) =>
    sql`in_group in (${groupNumber('before')}, ${groupNumber('site')}, ${groupNumber('tap-off')}) and month >= ${lookedAtFrom(site)}::date
      and (month + interval '1 month')::date - 1 + ${later}::integer <= ${asOf}::date`;
  const days = windowOf('handed-on');
  return sql`months as (
    select 'hand-ons' as measure, month as "on", sum(times) * 100.0::double precision / count(*) as value, count(*)::integer as over
    from (select g.in_group, ${month(sql`g.started_on`)} as month, count(h.day) as times
      from going g left join hand_ons h on h.person_id = g.person_id and h.in_group = g.in_group and h.day between g.started_on and g.started_on + ${days}::integer
      where ${isWhole(days)} group by g.person_id, g.in_group, g.started_on) p where ${whole(days)} group by month
    union all
    select 'days-1-to-2', month, percentile_cont(0.5) within group (order by (second_on - first_on)::double precision), count(*)::integer
    from (select *, ${month(sql`first_on`)} as month from both_talks) b where ${whole(TALKS_DAYS)} group by month
    union all
    select 'words-an-entry', month, sum(words) * 1.0::double precision / count(*), count(*)::integer
    from (select *, ${month(sql`day`)} as month from written) w where ${whole(0)} group by month having ${ofATeam}
    union all
    select 'own-fields', month, sum((trim(said) <> '')::integer) * 100.0::double precision / greatest(sum(fields), 1), count(*)::integer
    from (select *, ${month(sql`day`)} as month from written) w where ${whole(0)} group by month having ${ofATeam}
  )`;
}

/** A month that fewer than three wrote in would measure how one of them writes. What nobody signed is of nobody in particular. */
const ofATeam = sql`count(distinct writer_id) >= 3`;

/** Each time somebody was passed from one of us to another, as the bad-experience meter counts it. */
function handOns(db: CouncilReader, question: Question): Sql {
  const council = councilOf(db);
  const passed = sql`(select c.council_id, c.person_id, ${dayOfInstant(sql`k.answered_at`)} as day
      from contact_asked k join contact c on c.council_id = ${council} and c.id = k.contact_id where k.council_id = ${council} and k.answer = 'yes'
    union all
    select v.council_id, v.person_id, ${dayOfInstant(sql`greatest(n.from_yes_at, n.to_yes_at)`)}
      from named_person_change n join conversation v on v.council_id = ${council} and v.id = n.conversation_id
      where n.council_id = ${council} and n.from_yes_at is not null and n.to_yes_at is not null)`;
  return sql`hand_ons as materialized (select g.person_id, g.in_group, r.day ${since(db, question, passed, sql`r.day`)})`;
}

/** The first conversation 1, and the first conversation 2 soon after it, of those who have been followed so long. */
const talks = (db: CouncilReader, question: Question): Sql => sql`talks_of as materialized (
    select g.person_id, g.in_group, r.kind, r.opened_on ${since(db, question, 'conversation', sql`r.opened_on`)} where r.kind in (1, 2)
  ),
  both_talks as materialized (
    select o.person_id, o.in_group, o.first_on, min(t.opened_on) as second_on
    from (select person_id, in_group, min(opened_on) as first_on from talks_of where kind = 1 group by 1, 2) o
    join talks_of t on t.person_id = o.person_id and t.in_group = o.in_group and t.kind = 2
      and t.opened_on between o.first_on and o.first_on + ${TALKS_DAYS}::integer
    join going g on g.person_id = o.person_id and g.in_group = o.in_group and o.first_on + ${TALKS_DAYS}::integer < g.until_on
    where o.first_on + ${TALKS_DAYS}::integer <= ${question.asOf}::date
    group by o.person_id, o.in_group, o.first_on
  )`;

/** Entries as they stood: what happened by then and was written by then. */
function written(db: CouncilReader, question: Question): Sql {
  const filled = (field: Sql) => sql`(trim(${field}) <> '')::integer`;
  const all = sql`concat_ws(E'\\n', r.said, r.noticed, r.think, r.agreed)`;
  return sql`written as materialized (
    select g.person_id, g.in_group, ${dayOfInstant(sql`r.happened_at`)} as day, coalesce(r.author_id, r.id) as writer_id, r.said, regexp_count(${all}, '\\S+') as words,
      ${filled(sql`r.said`)} + ${filled(sql`r.noticed`)} + ${filled(sql`r.think`)} + ${filled(sql`r.agreed`)} as fields,
      concat_ws(E'\\n', r.noticed, r.think, r.agreed) as notes
    ${since(db, question, 'entry', dayOfInstant(sql`r.happened_at`))}
    where ${dayOfInstant(sql`r.signed_at`)} <= ${question.asOf}::date
  )`;
}
