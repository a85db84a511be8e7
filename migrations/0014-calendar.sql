-- One calendar. Nothing here stores a duty: a view reads the facts from which a day follows, and
-- conversations/calendar/clocks.ts says which day. What is done, or was never owed, is not in the view.

create function day_in(details jsonb, name text, otherwise date) returns date language sql immutable parallel safe as $$
  select case when details ->> name ~ '^[12][0-9]{3}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$'
    then make_date(left(details ->> name, 4)::integer, substr(details ->> name, 6, 2)::integer, 1)
      + (right(details ->> name, 2)::integer - 1)
    else otherwise end
$$;
comment on function day_in(jsonb, text, date) is
  'A day out of a fact''s details. Never fails: what is no day is the other one, so that one slip cannot hide a whole calendar.';

create view team_alongside with (security_invoker = true) as
  select council_id, person_id, team_id, account_id from relationship
  where why <> 'break-glass' and ends_at is null;
comment on view team_alongside is 'Which team, or which single worker, is alongside somebody now (W5). Breaking the glass is not.';

create view clock_fact with (security_invoker = true) as
  -- Promises: whoever made one, and the team for those nobody here made.
  select r.council_id, r.person_id, null::uuid as team_id, r.account_id, true as is_workers_own, 'promise' as kind,
    r.due_on as started_on, r.id as source_id, null::uuid as rule_set_id, r.what as words, jsonb_build_object('who', r.who) as facts
  from promise r where r.state = 'open' and r.due_on is not null and r.account_id is not null
  union all
  select r.council_id, r.person_id, a.team_id, a.account_id, r.account_id is not null, 'promise', r.due_on, r.id, null, r.what,
    jsonb_build_object('who', r.who)
  from promise r join team_alongside a on a.council_id = r.council_id and a.person_id = r.person_id
  where r.state = 'open' and r.due_on is not null
  union all
  -- F2: nothing but a real conversation with the person ends it.
  select c.council_id, c.person_id, c.team_id, c.held_by, false, 'not-spoken', c.made_on, c.id, null, c.made_by, null
  from contact c where c.spoken_on is null
  union all
  -- C1-1, C2-6: asked until somebody has spoken with them since it came to rest.
  select c.council_id, c.person_id, c.team_id, null, false, 'check-back', c.check_back_on, c.id, c.rule_set_id, '', null
  from conversation c
  where c.check_back_on is not null and c.resting_on is not null and c.team_id is not null
    and not exists (select from entry e where e.council_id = c.council_id and e.person_id = c.person_id and e.is_with_person
      and e.happened_at >= ((c.resting_on + 1)::timestamp at time zone 'Europe/London'))
  union all
  select c.council_id, c.person_id, null, c.opened_by, false, 'check-back', c.check_back_on, c.id, c.rule_set_id, '', null
  from conversation c
  where c.check_back_on is not null and c.resting_on is not null and c.team_id is null
    and not exists (select from entry e where e.council_id = c.council_id and e.person_id = c.person_id and e.is_with_person
      and e.happened_at >= ((c.resting_on + 1)::timestamp at time zone 'Europe/London'))
  union all
  -- C2-4: one row for the named person and one for their cover; the rhythm works the days out.
  select c.council_id, c.person_id, c.team_id, w.account_id, true, 'conversation-2', c.opened_on, c.id, c.rule_set_id, '',
    jsonb_build_object('openedAt', c.opened_at,
      'lastContactAt', (select max(h.at) from crisis_contact h where h.council_id = c.council_id and h.conversation_id = c.id and h.is_with_person),
      'lastRereadAt', (select max(h.at) from crisis_contact h where h.council_id = c.council_id and h.conversation_id = c.id and h.reread_plan),
      'lastShareOn', (select max(s.shared_on) from peer_share s
        where s.council_id = c.council_id and s.person_id = c.person_id and s.shared_at >= c.opened_at),
      'lastTalkOn', (select max(s.shared_on) from peer_share s
        where s.council_id = c.council_id and s.person_id = c.person_id and s.shared_at >= c.opened_at and s.purpose = 'team-talk'))
  from conversation c cross join lateral (values (c.named_account_id), (c.cover_account_id)) w (account_id)
  where c.kind = 2 and c.resting_on is null
  union all
  -- N1, C1-2: asking starts the clock whatever conversation is open; a decision, or a no that counts, stops it.
  select f.council_id, f.person_id, a.team_id, a.account_id, false, 'entitled-asked', day_in(f.details, 'askedOn', f.happened_on), f.id,
    c.rule_set_id, '', null
  from fact f join conversation c on c.council_id = f.council_id and c.id = f.conversation_id
  join team_alongside a on a.council_id = f.council_id and a.person_id = f.person_id
  where f.kind in ('asked-if-entitled', 'asked-again') and f.is_current
    and not exists (select from determination d where d.council_id = f.council_id and d.person_id = f.person_id
      and d.decided_on >= day_in(f.details, 'askedOn', f.happened_on))
    and not exists (select from fact n where n.council_id = f.council_id and n.person_id = f.person_id and n.is_current
      and n.kind = 'declined' and n.details ->> 'capacity' in ('not-in-doubt', 'looked-at') and n.details ->> 'abuseRisk' = 'no'
      and not exists (select from enquiry e where e.council_id = f.council_id and e.person_id = f.person_id
        and e.opened_at is not null and e.ended_on is null)
      and day_in(n.details, 'declinedOn', n.happened_on) >= day_in(f.details, 'askedOn', f.happened_on))
  union all
  select f.council_id, f.person_id, a.team_id, a.account_id, false, 'needs-under-way', day_in(f.details, 'startsOn', f.happened_on), f.id,
    c.rule_set_id, '', null
  from fact f join conversation c on c.council_id = f.council_id and c.id = f.conversation_id
  join team_alongside a on a.council_id = f.council_id and a.person_id = f.person_id
  where f.kind = 'under-way' and f.is_current
    and not exists (select from determination d where d.council_id = f.council_id and d.person_id = f.person_id
      and d.decided_on >= day_in(f.details, 'startsOn', f.happened_on))
    and not exists (select from fact m where m.council_id = f.council_id and m.person_id = f.person_id and m.is_current
      and m.kind = 'needs-assessment-made'
      and day_in(m.details, 'madeOn', m.happened_on) >= day_in(f.details, 'startsOn', f.happened_on))
    and not exists (select from fact n where n.council_id = f.council_id and n.person_id = f.person_id and n.is_current
      and n.kind = 'declined' and n.details ->> 'capacity' in ('not-in-doubt', 'looked-at') and n.details ->> 'abuseRisk' = 'no'
      and not exists (select from enquiry e where e.council_id = f.council_id and e.person_id = f.person_id
        and e.opened_at is not null and e.ended_on is null)
      and day_in(n.details, 'declinedOn', n.happened_on) >= day_in(f.details, 'startsOn', f.happened_on))
  union all
  -- C1-2: a change after a no brings the duty back.
  select f.council_id, f.person_id, a.team_id, a.account_id, false, 'no-revived', day_in(f.details, 'changedOn', f.happened_on), f.id,
    c.rule_set_id, '', null
  from fact f join conversation c on c.council_id = f.council_id and c.id = f.conversation_id
  join team_alongside a on a.council_id = f.council_id and a.person_id = f.person_id
  where f.kind = 'situation-changed' and f.is_current
    and exists (select from fact n where n.council_id = f.council_id and n.person_id = f.person_id and n.is_current and n.kind = 'declined'
      and day_in(n.details, 'declinedOn', n.happened_on) <= day_in(f.details, 'changedOn', f.happened_on))
    and not exists (select from determination d where d.council_id = f.council_id and d.person_id = f.person_id
      and d.decided_on >= day_in(f.details, 'changedOn', f.happened_on))
    and not exists (select from fact n where n.council_id = f.council_id and n.person_id = f.person_id and n.is_current
      and (n.kind = 'needs-assessment-made' and day_in(n.details, 'madeOn', n.happened_on) >= day_in(f.details, 'changedOn', f.happened_on)
        or n.kind = 'declined' and day_in(n.details, 'declinedOn', n.happened_on) > day_in(f.details, 'changedOn', f.happened_on)))
  union all
  -- An offer to bring back on a day, until it is offered again or corrected.
  select f.council_id, f.person_id, a.team_id, a.account_id, false, 'offer-back', day_in(f.details, 'askAgainOn', null), f.id, null,
    coalesce(f.details ->> 'what', f.phrase), null
  from fact f join team_alongside a on a.council_id = f.council_id and a.person_id = f.person_id
  where f.kind in ('offer', 'declined') and f.is_current and day_in(f.details, 'askAgainOn', null) is not null
    and not exists (select from fact o where o.council_id = f.council_id and o.person_id = f.person_id and o.is_current and o.kind = f.kind
      and o.id <> f.id and o.details ->> 'what' is not distinct from f.details ->> 'what'
      and o.happened_on >= day_in(f.details, 'askAgainOn', null))
  union all
  -- Another law's day (Care Act 2014 s58-66, s74, s76; Mental Health Act 1983 s117), until somebody has spoken with them since.
  select f.council_id, f.person_id, a.team_id, a.account_id, false, 'other-law', day_in(f.details, 'happensOn', f.happened_on), f.id, null,
    coalesce(f.details ->> 'which', ''), null
  from fact f join team_alongside a on a.council_id = f.council_id and a.person_id = f.person_id
  where f.kind = 'other-law' and f.is_current
    and not exists (select from entry e where e.council_id = f.council_id and e.person_id = f.person_id and e.is_with_person
      and e.happened_at >= (day_in(f.details, 'happensOn', f.happened_on)::timestamp at time zone 'Europe/London'))
  union all
  select n.council_id, n.person_id, a.team_id, a.account_id, false, 'need-check', n.check_again_on, n.id, null, n.need, null
  from communication_need n join team_alongside a on a.council_id = n.council_id and a.person_id = n.person_id
  where n.check_again_on is not null
  union all
  select i.council_id, i.person_id, a.team_id, a.account_id, false, 'introduction-ask', i.ask_on, i.id, null, l.name,
    jsonb_build_object('stage', i.stage)
  from introduction i join listing l on l.council_id = i.council_id and l.id = i.listing_id
  join team_alongside a on a.council_id = i.council_id and a.person_id = i.person_id
  where i.ask_on is not null
  union all
  -- N4: the document that lets somebody decide for them, which nobody here has seen.
  select d.council_id, d.person_id, a.team_id, a.account_id, false, 'power-unseen', d.recorded_on, d.id, null, d.name, null
  from deciding_for d join team_alongside a on a.council_id = d.council_id and a.person_id = d.person_id
  where d.seen_on is null and (d.until_on is null or d.until_on > d.recorded_on)
  union all
  -- P2, Care Act 2014 s27: each standing plan has its own first catch-up, and then one a year after the last.
  select p.council_id, p.person_id, a.team_id, a.account_id, false, 'catch-up-first', coalesce(p.starts_on, p.agreed_on), p.id,
    c.rule_set_id, '', null
  from plan p join conversation c on c.council_id = p.council_id and c.id = p.conversation_id
  join team_alongside a on a.council_id = p.council_id and a.person_id = p.person_id
  where p.state = 'standing' and coalesce(p.starts_on, p.agreed_on) is not null
    and not exists (select from catch_up u where u.council_id = p.council_id and u.plan_id = p.id
      and u.held_on > coalesce(p.starts_on, p.agreed_on))
  union all
  select p.council_id, p.person_id, a.team_id, a.account_id, false, 'catch-up-yearly', last.held_on, p.id, c.rule_set_id, '', null
  from plan p join conversation c on c.council_id = p.council_id and c.id = p.conversation_id
  join lateral (select max(u.held_on) as held_on from catch_up u where u.council_id = p.council_id and u.plan_id = p.id
    and u.held_on > coalesce(p.starts_on, p.agreed_on)) last on last.held_on is not null
  join team_alongside a on a.council_id = p.council_id and a.person_id = p.person_id
  where p.state = 'standing'
  union all
  select r.council_id, r.person_id, a.team_id, a.account_id, false, 'catch-up-asked', r.asked_on, r.id, null, r.asked_by, null
  from catch_up_request r join team_alongside a on a.council_id = r.council_id and a.person_id = r.person_id
  where r.answer is null
  union all
  select r.council_id, r.person_id, a.team_id, a.account_id, false, 'catch-up-day', r.day_set, r.id, null, r.asked_by, null
  from catch_up_request r join team_alongside a on a.council_id = r.council_id and a.person_id = r.person_id
  where r.answer = 'yes' and r.day_set is not null
    and not exists (select from catch_up u where u.council_id = r.council_id and u.person_id = r.person_id
      and (u.request_id = r.id or u.held_on >= r.day_set))
  union all
  -- P2, SI 2014/2871 reg 7: money to arrange it themselves has its own clock, beside the plan's.
  select d.council_id, d.person_id, a.team_id, a.account_id, false, 'payment-first', d.first_paid_on, d.id, null, d.purpose, null
  from direct_payment d join team_alongside a on a.council_id = d.council_id and a.person_id = d.person_id
  where d.ended_on is null and d.first_paid_on is not null
    and not exists (select from catch_up u where u.council_id = d.council_id and u.person_id = d.person_id
      and u.direct_payment_id = d.id and u.held_on > d.first_paid_on)
  union all
  select d.council_id, d.person_id, a.team_id, a.account_id, false, 'payment-next', last.held_on, d.id, null, d.purpose, null
  from direct_payment d
  join lateral (select max(u.held_on) as held_on from catch_up u where u.council_id = d.council_id and u.person_id = d.person_id
    and u.direct_payment_id = d.id and u.held_on > d.first_paid_on) last on last.held_on is not null
  join team_alongside a on a.council_id = d.council_id and a.person_id = d.person_id
  where d.ended_on is null
  union all
  select u.council_id, u.person_id, a.team_id, a.account_id, false, 'urgent-help', u.until_on, u.id, null, u.what, null
  from urgent_help u join team_alongside a on a.council_id = u.council_id and a.person_id = u.person_id
  where u.looked_again_on is null
  union all
  -- N3: wanted and not asked for; asked for and not in place.
  select i.council_id, i.person_id, a.team_id, a.account_id, false, 'advocate-wanted', i.looked_on, i.id, null, '', null
  from involvement i join team_alongside a on a.council_id = i.council_id and a.person_id = i.person_id
  where (i.understanding or i.retaining or i.weighing or i.communicating)
    and not (coalesce(i.appropriate_person, '') <> '' and i.appropriate_person_agreed is true and i.appropriate_agreed_on is not null
      and i.appropriate_is_paid is false)
    and not exists (select from involvement l where l.council_id = i.council_id and l.person_id = i.person_id
      and (l.looked_on, l.recorded_at, l.id) > (i.looked_on, i.recorded_at, i.id))
    and not exists (select from advocate v where v.council_id = i.council_id and v.person_id = i.person_id and v.ended_on is null)
  union all
  select v.council_id, v.person_id, a.team_id, a.account_id, false, 'advocate-awaited', v.asked_on, v.id, null, v.asked_of, null
  from advocate v join team_alongside a on a.council_id = v.council_id and a.person_id = v.person_id
  where v.in_place_on is null and v.ended_on is null
  union all
  -- Care Act 2014 s12(3), s13(2), s17(6), s25(9), s37: what is theirs to have in writing (copy_owed, 0013).
  select o.council_id, o.person_id, o.team_id, null, false, 'copy-owed', coalesce(o.since_on, c.opened_on), o.thing_id, c.rule_set_id, o.of, null
  from copy_owed o left join conversation c on c.council_id = o.council_id and c.id = o.conversation_id
  where coalesce(o.since_on, c.opened_on) is not null
    and not (o.of = 'move-difference'
      and exists (select from move m where m.council_id = o.council_id and m.id = o.thing_id and m.difference_sent_on is not null))
  union all
  -- N5: the thing and the day, and not whether they cannot or will not; the carer's own words stay on their record (W2).
  select s.council_id, s.for_person_id, a.team_id, a.account_id, false, 'carer-no', s.said_on, s.id, null, s.thing, null
  from carer_statement s join team_alongside a on a.council_id = s.council_id and a.person_id = s.for_person_id
  where s.answer = 'no' and s.replaced_by is null
    and exists (select from plan p join plan_need n on n.council_id = p.council_id and n.plan_id = p.id
      where p.council_id = s.council_id and p.person_id = s.for_person_id and p.state = 'standing'
        and n.carer_id = s.carer_id and lower(n.carer_thing) = lower(s.thing))
  union all
  -- N2: what they want to come of it is asked first; then each step by its day.
  select e.council_id, e.person_id, a.team_id, a.account_id, false, 'safe-ask', (e.opened_at at time zone 'Europe/London')::date, e.id, null, '', null
  from enquiry e join team_alongside a on a.council_id = e.council_id and a.person_id = e.person_id
  where e.opened_at is not null and e.ended_on is null and e.outcomes_asked_on is null and e.could_not_ask_because is null
  union all
  select e.council_id, e.person_id, a.team_id, a.account_id, false, 'safe-step', t.due_on, t.id, null, t.words, jsonb_build_object('who', t.who)
  from enquiry_step t join enquiry e on e.council_id = t.council_id and e.id = t.enquiry_id
  join team_alongside a on a.council_id = e.council_id and a.person_id = e.person_id
  where t.due_on is not null and t.done_on is null and e.ended_on is null
  union all
  select f.council_id, f.person_id, a.team_id, a.account_id, false, 'family-day', f.planned_on, f.id, null, '', null
  from family_conference f join team_alongside a on a.council_id = f.council_id and a.person_id = f.person_id
  where f.planned_on is not null and f.held_on is null and f.answer = 'yes'
  union all
  select f.council_id, f.person_id, a.team_id, a.account_id, false, 'family-again', f.look_again_on, f.id, null, '', null
  from family_conference f join team_alongside a on a.council_id = f.council_id and a.person_id = f.person_id
  where f.look_again_on is not null and f.looked_again_on is null
  union all
  -- P4: what is owed by the day they move, and from it.
  select m.council_id, m.person_id, a.team_id, a.account_id, false, 'move-here', coalesce(m.moved_on, m.moves_on), m.id, null, m.other_council,
    jsonb_build_object('isSatisfied', m.satisfied_on is not null, 'isPlanHere', m.plan_passed_on is not null)
  from move m join team_alongside a on a.council_id = m.council_id and a.person_id = m.person_id
  where m.direction = 'here' and m.did_not_happen_on is null and coalesce(m.moved_on, m.moves_on) is not null
    and m.same_needs_from is null
    -- s38(1): a decision that they must be helped settles nothing until a plan stands; one from before they moved away is none.
    and not exists (select from plan p where p.council_id = m.council_id and p.person_id = m.person_id
      and p.state = 'standing' and (p.starts_on >= m.told_on
        or exists (select from person w where w.council_id = p.council_id and w.id = p.person_id and w.moved_away_on is null)))
    and coalesce((select d.is_eligible from determination d where d.council_id = m.council_id and d.person_id = m.person_id
      and d.decided_on >= m.told_on order by d.decided_on desc, d.id desc limit 1), true)
  union all
  select m.council_id, m.person_id, a.team_id, a.account_id, false, 'move-decision', m.same_needs_from, m.id, null, m.other_council, null
  from move m join team_alongside a on a.council_id = m.council_id and a.person_id = m.person_id
  where m.direction = 'here' and m.did_not_happen_on is null and m.same_needs_from is not null and m.decided_here_on is null
  union all
  select m.council_id, m.person_id, a.team_id, a.account_id, false, 'move-away', coalesce(m.moved_on, m.moves_on), m.id, null, m.other_council,
    jsonb_build_object('isPlanSent', m.plan_passed_on is not null)
  from move m join team_alongside a on a.council_id = m.council_id and a.person_id = m.person_id
  where m.direction = 'away' and m.did_not_happen_on is null and m.taken_over_on is null and coalesce(m.moved_on, m.moves_on) is not null
  union all
  -- P5: whoever gets to know, or lives with, a household whose approval ends; and visits planned.
  select m.council_id, m.person_id, a.team_id, a.account_id, false, 'home-approval', h.approval_until_on, m.id, null, h.name, null
  from matching m join household h on h.council_id = m.council_id and h.id = m.household_id
  join team_alongside a on a.council_id = m.council_id and a.person_id = m.person_id
  where m.ended_on is null and h.is_active and h.approval_until_on is not null
  union all
  select m.council_id, m.person_id, a.team_id, a.account_id, false, 'home-visit', v.planned_on, v.id, null, h.name,
    jsonb_build_object('visit', v.kind)
  from matching_visit v join matching m on m.council_id = v.council_id and m.id = v.matching_id
  join household h on h.council_id = m.council_id and h.id = m.household_id
  join team_alongside a on a.council_id = m.council_id and a.person_id = m.person_id
  where v.happened_on is null and v.left_out_words is null and m.ended_on is null
  union all
  select m.council_id, m.person_id, a.team_id, a.account_id, false, 'home-settling', m.moved_in_on, m.id, null, h.name, null
  from matching m join household h on h.council_id = m.council_id and h.id = m.household_id
  join team_alongside a on a.council_id = m.council_id and a.person_id = m.person_id
  where m.moved_in_on is not null and m.ended_on is null
    and not exists (select from matching_visit v where v.council_id = m.council_id and v.matching_id = m.id and v.kind = 'after-moving-in');
comment on view clock_fact is
  'Every fact from which a day follows, whoever it is about: the kind, the day it counts from, and the team and worker it waits for. A duty may stand in more than one row, one for each who sees it.';

create view clock_start with (security_invoker = true) as
  select f.council_id, f.person_id, p.full_name as name, f.team_id, f.account_id, f.is_workers_own, f.kind, f.started_on, f.source_id,
    f.rule_set_id, f.words, f.facts
  from clock_fact f join person p on p.council_id = f.council_id and p.id = f.person_id
  where p.died_on is null and p.merged_into is null;
comment on view clock_start is
  'The calendar: clock_fact of people who are alive, under their name. Somebody restricted is in it only for their team, because person is.';
comment on column clock_start.is_workers_own is 'One worker answers for it, and it waits on their own list; false where the team answers.';
comment on column clock_start.facts is 'What else the rule must know to say the day; null for most.';

create function calendar_of(worker uuid, teams uuid[], is_team boolean, until date, fewest_days jsonb) returns setof clock_start
language plpgsql stable set jit = off set max_parallel_workers_per_gather = 0 set enable_hashjoin = off as $$
begin
  return query select distinct on (s.kind, s.source_id) s.* from clock_start s
    where s.council_id = (select current_council())
      and (s.account_id = worker or (s.team_id = any (teams) and (is_team or not s.is_workers_own)))
      and s.started_on <= until - coalesce((fewest_days ->> s.kind)::integer, 0)
    order by s.kind, s.source_id;
end $$;
comment on function calendar_of(uuid, uuid[], boolean, date, jsonb) is
  'The calendar of a worker or of teams. A function because its plan is then kept where that is as good (the view has some forty parts to plan), and because such a plan looks dear enough for a compiler or helpers that would cost more than they save. fewest_days: by kind, the fewest days from start to due, which goes down into each part. Without hash joins, because one would read everybody in the council to name the few whose days are near (half the time at 100,000 people).';

create function calendar_of_person(who uuid, until date) returns setof clock_start
language plpgsql stable set plan_cache_mode = force_generic_plan set jit = off set max_parallel_workers_per_gather = 0 as $$
begin
  return query select distinct on (s.kind, s.source_id) s.* from clock_start s
    where s.council_id = (select current_council()) and s.person_id = who and s.started_on <= until
    order by s.kind, s.source_id;
end $$;
comment on function calendar_of_person(uuid, date) is 'The calendar of one person, with its plan kept as in calendar_of.';

create index relationship_team on relationship (council_id, team_id, person_id) where why <> 'break-glass' and ends_at is null;
create index relationship_account on relationship (council_id, account_id, person_id) where why <> 'break-glass' and ends_at is null;
create index promise_falls_due on promise (council_id, due_on) where state = 'open' and due_on is not null;
create index communication_need_again on communication_need (council_id, check_again_on) where check_again_on is not null;
create index deciding_for_unseen on deciding_for (council_id, recorded_on) where seen_on is null;
create index plan_standing on plan (council_id, starts_on) where state = 'standing';
create index conversation_team on conversation (council_id, team_id, person_id);
create index carer_statement_no on carer_statement (council_id, said_on) where answer = 'no' and replaced_by is null;
create index enquiry_step_due on enquiry_step (council_id, due_on) where due_on is not null and done_on is null;
create index matching_visit_planned on matching_visit (council_id, planned_on) where happened_on is null;

create table calendar_feed (
  council_id integer not null references council,
  id uuid not null,
  token_hash bytea not null,
  account_id uuid not null,
  team_id uuid,
  made_at timestamptz not null,
  last_fetched_at timestamptz,
  ended_at timestamptz,
  primary key (council_id, id),
  unique (council_id, token_hash),
  foreign key (council_id, account_id) references account,
  foreign key (council_id, team_id) references team
);
comment on table calendar_feed is
  'A secret address at which somebody''s own calendar app reads what is due, naming nobody. Only the hash of the secret is kept.';
comment on column calendar_feed.team_id is 'Set when it is the team''s; null when it is the worker''s own.';
create index calendar_feed_account on calendar_feed (council_id, account_id, made_at desc);
create index calendar_feed_token on calendar_feed using hash (token_hash);
call keep_within_council('calendar_feed');
call let_owner_read('calendar_feed');

create function open_calendar_feed(hash bytea, at timestamptz, unused interval) returns table (
  council_id integer, feed_id uuid, team_id uuid, account_id uuid, account_name text, role text, team_ids uuid[], last_fetched_at timestamptz
) language plpgsql security definer set search_path = public, pg_temp as $$
begin
  return query
    select f.council_id, f.id, f.team_id, a.id, a.name, a.role,
           coalesce((select array_agg(m.team_id) from membership m
                     where m.council_id = a.council_id and m.account_id = a.id), '{}'), f.last_fetched_at
    from calendar_feed f
    join account a on a.council_id = f.council_id and a.id = f.account_id
    where f.token_hash = hash and f.ended_at is null and a.disabled_at is null
      and greatest(a.enabled_at, a.last_signed_in_at) > open_calendar_feed.at - unused
      and (f.team_id is null or exists (select from membership m
        where m.council_id = f.council_id and m.account_id = f.account_id and m.team_id = f.team_id));
  return;
end $$;
comment on function open_calendar_feed(bytea, timestamptz, interval) is
  'From the hash of a calendar address to whose it is. Security definer; reveals nothing without the secret, nor once it is ended, the account closed or long unused, or its holder out of the team.';

create function settle_statistics() returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  analyze;
end $$;
comment on function settle_statistics() is
  'Counts the rows of every table again after a large load, so that the calendar is read with a plan that fits at once and not a minute later. Nothing of anybody comes back.';
