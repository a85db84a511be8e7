import { sql } from 'kysely';
import { type CouncilReader, councilOf } from '../../../platform/db/council.ts';
import type { Question } from '../../counting/groups.store.ts';
import { type MeasureName, windowOf } from '../definitions.ts';
import { answerWithin, dayOfInstant, isWhole, type Section, type Sql, since } from './since.store.ts';

/** Practice-and-law 4.1: what rules said not yet to, what people asked for and did not get; and conversion to stand beside it. */
export function notGot(db: CouncilReader, question: Question): Section {
  const within = (measure: MeasureName, firstOf: Sql) =>
    sql`select ${measure}, in_group, ${answerWithin(question, { start: sql`started_on`, happened: sql`first_on`, days: windowOf(measure) })}
      from (select g.*, f.first_on from going g left join (select person_id, in_group, min(day) as first_on from ${firstOf} group by 1, 2) f
        on f.person_id = g.person_id and f.in_group = g.in_group) p where ${isWhole(windowOf(measure))}`;
  return {
    reads: sql`${asked(db, question)}, ${unmet(db, question)}, ${decided(db, question)}`,
    answers: [
      within('not-got', sql`unmet`),
      within('not-yet', sql`not_yet`),
      sql`select 'supported', in_group, ${answerWithin(question, { start: sql`started_on`, happened: sql`happened_on`, days: windowOf('supported') })}
        from going where not had_ongoing`,
      sql`select 'not-eligible', in_group, case when is_eligible then 'no' else 'yes' end from decided`,
      sql`select 'told-in-writing', in_group, ${answerWithin(question, { start: sql`decided_on`, happened: sql`sent_on`, days: windowOf('told-in-writing') })}
        from decided where not is_eligible`,
    ],
    tallies: [
      sql`select 'not-yet', rule || ' ' || tried, in_group, person_id from not_yet`,
      sql`select 'unmet', what, in_group, person_id from unmet`,
      sql`select 'own-answer', r.kind, g.in_group, g.person_id ${since(db, question, 'fact', dayOfInstant(sql`r.recorded_at`))}
        where r.kind in ('declined', 'asked-again', 'asked-if-entitled') and r.replaces is null`,
    ],
  };
}

const asked = (db: CouncilReader, question: Question): Sql => {
  const day = dayOfInstant(sql`r.at`);
  return sql`not_yet as materialized (
    select g.person_id, g.in_group, r.rule, r.tried, ${day} as day ${since(db, question, 'refused_attempt', day)}
  )`;
};

/** What somebody asked for, or needed, and did not get, on the day that was said. */
function unmet(db: CouncilReader, question: Question): Sql {
  const council = councilOf(db);
  const of = (what: string, table: string, day: Sql, where: Sql, more: Sql = sql``) =>
    sql`select g.person_id, g.in_group, ${what} as what, ${day} as day ${since(db, question, table, day)} ${more} where ${where}`;
  return sql`unmet as materialized (
    ${of('not-eligible', 'determination', sql`r.decided_on`, sql`not r.is_eligible`)}
    union all ${of('catch-up-not-agreed', 'catch_up_request', sql`r.answered_on`, sql`r.answer = 'no'`)}
    union all ${of('plan-not-agreed', 'plan_not_agreed', sql`r.said_on`, sql`true`)}
    union all ${of(
      'plan-not-agreed',
      'plan',
      sql`r.agreed_on`,
      sql`r.agreement = 'disagree' and not exists (select from plan_not_agreed n where n.council_id = ${council} and n.plan_id = r.id)`,
    )}
    union all ${of('plan-agreed-in-part', 'plan', sql`r.agreed_on`, sql`r.agreement = 'partly'`)}
    union all ${of(
      'need-not-met',
      'plan',
      sql`r.starts_on`,
      sql`r.state <> 'being-written'`,
      sql`join plan_need n on n.council_id = ${council} and n.plan_id = r.id and n.met_by = 'not-met'`,
    )}
    union all ${of('not-there', 'gap', dayOfInstant(sql`r.asked_at`), sql`true`)}
    union all ${of(
      'group-said-no',
      'introduction',
      sql`least(case when r.stage = 'declined-by-group' then r.ended_on end, case when r.group_answer = 'no' then r.group_answered_on end)`,
      sql`true`,
    )}
  )`;
}

const decided = (db: CouncilReader, question: Question): Sql => sql`decided as materialized (
    select g.person_id, g.in_group, g.died_on, g.moved_away_on, r.id, r.is_eligible, r.decided_on, s.sent_on
    ${since(db, question, 'determination', sql`r.decided_on`)}
    left join (select determination_id, min(sent_on) as sent_on from copy_sent
      where council_id = ${councilOf(db)} and determination_id is not null and "of" = 'determination' and is_to_person group by determination_id) s on s.determination_id = r.id
  )`;
