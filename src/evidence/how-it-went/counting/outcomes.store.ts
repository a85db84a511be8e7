import { sql } from 'kysely';
import { type CouncilReader, councilOf } from '../../../platform/db/council.ts';
import type { Question } from '../../counting/groups.store.ts';
import { windowOf } from '../definitions.ts';
import { answerWithin, dayOfInstant, type Section, type Sql, since } from './since.store.ts';

/** E7: how it came out, where the record says. `decided` is read by `notGot`. */
export function outcomes(db: CouncilReader, question: Question): Section {
  const council = councilOf(db);
  const met = (measure: string, is: string) =>
    sql`select ${measure}, in_group, case when is_met is null then 'unknown' when is_met = ${is} then 'yes' else 'no' end from wished`;
  return {
    reads: sql`${enquiries(db, question)},
  wished as materialized (
    select e.in_group, e.person_id, case when e.has_ended then o.is_met end as is_met
    from enquiries e join enquiry_outcome o on o.council_id = ${council} and o.enquiry_id = e.id where o.said_on <= ${question.asOf}::date
  )`,
    answers: [
      met('wishes-met', 'fully'),
      met('wishes-met-in-part', 'partly'),
      met('wishes-not-met', 'not'),
      sql`select 'less-at-risk', in_group, case when not has_ended or risk_now is null then 'unknown'
        when risk_now in ('gone', 'less') then 'yes' else 'no' end from enquiries`,
      sql`select 'came-back', in_group, ${answerWithin(question, { start: sql`rested_on`, happened: sql`came_back_on`, days: windowOf('came-back') })} from returned`,
    ],
    tallies: [
      sql`select 'catch-ups', r.comes_of_it, g.in_group, g.person_id ${since(db, question, 'catch_up', sql`r.held_on`)}`,
      sql`select 'ten-outcomes', o.outcome || ' ' || o.finding, d.in_group, d.person_id
        from decided d join determination_outcome o on o.council_id = ${council} and o.determination_id = d.id`,
    ],
  };
}

function enquiries(db: CouncilReader, question: Question): Sql {
  return sql`enquiries as materialized (
    select r.id, g.person_id, g.in_group, r.risk_now, coalesce(r.ended_on <= ${question.asOf}::date, false) as has_ended
    ${since(db, question, 'enquiry', dayOfInstant(sql`r.opened_at`))}
  )`;
}
