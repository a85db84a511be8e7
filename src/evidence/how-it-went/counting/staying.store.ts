import { sql } from 'kysely';
import { defaultRules } from '../../../conversations/rule-set.ts';
import { type CouncilReader, councilOf } from '../../../platform/db/council.ts';
import type { Question } from '../../counting/groups.store.ts';
import { windowOf } from '../definitions.ts';
import {
  answerWithin,
  dayOfInstant,
  isWhole,
  type Section,
  type Sql,
  since,
  yesOrNo,
} from './since.store.ts';

/** E7: conversation 2, how close we stayed (`stayedClose`), how long, and how it ended. */
export function staying(db: CouncilReader, question: Question): Section {
  const ended = (measure: string, is: Sql) =>
    sql`select ${measure}, in_group, case when not has_rested then 'unknown' when ${is} then 'yes' else 'no' end from crises where ${isTold}`;
  return {
    reads: sql`${crises(db, question)}, ${closeness(db)}`,
    answers: [
      sql`select 'stayed-close' as measure, in_group, ${answerWithin(question, { start: sql`started_on`, happened: sql`first_on`, days: windowOf('stayed-close') })} as answer
        from (select g.*, c.first_on from going g left join (select person_id, in_group, min(opened_on) as first_on from crises group by 1, 2) c
          on c.person_id = g.person_id and c.in_group = g.in_group) p where ${isWhole(windowOf('stayed-close'))}`,
      sql`select 'over-rhythm', in_group, case when days < 7 then 'unknown' when is_over then 'yes' else 'no' end from closeness`,
      ended('ended-resting', sql`what_next = 'resting'`),
      ended('ended-conversation-3', sql`what_next = 'conversation-3'`),
      ended('ended-not-said', sql`what_next is null`),
      ended('view-written', sql`trim(coalesce(persons_view, '')) <> ''`),
      sql`select 'went-on', in_group, ${yesOrNo(sql`coalesce(${dayOfInstant(sql`went_on_at`)} <= ${question.asOf}::date, false)`)} from crises where ${isTold}`,
    ],
    values: [
      sql`select 'contacts-a-week' as measure, in_group, contacts * 7.0::double precision / days as value from closeness where days >= 7`,
      sql`select 'longest-gap', in_group, longest from closeness where days >= 7`,
    ],
  };
}

/** A made-up conversation that does not say what came next says nothing of how it ended. */
const isTold = sql`(not is_made_up or what_next is not null)`;

/** How long each was open, those open still counted as open: rows for `survival`. */
export const lasted = sql`lasted as (
    select in_group, ended_on - opened_on as day, case when has_rested then 'rested' else 'lookedNoFurther' end as became, count(*)::integer as people
    from crises group by 1, 2, 3
  )`;

function crises(db: CouncilReader, question: Question): Sql {
  const { asOf } = question;
  return sql`crises as materialized (
    select r.id, g.person_id, g.in_group, r.opened_on, r.is_made_up, r.rule_set_id, r.what_next, r.persons_view, k.went_on_at,
      coalesce(r.resting_on <= ${asOf}::date, false) as has_rested,
      greatest(r.opened_on, case when r.resting_on <= ${asOf}::date then r.resting_on
        else least(g.died_on, g.moved_away_on, ${asOf}::date) end) as ended_on
    ${since(db, question, 'conversation', sql`r.opened_on`)}
    left join crisis_plan k on k.council_id = ${councilOf(db)} and k.conversation_id = r.id
    where r.kind = 2
  )`;
}

/** A made-up conversation has contacts only where somebody made them up too: one with none says nothing of how close anybody stayed. */
function closeness(db: CouncilReader): Sql {
  const rule = (name: 'dailyToDay' | 'everySecondDayToDay' | 'firstTeamTalkDay') =>
    sql`coalesce((s.rules ->> ${name})::integer, ${defaultRules[name]}::integer)`;
  return sql`written as materialized (
    select k.conversation_id as id, ${dayOfInstant(sql`k.at`)} as day, k.is_with_person
    from crisis_contact k join crises c on c.id = k.conversation_id where k.council_id = ${councilOf(db)}
  ),
  kept as materialized (
    select c.*, ${rule('dailyToDay')} as daily, ${rule('everySecondDayToDay')} as second, ${rule('firstTeamTalkDay')} as talk
    from crises c left join rule_set s on s.council_id = ${councilOf(db)} and s.id = c.rule_set_id
    where not c.is_made_up or c.id in (select id from written)
  ),
  touched as materialized (
    select c.id, w.day from kept c join written w on w.id = c.id and w.is_with_person and w.day between c.opened_on and c.ended_on
  ),
  steps as (
    select id, day, lag(day) over (partition by id order by day) as before_it
    from (select id, opened_on as day from kept union select id, day from touched union select id, ended_on from kept) d
  ),
  gaps as (
    select k.id, max(s.day - s.before_it) as longest, bool_or(s.day - s.before_it > case when s.before_it - k.opened_on + 2 <= k.daily then 1
      when s.before_it - k.opened_on + 2 <= k.second then 2 when s.before_it - k.opened_on + 2 <= k.talk then 4 else 7 end) as is_over
    from steps s join kept k on k.id = s.id where s.before_it is not null group by k.id
  ),
  closeness as materialized (
    select k.person_id, k.in_group, sum(k.ended_on - k.opened_on + 1) as days, sum(coalesce(t.contacts, 0)) as contacts,
      max(coalesce(g.longest, 0)) as longest, bool_or(coalesce(g.is_over, false)) as is_over
    from kept k left join (select id, count(*) as contacts from touched group by id) t on t.id = k.id left join gaps g on g.id = k.id
    group by k.person_id, k.in_group
  )`;
}
