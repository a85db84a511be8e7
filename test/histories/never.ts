import { type RawBuilder, sql } from 'kysely';
import { type CouncilReader, councilOf, readRows } from '../../src/platform/db/council.ts';
import type { World } from './world.ts';

type Sql = RawBuilder<unknown>;

/**
 * What must never be, asked of the tables in SQL written apart from the rules: each question finds nothing, whatever
 * was done in whatever order.
 */
const never: Record<string, (council: number, personId: string) => Sql> = {
  'C2-2 two conversations 2 open with one person': (council, personId) => sql`
    select count(*) from conversation where council_id = ${council} and person_id = ${personId} and kind = 2 and resting_on is null
    having count(*) > 1`,
  'C2-2 a named person who is not the one both said yes to': (council, personId) => sql`
    select c.id from conversation c join lateral (select to_account_id from named_person_change n
      where n.council_id = c.council_id and n.conversation_id = c.id and n.from_yes_at is not null and n.to_yes_at is not null
      order by greatest(n.from_yes_at, n.to_yes_at) desc, n.asked_at desc limit 1) last on true
    where c.council_id = ${council} and c.person_id = ${personId} and c.kind = 2 and c.named_account_id <> last.to_account_id`,
  'C2-1 a conversation 2 with no named person, no cover, or one who is both': (council, personId) => sql`
    select id from conversation where council_id = ${council} and person_id = ${personId} and kind = 2
      and (named_account_id is null or cover_account_id is null or named_account_id = cover_account_id)`,
  'C2-3 a conversation 3 opened during a conversation 2, with no exception': (council, personId) => sql`
    select three.id from conversation three join conversation two on two.council_id = three.council_id
      and two.person_id = three.person_id and two.kind = 2 and two.opened_at < three.opened_at
      and (two.resting_on is null or two.resting_on > three.opened_on)
    where three.council_id = ${council} and three.person_id = ${personId} and three.kind = 3 and three.opened_by_exception is null`,
  'C3-1 a conversation 3 with no exception and no peer test by somebody else': (council, personId) => sql`
    select c.id from conversation c where c.council_id = ${council} and c.person_id = ${personId} and c.kind = 3
      and c.opened_by_exception is null and not exists (select from peer_share s
        join peer_share_attendee a on a.council_id = s.council_id and a.peer_share_id = s.id and a.account_id <> s.presenter_id
        where s.council_id = c.council_id and s.person_id = c.person_id and s.purpose = 'peer-test' and s.shared_at <= c.opened_at
          and trim(s.why_1_used_up) <> '' and trim(s.why_2_used_up) <> '')`,
  'C1-1 a conversation 1 resting with what matters, a carer, information or the way back missing': (
    council,
    personId,
  ) => sql`
    select c.id from conversation c where c.council_id = ${council} and c.person_id = ${personId} and c.kind = 1 and c.resting_on is not null
      and ((select count(distinct f.kind) from fact f where f.council_id = c.council_id and f.conversation_id = c.id and f.is_current
          and f.kind in ('what-matters', 'carer-asked', 'information-given', 'how-to-come-back')) < 4
        or (c.check_back_on is null and not c.check_back_declined) or coalesce(c.how_to_come_back, '') = '')`,
  'C1-1 a conversation 1 resting with needs unsettled': (council, personId) => sql`
    select c.id from conversation c where c.council_id = ${council} and c.person_id = ${personId} and c.kind = 1 and c.resting_on is not null
      and not exists (select from fact f where f.council_id = c.council_id and f.conversation_id = c.id and f.is_current
        and ((f.kind = 'may-have-needs' and f.details->>'answer' = 'no')
          or (f.kind = 'under-way' and coalesce(f.details->>'startsOn', '') <> '')
          or (f.kind = 'needs-assessment-made' and f.details->>'toldOn' <= f.details->>'madeOn')
          or (f.kind = 'declined' and f.details->>'abuseRisk' = 'no' and f.details->>'capacity' in ('not-in-doubt', 'looked-at')
            and f.details->>'declinedOn' is not null and f.details->>'wouldBringBack' is not null)))`,
  'C3-3 a decision given to somebody who was not told beforehand': (council, personId) => sql`
    select d.id from determination d where d.council_id = ${council} and d.person_id = ${personId}
      and not exists (select from fact f where f.council_id = d.council_id and f.conversation_id = d.conversation_id
        and f.kind = 'told-beforehand' and (f.details->>'toldOn')::date <= d.decided_on)`,
  'C3-5 a plan that stands with no decision in its conversation': (council, personId) => sql`
    select p.id from plan p where p.council_id = ${council} and p.person_id = ${personId} and p.state <> 'being-written'
      and p.agreement is not null and not exists (select from determination d where d.council_id = p.council_id and d.conversation_id = p.conversation_id)`,
  'C2-3 a plan agreed during a conversation 2, with no duty whose day others set': (council, personId) => sql`
    select p.id from plan p join conversation three on three.council_id = p.council_id and three.id = p.conversation_id
      join conversation two on two.council_id = p.council_id and two.person_id = p.person_id and two.kind = 2
        and two.opened_on < p.agreed_on and (two.resting_on is null or two.resting_on > p.agreed_on)
    where p.council_id = ${council} and p.person_id = ${personId} and p.agreement is not null
      and coalesce(three.opened_by_exception, 'asked-for-a-determination') = 'asked-for-a-determination'`,
  'N3 a decision given while an advocate was wanted and none was there': (council, personId) => sql`
    select d.id from determination d join lateral (select * from involvement i
        where i.council_id = d.council_id and i.person_id = d.person_id and i.recorded_at <= (select max(at) from timeline_event t
          where t.council_id = d.council_id and t.source_id = d.id)
        order by i.looked_on desc, i.recorded_at desc limit 1) i on true
    where d.council_id = ${council} and d.person_id = ${personId}
      and (i.understanding or i.retaining or i.weighing or i.communicating)
      and not (i.appropriate_person is not null and i.appropriate_agreed_on is not null and i.appropriate_person_agreed
        and not coalesce(i.appropriate_is_paid, false))
      and not exists (select from advocate a where a.council_id = d.council_id and a.person_id = d.person_id and a.in_place_on is not null)`,
  'P1 a plan agreed for less with a piece missing': (council, personId) => sql`
    select p.id from plan p join plan e on e.council_id = p.council_id and e.id = p.follows
    where p.council_id = ${council} and p.person_id = ${personId} and p.agreement is not null
      and ((select coalesce(sum(council_pence), 0) from budget_part b where b.council_id = p.council_id and b.plan_id = p.id and b.how_often = 'weekly')
          < (select coalesce(sum(council_pence), 0) from budget_part b where b.council_id = e.council_id and b.plan_id = e.id and b.how_often = 'weekly')
        or exists (select from plan_need n where n.council_id = e.council_id and n.plan_id = e.id and n.met_by = 'paid'
          and not exists (select from plan_need m where m.council_id = p.council_id and m.plan_id = p.id and lower(m.need) = lower(n.need))
          and not exists (select from need_beside s join need_answer a on a.council_id = s.council_id and a.beside_id = s.id
            where s.council_id = p.council_id and s.plan_id = p.id and s.was_need_id = n.id)))
      and (p.agreement = 'disagree' or p.conversation_id = e.conversation_id or trim(p.down_reasons) = '' or trim(p.down_involved) = ''
        or p.down_told_on is null or p.down_told_on >= p.starts_on or trim(p.if_things_go_wrong) = ''
        or p.down_because <@ array['costs', 'managing-better']
        or not exists (select from determination d where d.council_id = p.council_id and d.conversation_id = p.conversation_id and d.decided_on > e.starts_on))`,
  'N5 a plan agreed that leans on a carer who had said no, or had not been asked': (council, personId) => sql`
    select n.id from plan p join plan_need n on n.council_id = p.council_id and n.plan_id = p.id and n.met_by = 'family' and n.carer_id is not null
    where p.council_id = ${council} and p.person_id = ${personId} and p.agreement is not null
      and 2 > (select count(*) from unnest(array['willing', 'able']) side
        where 'yes' = (select s.answer from carer_statement s where s.council_id = p.council_id and s.carer_id = n.carer_id
          and s.for_person_id = p.person_id and lower(s.thing) = lower(n.carer_thing) and s.side = side.side
          and s.recorded_at <= (select max(at) from timeline_event t where t.council_id = p.council_id and t.source_id = p.id and t.kind = 'plan-stands')
          and s.said_on <= p.agreed_on
          order by s.said_on desc, s.recorded_at desc, s.id desc limit 1))`,
  'two plans standing for one person': (council, personId) => sql`
    select count(*) from plan where council_id = ${council} and person_id = ${personId} and state = 'standing' having count(*) > 1`,
  'support that stopped with nobody saying why': (council, personId) => sql`
    select s.id from support s where s.council_id = ${council} and s.person_id = ${personId} and s.kind = 'ongoing' and s.ended_on is not null
      and s.ended_because is null and not exists (select from plan p where p.council_id = s.council_id and p.follows = s.plan_id)`,
  'P4 support that stopped for a move before the other council said it had taken over': (
    council,
    personId,
  ) => sql`
    select s.id from support s where s.council_id = ${council} and s.person_id = ${personId} and s.ended_because = 'moved-and-met-there'
      and not exists (select from move m where m.council_id = s.council_id and m.person_id = s.person_id and m.direction = 'away'
        and m.taken_over_on is not null and m.taken_over_on <= s.ended_on)`,
};

/** Every forbidden state a history has reached, by the rule that forbids it. */
export async function forbiddenIn(db: CouncilReader, world: World): Promise<string[]> {
  const council = councilOf(db);
  const found = await readRows<{ rule: string }>(
    db,
    sql`${sql.join(
      Object.entries(never).map(
        ([rule, question]) =>
          sql`select ${rule}::text as rule where exists (${question(council, world.personId)})`,
      ),
      sql` union all `,
    )}`,
  );
  return found.map(({ rule }) => rule);
}

export const forbidden = Object.keys(never);
