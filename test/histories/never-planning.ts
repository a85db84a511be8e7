import { type RawBuilder, sql } from 'kysely';
import { type Asked, type Never, rowsOf } from './question.ts';

/** An advocate was wanted, by what was last seen before this was done, and none was in place on its day. */
const unheard = (source: RawBuilder<unknown>, on: RawBuilder<unknown>, { council, personId }: Asked) => sql`
  exists (select from (select * from involvement v where v.council_id = ${council} and v.person_id = ${personId}
      and v.recorded_at <= (select max(t.at) from timeline_event t where t.council_id = ${council} and t.source_id = ${source}
        and t.kind in ('determination', 'plan-stands'))
      order by v.looked_on desc, v.recorded_at desc limit 1) i
    where (i.understanding or i.retaining or i.weighing or i.communicating)
      and not (i.appropriate_person is not null and i.appropriate_agreed_on is not null and i.appropriate_person_agreed is true
        and i.appropriate_is_paid is false)
      and not exists (select from advocate a where a.council_id = ${council} and a.person_id = ${personId}
        and a.in_place_on <= ${on} and (a.ended_on is null or a.ended_on >= ${on})))`;

/** The needs of plan `e` and what answers each in plan `p`: as it was said, else in the same words. */
const answers = sql`select m.* from plan_need m where m.council_id = p.council_id and m.plan_id = p.id
  and (exists (select from need_beside s join need_answer a on a.council_id = s.council_id and a.beside_id = s.id
      where s.council_id = p.council_id and s.plan_id = p.id and s.was_need_id = n.id and a.need_id = m.id)
    or lower(m.need) = lower(n.need))`;

const weekly = (which: RawBuilder<unknown>, share: RawBuilder<unknown>) =>
  sql`(select coalesce(sum(${share}), 0) from budget_part b where b.council_id = ${which}.council_id and b.plan_id = ${which}.id and b.how_often = 'weekly')`;

/** Plan `p` gives less than plan `e`, which it follows: less money in all, more to pay, or a need left out or no longer met. */
export const givesLess = sql`(${weekly(sql`p`, sql`council_pence`)} < ${weekly(sql`e`, sql`council_pence`)}
  or ${weekly(sql`p`, sql`person_pence`)} > ${weekly(sql`e`, sql`person_pence`)}
  or exists (select from plan_need n where n.council_id = e.council_id and n.plan_id = e.id
    and (not exists (${answers}) or (n.met_by <> 'not-met' and not exists (select from (${answers}) m where m.met_by <> 'not-met'))
      or (n.met_by = 'paid' and not exists (select from (${answers}) m where m.met_by = 'paid')))))`;

/** What a decision and a plan rest on. */
export const neverPlanning: Never = {
  'C3-3 a decision given to somebody who was not told beforehand': ({ council, personId }) => sql`
    select d.id from determination d where d.council_id = ${council} and d.person_id = ${personId}
      and not exists (select from fact f where f.council_id = d.council_id and f.conversation_id = d.conversation_id
        and f.kind = 'told-beforehand' and (f.details->>'toldOn')::date <= d.decided_on)`,
  'C3-4 a decision that is somebody else’s than whoever gave it': ({ council, noted }) => sql`
    select g.id from ${rowsOf(noted.decisions, 'g(id uuid, "by" uuid)')}
      left join determination d on d.council_id = ${council} and d.id = g.id where d.decided_by is distinct from g."by"`,
  'C3-4 a decision with an outcome that is unable and has no words, or with fewer than ten': ({
    council,
    personId,
  }) => sql`
    select d.id from determination d where d.council_id = ${council} and d.person_id = ${personId} and d.kind = 'adult'
      and ((select count(*) from determination_outcome o where o.council_id = d.council_id and o.determination_id = d.id) <> 10
        or exists (select from determination_outcome o where o.council_id = d.council_id and o.determination_id = d.id
          and o.finding = 'unable' and (trim(o.words) = '' or o.sense is null)))`,
  'C3-4 a “yes” without the three tests, or a “no” with no written advice': ({ council, personId }) => sql`
    select d.id from determination d where d.council_id = ${council} and d.person_id = ${personId} and d.kind = 'adult'
      and ((d.is_eligible and (not d.cause_is_met or not d.impact_is_met or 2 > (select count(*) from determination_outcome o
          where o.council_id = d.council_id and o.determination_id = d.id and o.finding = 'unable')))
        or (not d.is_eligible and trim(coalesce(d.written_advice, '')) = ''))`,
  'C3-6 a decider said to have met somebody they wrote of no meeting with': ({ council, personId }) => sql`
    select d.id from determination d where d.council_id = ${council} and d.person_id = ${personId} and d.decider_has_met_person
      and not exists (select from entry e where e.council_id = d.council_id and e.person_id = d.person_id
        and e.author_id = d.decided_by and e.is_with_person)
      and not exists (select from crisis_contact h where h.council_id = d.council_id and h.person_id = d.person_id
        and h.account_id = d.decided_by and h.is_with_person)`,
  'C3-5 a plan that stands with no decision in its conversation': ({ council, personId }) => sql`
    select p.id from plan p where p.council_id = ${council} and p.person_id = ${personId} and p.state <> 'being-written'
      and p.agreement is not null and not exists (select from determination d where d.council_id = p.council_id and d.conversation_id = p.conversation_id)`,
  'C3-5 a plan that stands by nobody’s word and carries nothing over': ({ council, personId }) => sql`
    select p.id from plan p where p.council_id = ${council} and p.person_id = ${personId} and p.state <> 'being-written'
      and p.agreement is null and not exists (select from move m where m.council_id = p.council_id and m.plan_id = p.id)`,
  'C3-5 a plan agreed with money for no need, a need with no price, or no word on a direct payment': ({
    council,
    personId,
  }) => sql`
    select p.id from plan p where p.council_id = ${council} and p.person_id = ${personId} and p.agreement is not null
      and (exists (select from budget_part b where b.council_id = p.council_id and b.plan_id = p.id and b.need_id is null)
        or exists (select from plan_need n where n.council_id = p.council_id and n.plan_id = p.id and n.met_by = 'paid'
          and not exists (select from budget_part b where b.council_id = n.council_id and b.need_id = n.id))
        or (coalesce(p.direct_payment, 'not-yet-talked-about') = 'not-yet-talked-about' and exists (select from budget_part b
          where b.council_id = p.council_id and b.plan_id = p.id and b.council_pence > 0)))`,
  'C2-3 a plan agreed during a conversation 2, with no duty whose day others set': ({
    council,
    personId,
  }) => sql`
    select p.id from plan p join conversation three on three.council_id = p.council_id and three.id = p.conversation_id
      join conversation two on two.council_id = p.council_id and two.person_id = p.person_id and two.kind = 2
        and two.opened_on < p.agreed_on and (two.resting_on is null or two.resting_on > p.agreed_on)
    where p.council_id = ${council} and p.person_id = ${personId} and p.agreement is not null
      and coalesce(three.opened_by_exception, 'asked-for-a-determination') = 'asked-for-a-determination'`,
  'N3 a decision given while an advocate was wanted and none was there': (asked) => sql`
    select d.id from determination d where d.council_id = ${asked.council} and d.person_id = ${asked.personId}
      and ${unheard(sql`d.id`, sql`d.decided_on`, asked)}`,
  'N3 a plan made or changed while an advocate was wanted and none was there': (asked) => sql`
    select p.id from plan p where p.council_id = ${asked.council} and p.person_id = ${asked.personId} and p.agreement is not null
      and ${unheard(sql`p.id`, sql`p.agreed_on`, asked)}`,
  'N5 a plan agreed that leans on a carer who had said no, or had not been asked': ({
    council,
    personId,
  }) => sql`
    select n.id from plan p join plan_need n on n.council_id = p.council_id and n.plan_id = p.id and n.met_by = 'family' and n.carer_id is not null
    where p.council_id = ${council} and p.person_id = ${personId} and p.agreement is not null
      and 2 > (select count(*) from unnest(array['willing', 'able']) side
        where 'yes' = (select s.answer from carer_statement s where s.council_id = p.council_id and s.carer_id = n.carer_id
          and s.for_person_id = p.person_id and lower(s.thing) = lower(n.carer_thing) and s.side = side.side
          and s.recorded_at <= (select max(at) from timeline_event t where t.council_id = p.council_id and t.source_id = p.id and t.kind = 'plan-stands')
          and s.said_on <= p.agreed_on
          order by s.said_on desc, s.recorded_at desc, s.id desc limit 1))`,
  'P1 a plan agreed for less with a piece missing': ({ council, personId }) => sql`
    select p.id from plan p join plan e on e.council_id = p.council_id and e.id = p.follows
    where p.council_id = ${council} and p.person_id = ${personId} and p.agreement is not null and ${givesLess}
      and (p.agreement = 'disagree' or (p.conversation_id = e.conversation_id and e.agreement is not null)
        or trim(p.down_reasons) = '' or trim(p.down_involved) = '' or trim(p.if_things_go_wrong) = ''
        or p.down_told_on is null or p.down_told_on >= p.starts_on or p.down_told_on > p.agreed_on
        or p.starts_on < p.agreed_on or p.down_because <@ array['costs', 'managing-better']
        or not exists (select from determination d where d.council_id = p.council_id and d.conversation_id = p.conversation_id
          and (d.decided_on > e.starts_on or (e.agreement is null and d.decided_on = e.starts_on))))`,
  'P1 a need of the earlier plan beside nothing in the one that follows': ({ council, personId }) => sql`
    select p.id from plan p join plan e on e.council_id = p.council_id and e.id = p.follows
      join plan_need n on n.council_id = e.council_id and n.plan_id = e.id
    where p.council_id = ${council} and p.person_id = ${personId} and p.agreement is not null and not exists (${answers})`,
  'P1 two plans standing for one person': ({ council, personId }) => sql`
    select count(*) from plan where council_id = ${council} and person_id = ${personId} and state = 'standing' having count(*) > 1`,
  'P1 a plan that was followed by none': ({ council, personId }) => sql`
    select e.id from plan e where e.council_id = ${council} and e.person_id = ${personId} and e.state = 'followed-by-a-later-one'
      and not exists (select from plan p where p.council_id = e.council_id and p.follows = e.id and p.state <> 'being-written')`,
};
