import { sql } from 'kysely';
import { type Never, rowsOf } from './question.ts';

/** A needs assessment that was begun or made in a conversation, or a conversation 3 open on the day it came to rest. */
const underWay = sql`(exists (select from fact f where f.council_id = c.council_id and f.conversation_id = c.id and f.is_current
    and ((f.kind = 'under-way' and coalesce(f.details->>'startsOn', '') <> '')
      or (f.kind = 'needs-assessment-made' and f.details->>'toldOn' <= f.details->>'madeOn')))
  or exists (select from conversation three where three.council_id = c.council_id and three.person_id = c.person_id
    and three.kind = 3 and three.opened_on <= c.resting_on and (three.resting_on is null or three.resting_on >= c.resting_on)))`;

/** F1 to C3-1: getting in touch, listening, sticking with somebody, and the way to conversation 3. */
export const neverTalking: Never = {
  'F1 a contact with nobody, or with somebody who neither answered it nor said yes': ({
    council,
    personId,
  }) => sql`
    select c.id from contact c where c.council_id = ${council} and c.person_id = ${personId}
      and (c.held_by is null or (c.held_by <> c.answered_by and not exists (select from contact_asked k
        where k.council_id = c.council_id and k.contact_id = c.id and k.asked = c.held_by and k.answer = 'yes')))`,
  'F2 a contact whose clock was set again, or which is gone': ({ council, noted }) => sql`
    select k.id from ${rowsOf(noted.contacts, 'k(id uuid, "madeAt" timestamptz)')}
      left join contact c on c.council_id = ${council} and c.id = k.id
    where c.made_at is distinct from k."madeAt"`,
  'F2 a clock that was stopped by no real conversation': ({ council, personId }) => sql`
    select c.id from contact c where c.council_id = ${council} and c.person_id = ${personId} and c.spoken_on is not null
      and (c.spoken_on < c.made_on
        or (not exists (select from entry e where e.council_id = c.council_id and e.person_id = c.person_id and e.is_with_person
            and (e.happened_at at time zone 'Europe/London')::date = c.spoken_on)
          and not exists (select from crisis_contact h where h.council_id = c.council_id and h.person_id = c.person_id
            and h.is_with_person and (h.at at time zone 'Europe/London')::date = c.spoken_on)))`,
  'C1-1 a conversation 1 resting with what matters, a carer, information or the way back missing': ({
    council,
    personId,
  }) => sql`
    select c.id from conversation c where c.council_id = ${council} and c.person_id = ${personId} and c.kind = 1 and c.resting_on is not null
      and ((select count(distinct f.kind) from fact f where f.council_id = c.council_id and f.conversation_id = c.id and f.is_current
          and f.kind in ('what-matters', 'carer-asked', 'information-given', 'how-to-come-back')) < 4
        or (c.check_back_on is null and not c.check_back_declined) or coalesce(c.how_to_come_back, '') = '')`,
  'C1-1 a conversation 1 resting with needs unsettled': ({ council, personId }) => sql`
    select c.id from conversation c where c.council_id = ${council} and c.person_id = ${personId} and c.kind = 1 and c.resting_on is not null
      and not ${underWay} and not exists (select from fact f where f.council_id = c.council_id and f.conversation_id = c.id and f.is_current
        and ((f.kind = 'may-have-needs' and f.details->>'answer' = 'no')
          or (f.kind = 'declined' and f.details->>'abuseRisk' = 'no' and f.details->>'capacity' in ('not-in-doubt', 'looked-at')
            and f.details->>'declinedOn' is not null and f.details->>'wouldBringBack' is not null)))`,
  'C1-2 a “no” that let it rest although they asked again, or something changed': ({
    council,
    personId,
  }) => sql`
    select c.id from conversation c where c.council_id = ${council} and c.person_id = ${personId} and c.kind = 1 and c.resting_on is not null
      and not ${underWay} and exists (select from fact n join fact f on f.council_id = n.council_id and f.conversation_id = n.conversation_id
        where n.council_id = c.council_id and n.conversation_id = c.id and n.kind = 'declined' and n.is_current and f.is_current
          and f.kind in ('asked-again', 'situation-changed') and f.recorded_at >= n.recorded_at
          and coalesce(f.details->>'askedOn', f.details->>'changedOn', f.happened_on::text) > coalesce(n.details->>'declinedOn', n.happened_on::text)
          and not exists (select from fact l where l.council_id = n.council_id and l.conversation_id = n.conversation_id
            and l.kind = 'declined' and l.is_current and l.id <> n.id and l.recorded_at >= n.recorded_at))`,
  'N1 a conversation 1 resting on what they asked they are entitled to': ({ council, personId }) => sql`
    select c.id from conversation c join fact e on e.council_id = c.council_id and e.conversation_id = c.id
      and e.kind = 'asked-if-entitled' and e.is_current
    where c.council_id = ${council} and c.person_id = ${personId} and c.kind = 1 and c.resting_on is not null and not ${underWay}
      and not exists (select from fact n where n.council_id = c.council_id and n.conversation_id = c.id and n.kind = 'declined' and n.is_current
        and coalesce(n.details->>'declinedOn', n.happened_on::text) > coalesce(e.details->>'askedOn', e.happened_on::text))
      and e.id = (select l.id from fact l where l.council_id = c.council_id and l.conversation_id = c.id and l.kind = 'asked-if-entitled'
        and l.is_current order by l.recorded_at desc, l.id desc limit 1)`,
  'N2 a conversation 1 resting while an enquiry was open and nothing had come of it': ({
    council,
    personId,
  }) => sql`
    select c.id from conversation c join enquiry q on q.council_id = c.council_id and q.person_id = c.person_id
      and (q.opened_at at time zone 'Europe/London')::date < c.resting_on and (q.ended_on is null or q.ended_on > c.resting_on)
    where c.council_id = ${council} and c.person_id = ${personId} and c.kind = 1 and not ${underWay}`,
  'R1 a conversation that came to rest with no way back': ({ council, personId }) => sql`
    select id from conversation where council_id = ${council} and person_id = ${personId} and resting_on is not null
      and trim(coalesce(how_to_come_back, '')) = ''`,
  'C2-1 a conversation 2 with no named person, no cover, or one who is both': ({ council, personId }) => sql`
    select id from conversation where council_id = ${council} and person_id = ${personId} and kind = 2
      and (named_account_id is null or cover_account_id is null or named_account_id = cover_account_id)`,
  'C2-1 a conversation 2 that does not say what must change, or how to be safe': ({
    council,
    personId,
  }) => sql`
    select c.id from conversation c left join crisis_plan k on k.council_id = c.council_id and k.conversation_id = c.id
    where c.council_id = ${council} and c.person_id = ${personId} and c.kind = 2
      and (trim(coalesce(k.must_change, '')) = '' or trim(coalesce(k.safety_note, '')) = '')`,
  'C2-2 two conversations 2 open with one person': ({ council, personId }) => sql`
    select count(*) from conversation where council_id = ${council} and person_id = ${personId} and kind = 2 and resting_on is null
    having count(*) > 1`,
  'C2-2 a named person who is not the one both said yes to': ({ council, personId, noted }) => sql`
    select c.id from conversation c
      left join ${rowsOf(noted.named, 'first("conversationId" uuid, "accountId" uuid)')} on first."conversationId" = c.id
      left join lateral (select to_account_id from named_person_change n
        where n.council_id = c.council_id and n.conversation_id = c.id and n.from_yes_at is not null and n.to_yes_at is not null
        order by greatest(n.from_yes_at, n.to_yes_at) desc, n.asked_at desc limit 1) last on true
    where c.council_id = ${council} and c.person_id = ${personId} and c.kind = 2
      and c.named_account_id <> coalesce(last.to_account_id, first."accountId")`,
  'C2-2 two colleagues asked at once to be the named person': ({ council, personId }) => sql`
    select n.conversation_id from named_person_change n join conversation c on c.council_id = n.council_id and c.id = n.conversation_id
    where c.council_id = ${council} and c.person_id = ${personId} and (n.from_yes_at is null or n.to_yes_at is null)
      and n.from_said_not_now_at is null and n.to_said_not_now_at is null
    group by n.conversation_id having count(*) > 1`,
  'C2-5 more small money than the site lets a conversation spend': ({ council, personId }) => sql`
    select m.conversation_id from small_money m join conversation c on c.council_id = m.council_id and c.id = m.conversation_id
      left join rule_set r on r.council_id = c.council_id and r.id = c.rule_set_id
    where c.council_id = ${council} and c.person_id = ${personId} group by m.conversation_id, r.rules
    having sum(m.amount_pence) > coalesce((r.rules->>'smallMoneyLimitPence')::integer, 20000)`,
  'C2-6 a conversation 2 that ended without what changed, their view, or a day to ask': ({
    council,
    personId,
  }) => sql`
    select id from conversation where council_id = ${council} and person_id = ${personId} and kind = 2 and resting_on is not null
      and (trim(coalesce(what_changed, '')) = '' or trim(coalesce(persons_view, '')) = '' or what_next is null
        or (what_next = 'resting' and check_back_on is null))`,
  'C2-3 a conversation 3 opened during a conversation 2, with no exception': ({ council, personId }) => sql`
    select three.id from conversation three join conversation two on two.council_id = three.council_id
      and two.person_id = three.person_id and two.kind = 2 and two.opened_at < three.opened_at
      and (two.resting_on is null or two.resting_on > three.opened_on)
    where three.council_id = ${council} and three.person_id = ${personId} and three.kind = 3 and three.opened_by_exception is null`,
  'C3-1 two conversations 3 open with one person': ({ council, personId }) => sql`
    select count(*) from conversation where council_id = ${council} and person_id = ${personId} and kind = 3 and resting_on is null
    having count(*) > 1`,
  'C3-1 a conversation 3 with no exception and no peer test by somebody else since the plan was read again':
    ({ council, personId }) => sql`
    select c.id from conversation c where c.council_id = ${council} and c.person_id = ${personId} and c.kind = 3
      and c.opened_by_exception is null and not exists (select from peer_share s
        join peer_share_attendee a on a.council_id = s.council_id and a.peer_share_id = s.id and a.account_id <> s.presenter_id
        where s.council_id = c.council_id and s.person_id = c.person_id and s.purpose = 'peer-test' and s.shared_at <= c.opened_at
          and trim(s.why_1_used_up) <> '' and trim(s.why_2_used_up) <> ''
          and s.shared_at > coalesce((select max(h.at) from crisis_contact h where h.council_id = c.council_id
            and h.person_id = c.person_id and h.reread_plan and h.at <= c.opened_at), '-infinity'))`,
  'C3-2 a conversation 3 that opened at once and does not say why': ({ council, personId }) => sql`
    select c.id from conversation c where c.council_id = ${council} and c.person_id = ${personId} and c.kind = 3
      and c.opened_by_exception is not null and not exists (select from entry e where e.council_id = c.council_id
        and e.conversation_id = c.id and trim(e.think) <> '')`,
};
