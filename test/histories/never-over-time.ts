import { sql } from 'kysely';
import { givesLess } from './never-planning.ts';
import { type Never, rowsOf } from './question.ts';

/** What happens to support, to a plan and to somebody's home as time goes on. */
export const neverOverTime: Never = {
  'P1 support that ended for no lawful reason': ({ council, personId }) => sql`
    select s.id from support s where s.council_id = ${council} and s.person_id = ${personId} and s.kind <> 'one-off' and s.ended_on is not null
      and not coalesce(case s.ended_because
        when 'their-wish' then trim(coalesce(s.ended_words, '')) <> ''
        when 'died' then true
        when 'moved-and-met-there' then true
        when 'time-was-up' then s.kind = 'short-term'
        when 'a-later-plan' then exists (select from plan p where p.council_id = s.council_id and p.person_id = s.person_id
          and p.state <> 'being-written' and (p.follows = s.plan_id or s.kind = 'short-term')
          and s.ended_on = greatest(s.started_on, p.starts_on - 1))
      end, false)`,
  'P3 something that may change neither a plan nor support, and did': ({ noted }) => sql`
    select rule from ${rowsOf(noted.unchanged, 'u(rule text, "before" text, "after" text)')} where u."before" <> u."after"`,
  'P4 support that stopped for a move before the other council said it had taken over': ({
    council,
    personId,
  }) => sql`
    select s.id from support s where s.council_id = ${council} and s.person_id = ${personId} and s.ended_because = 'moved-and-met-there'
      and not exists (select from move m where m.council_id = s.council_id and m.person_id = s.person_id and m.direction = 'away'
        and m.did_not_happen_on is null and m.taken_over_on <= s.ended_on)`,
  'P4 the same needs met from another day than the one they moved': ({ council, personId }) => sql`
    select m.id from move m where m.council_id = ${council} and m.person_id = ${personId} and m.same_needs_from is not null
      and (m.direction <> 'here' or m.plan_id is null or m.same_needs_from is distinct from coalesce(m.moved_on, m.moves_on)
        or m.did_not_happen_on is not null)`,
  'P4 a need that was met there and not here from the day they moved': ({ council, personId }) => sql`
    select n.id from move m join move_need n on n.council_id = m.council_id and n.move_id = m.id
    where m.council_id = ${council} and m.person_id = ${personId} and m.same_needs_from is not null
      and not exists (select from support s where s.council_id = m.council_id and s.person_id = m.person_id and s.kind = 'ongoing'
        and lower(s.what) = lower(coalesce(n.met_here, n.met_there)) and s.started_on <= m.same_needs_from
        and (s.ended_on is null or s.ended_on >= m.same_needs_from))`,
  'P4 a plan that follows what was carried over, with less in it and nothing explained in writing': ({
    council,
    personId,
  }) => sql`
    select p.id from plan p join plan e on e.council_id = p.council_id and e.id = p.follows
      join move m on m.council_id = e.council_id and m.plan_id = e.id
    where p.council_id = ${council} and p.person_id = ${personId} and p.agreement is not null and ${givesLess}
      and (m.difference_sent_on is null or trim(coalesce(m.difference_words, '')) = '')`,
  'P4 another council that took over from nobody who moved there': ({ council, personId }) => sql`
    select m.id from move m where m.council_id = ${council} and m.person_id = ${personId} and m.taken_over_on is not null
      and (m.direction <> 'away' or m.did_not_happen_on is not null or coalesce(m.moved_on, m.moves_on) is null)`,
  'P5 more living there than there is room for': ({ council }) => sql`
    select h.id from household h where h.council_id = ${council} and h.capacity < (select count(*) from matching m
      where m.council_id = h.council_id and m.household_id = h.id and m.moved_in_on is not null and m.ended_on is null)`,
  'P5 somebody who moved in without three yeses by that day': ({ council }) => sql`
    select m.id from matching m where m.council_id = ${council} and m.moved_in_on is not null and not coalesce(
      m.person_answer = 'yes' and m.household_answer = 'yes' and m.scheme_answer = 'yes'
      and greatest(m.person_answer_on, m.household_answer_on, m.scheme_answer_on) <= m.moved_in_on, false)`,
  'P5 somebody who moved in with tea, a night or a weekend neither been nor left out': ({ council }) => sql`
    select m.id from matching m, unnest(array['tea', 'overnight', 'weekend']) kind
    where m.council_id = ${council} and m.moved_in_on is not null and not exists (select from matching_visit v
      where v.council_id = m.council_id and v.matching_id = m.id and v.kind = kind.kind
        and (v.happened_on <= m.moved_in_on or (trim(coalesce(v.left_out_words, '')) <> '' and v.planned_on <= m.moved_in_on)))`,
  'P5 somebody who lives in two homes': ({ council }) => sql`
    select person_id from matching where council_id = ${council} and moved_in_on is not null and ended_on is null
    group by person_id having count(*) > 1`,
  'F6 urgent help that stopped, and nobody looked again': ({ council, personId }) => sql`
    select u.id from urgent_help u join support s on s.council_id = u.council_id and s.id = u.support_id
    where u.council_id = ${council} and u.person_id = ${personId} and s.ended_on is not null and u.looked_again_on is null`,
  'F6 urgent help that ended before its day at nobody’s wish': ({ council, personId }) => sql`
    select s.id from support s where s.council_id = ${council} and s.person_id = ${personId} and s.ended_because = 'time-was-up'
      and s.ended_on < (select max(u.until_on) from urgent_help u where u.council_id = s.council_id and u.support_id = s.id)`,
  'P2 a catch-up about a plan that did not run on its day': ({ council, personId }) => sql`
    select u.id from catch_up u join plan p on p.council_id = u.council_id and p.id = u.plan_id
    where u.council_id = ${council} and u.person_id = ${personId}
      and (p.state = 'being-written' or p.starts_on is null or p.starts_on > u.held_on)`,
  'P3 a catch-up held for what something costs': ({ council, personId }) => sql`
    select id from catch_up where council_id = ${council} and person_id = ${personId}
      and why not in ('due', 'they-asked', 'something-changed', 'a-carer-changed', 'a-concern')`,
  'P2 somebody who asked for a catch-up and has a “yes” with no day, or a “no” with no way to challenge it':
    ({ council, personId }) => sql`
    select id from catch_up_request where council_id = ${council} and person_id = ${personId}
      and ((answer = 'yes' and day_set is null)
        or (answer = 'no' and (trim(coalesce(answer_words, '')) = '' or not told_how_to_challenge)))`,
  'P1 a direct payment that ended and does not say how the needs are met': ({ council, personId }) => sql`
    select id from direct_payment where council_id = ${council} and person_id = ${personId} and ended_on is not null
      and (trim(coalesce(needs_met_then, '')) = '' or trim(coalesce(ended_because, '')) = '')`,
  'C3-5 a direct payment for no purpose, or under a plan that never stood': ({ council, personId }) => sql`
    select d.id from direct_payment d join plan p on p.council_id = d.council_id and p.id = d.plan_id
    where d.council_id = ${council} and d.person_id = ${personId} and (trim(d.purpose) = '' or p.state = 'being-written')`,
  'C3-5 what somebody pays, worked out before any conversation 3': ({ council, personId }) => sql`
    select f.id from financial_assessment f where f.council_id = ${council} and f.person_id = ${personId}
      and not exists (select from conversation c where c.council_id = f.council_id and c.person_id = f.person_id
        and c.kind = 3 and c.opened_on <= f.done_on)`,
};
