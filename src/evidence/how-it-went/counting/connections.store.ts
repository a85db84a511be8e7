import { sql } from 'kysely';
import { type CouncilReader, councilOf } from '../../../platform/db/council.ts';
import type { Question } from '../../counting/groups.store.ts';
import { type MeasureName, windowOf } from '../definitions.ts';
import { answerWithin, dayOfInstant, type Section, type Sql, since } from './since.store.ts';

/** E7: each stage of an introduction out of those who could have reached it by now. */
export function connections(db: CouncilReader, question: Question): Section {
  const { asOf } = question;
  const stage = (measure: MeasureName, happened: Sql) =>
    sql`select ${measure}, in_group, ${answerWithin(question, { start: sql`offered_on`, happened, days: windowOf(measure) })} from introductions`;
  const still = (measure: MeasureName, day: Sql) => {
    const then = sql`went_on + ${windowOf(measure)}::integer`;
    return sql`select ${measure}, in_group, case when ${then} > ${asOf}::date then 'unknown' when ${day} <= ${asOf}::date then 'yes'
        when died_on <= ${then} then 'died' when moved_away_on <= ${then} then 'moved'
        when ended_on <= ${asOf}::date or not_going_on <= ${asOf}::date then 'no' else 'unknown' end
      from introductions where went_on <= ${asOf}::date`;
  };
  return {
    reads: introductions(db, question),
    answers: [
      stage('agreed', sql`agreed_on`),
      stage('introduced', sql`introduced_on`),
      stage('went', sql`went_on`),
      stage('not-for-me', sql`case when stage = 'not-for-me' then ended_on end`),
      stage(
        'group-said-no',
        sql`least(case when stage = 'declined-by-group' then ended_on end, case when group_answer = 'no' then group_answered_on end)`,
      ),
      still('still-going-30', sql`still_going_30_on`),
      still('still-going-90', sql`still_going_90_on`),
    ],
  };
}

const introductions = (db: CouncilReader, question: Question): Sql => sql`introductions as materialized (
    select g.person_id, g.in_group, g.died_on, g.moved_away_on, r.offered_on, r.agreed_on, r.introduced_on, r.went_on, r.stage,
      r.still_going_30_on, r.still_going_90_on, r.ended_on, r.group_answer, r.group_answered_on, n.not_going_on
    ${since(db, question, 'introduction', sql`r.offered_on`)}
    left join (select introduction_id, min(${dayOfInstant(sql`told_at`)}) as not_going_on from introduction_said
      where council_id = ${councilOf(db)} and what = 'not-going' group by introduction_id) n on n.introduction_id = r.id
  )`;
