import { sql } from 'kysely';
import {
  actorOf,
  type CouncilDb,
  type CouncilReader,
  councilOf,
  nowOf,
  readRows,
} from '../../platform/db/council.ts';
import { Unknown } from '../../platform/http/problems.ts';
import { type Refusal, refuse } from '../../platform/refusal.ts';
import { neutralName } from './news.ts';
import type { Told } from './told.ts';

const columns = sql`m.id as "messageId", m.person_id as "personId", coalesce(p.known_as, p.full_name) as name, t.name as "toName",
  m.made_at as "madeAt", m.how, m.why, o.sent_at as "sentAt", o.went_by as "wentBy", o.arrived_at as "arrivedAt",
  o.given_up_at as "givenUpAt", o.last_problem as problem, m.settled_at as "settledAt", b.name as "settledBy", m.settled_how as "settledHow",
  w.may_ring as "mayRing", w.say_nothing_of as "sayNothingOf",
  coalesce((select json_agg(n.about order by n.made_at, n.id) from news n where n.council_id = m.council_id and n.message_id = m.id), '[]') as news,
  coalesce((select json_agg(d.need order by d.id) from communication_need d
    where d.council_id = m.council_id and d.person_id = m.person_id and d.kind = 'communication'), '[]') as needs`;
const messages = sql`from message m join person p on p.council_id = m.council_id and p.id = m.person_id
  left join outgoing_mail o on o.council_id = m.council_id and o.id = m.mail_id
  left join account t on t.council_id = m.council_id and t.id = m.account_id
  left join account b on b.council_id = m.council_id and b.id = m.settled_by
  left join contact_wish w on w.council_id = m.council_id and w.person_id = m.person_id`;

/** What somebody was sent or told, newest first. */
export async function toldTo(
  db: CouncilReader,
  personId: string,
  most: number,
  before: Date | null,
): Promise<Told[]> {
  return readRows<Told>(
    db,
    sql`select ${columns} ${messages} where m.council_id = ${councilOf(db)} and m.person_id = ${personId}
      and (${before}::timestamptz is null or m.made_at < ${before}::timestamptz) order by m.made_at desc, m.id desc limit ${most}`,
  );
}

/** What the acting worker's teams have to tell somebody themselves: no message suits, a letter is to be posted, or one did not arrive. */
export async function toTell(db: CouncilReader, most: number): Promise<Told[]> {
  return readRows<Told>(
    db,
    sql`select ${columns} ${messages} where m.council_id = ${councilOf(db)} and m.settled_at is null
      and (m.how in ('somebody', 'letter') or o.given_up_at is not null) and p.died_on is null and p.merged_into is null
      and exists (select from team_alongside a where a.council_id = m.council_id and a.person_id = m.person_id
        and (a.team_id = any (${actorOf(db).teamIds}::uuid[]) or a.account_id = ${actorOf(db).accountId}))
    order by m.made_at, m.id limit ${most}`,
  );
}

/** What the council signs its messages with, if anything. */
export async function messagesFrom(db: CouncilReader): Promise<string | null> {
  const [council] = await readRows<{ settings: Record<string, unknown> }>(
    db,
    sql`select settings from council where council_id = ${councilOf(db)}`,
  );
  return neutralName(council?.settings ?? {});
}

/** Whose message this is. */
export async function toldPerson(db: CouncilReader, messageId: string): Promise<string> {
  const [row] = await readRows<{ personId: string }>(
    db,
    sql`select person_id as "personId" from message where council_id = ${councilOf(db)} and id = ${messageId}`,
  );
  if (!row) throw new Unknown();
  return row.personId;
}

/** One of us told them, posted it or let it be. */
export async function settleTold(
  db: CouncilDb,
  messageId: string,
  how: 'told' | 'posted' | 'not-now',
): Promise<Refusal | null> {
  const { rows } =
    await sql`update message set settled_at = ${nowOf(db)}, settled_by = ${actorOf(db).accountId}, settled_how = ${how}
    where council_id = ${councilOf(db)} and id = ${messageId} and settled_at is null and how <> 'nobody' returning id`.execute(
      db,
    );
  return rows.length ? null : refuse('W1', 'this has been done already', 'open the list again');
}

export interface OutboxLine {
  mailId: string;
  by: 'email' | 'text';
  to: string;
  subject: string;
  words: string | null;
  madeAt: Date;
  sentAt: Date | null;
}

/** Everything that would have gone out, newest first, where this council is a demonstration; null where it is not. */
export async function demonstrationOutbox(db: CouncilReader, most: number): Promise<OutboxLine[] | null> {
  const [council] = await readRows<{ is_demo: boolean }>(
    db,
    sql`select is_demo from council where council_id = ${councilOf(db)}`,
  );
  if (!council?.is_demo) return null;
  return readRows<OutboxLine>(
    db,
    sql`select id as "mailId", goes_by as by, mail_to as to, subject, words, made_at as "madeAt", sent_at as "sentAt"
      from outgoing_mail where council_id = ${councilOf(db)} order by made_at desc, id desc limit ${most}`,
  );
}
