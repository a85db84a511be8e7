import { sql } from 'kysely';
import { type CouncilDb, councilOf, nowOf } from '../db/council.ts';
import { newId } from '../ids.ts';

/** Hours of the day in London and days of the week (Monday 1 to Sunday 7) that whoever it is for can do with. */
export interface Hours {
  notBefore: string;
  notAfter: string;
  notDays: readonly number[];
}

export interface TextMessage {
  /** What it is about: a message with a reference that was used before is not written again. */
  reference: string;
  /** An address, or for a text a telephone number. */
  to: string;
  words: string;
  /** Not before then; at once when left out. */
  sendAfter?: Date;
  /** Only then, however often it is tried; at any hour when left out, as a code somebody waits for. */
  hours?: Hours;
  /** The name it comes from; the council's when left out. */
  from?: string;
}

export interface Letter extends TextMessage {
  subject: string;
}

/**
 * Puts a letter in the outbox, in the transaction of whatever it tells of: both happen, or neither. A round sends it.
 * @example await sendMail(db, { reference: `claim ${claimId}`, to, subject: 'Your page is yours', words })
 */
export const sendMail = (db: CouncilDb, letter: Letter): Promise<void> => queue(db, 'email', letter);

/** The same for a text: anybody may read it over a shoulder, so it holds no name and nothing of anybody's life. */
export const sendText = (db: CouncilDb, text: TextMessage): Promise<void> =>
  queue(db, 'text', { ...text, subject: '' });

async function queue(db: CouncilDb, by: 'email' | 'text', letter: Letter): Promise<void> {
  const { reference, to, subject, words, sendAfter = nowOf(db), hours, from = null } = letter;
  await sql`insert into outgoing_mail (council_id, id, reference, goes_by, mail_to, subject, words, made_at, send_after,
      not_before, not_after, not_days, sender)
    values (${councilOf(db)}, ${newId()}, ${reference}, ${by}, ${to}, ${subject}, ${words}, ${nowOf(db)}, ${sendAfter},
      ${hours?.notBefore ?? null}, ${hours?.notAfter ?? null}, ${hours?.notDays ?? []}, ${from})
    on conflict do nothing`.execute(db);
}

export interface WaitingLetter extends Letter {
  mailId: string;
  by: 'email' | 'text';
  tries: number;
  council: string;
  isDemo: boolean;
}

/**
 * The next letter of those kinds that is due, in the hours of whoever it is for, held until this transaction ends, which
 * waits for whoever carries it: nobody else sends it meanwhile.
 */
export async function takeLetter(
  db: CouncilDb,
  kinds: readonly WaitingLetter['by'][],
): Promise<WaitingLetter | null> {
  await mayWait(db);
  const { rows } =
    await sql<WaitingLetter>`${waiting} cross join (select ${nowOf(db)}::timestamptz at time zone 'Europe/London' as at) london
    where m.council_id = ${councilOf(db)} and m.sent_at is null and m.given_up_at is null and m.send_after <= ${nowOf(db)}
      and m.goes_by = any (${kinds}) and extract(isodow from london.at) <> all (m.not_days)
      and case when m.not_before < m.not_after then london.at::time >= m.not_before and london.at::time < m.not_after
        when m.not_before > m.not_after then london.at::time >= m.not_before or london.at::time < m.not_after
        else true end
    order by m.send_after, m.id limit 1 for update of m skip locked`.execute(db);
  return rows[0] ?? null;
}

const waiting = sql`select m.id as "mailId", m.reference, m.goes_by as by, m.mail_to as to, m.subject, coalesce(m.words, '') as words,
    m.tries, coalesce(m.sender, c.name) as council, c.is_demo as "isDemo"
  from outgoing_mail m join council c on c.council_id = m.council_id`;

/** This transaction waits for somebody outside. */
const mayWait = (db: CouncilDb) =>
  sql`select set_config('idle_in_transaction_session_timeout', '0', true)`.execute(db);

/** It went. Its words are not kept, for they may hold a short address; a demonstration keeps them to be read. */
export async function markSent(
  db: CouncilDb,
  { mailId, isDemo }: WaitingLetter,
  by: 'smtp' | 'notify',
): Promise<void> {
  await sql`update outgoing_mail set sent_at = ${nowOf(db)}, tries = tries + 1, last_problem = null, went_by = ${by},
      words = case when ${isDemo} then words end
    where council_id = ${councilOf(db)} and id = ${mailId}`.execute(db);
}

/** It did not go: tried again then, or given up when there is no then. */
export async function markNotSent(
  db: CouncilDb,
  { mailId }: WaitingLetter,
  problem: string,
  again: Date | null,
): Promise<void> {
  await sql`update outgoing_mail set tries = tries + 1, last_problem = ${problem},
      send_after = coalesce(${again}, send_after), given_up_at = ${again === null ? nowOf(db) : null}
    where council_id = ${councilOf(db)} and id = ${mailId}`.execute(db);
}

/** Who can say is asked for three days, which is how long Notify tries, each time after as long again as it has been. */
export async function takeAsked(db: CouncilDb, by: 'smtp' | 'notify'): Promise<WaitingLetter | null> {
  await mayWait(db);
  const { rows } = await sql<WaitingLetter>`${waiting}
    where m.council_id = ${councilOf(db)} and m.went_by = ${by} and m.arrived_at is null and m.given_up_at is null
      and m.sent_at > ${nowOf(db)}::timestamptz - interval '75 hours'
      and coalesce(m.asked_at + (m.asked_at - m.sent_at), m.sent_at + interval '1 minute') <= ${nowOf(db)}
    order by m.asked_at nulls first, m.id limit 1 for update of m skip locked`.execute(db);
  return rows[0] ?? null;
}

/** It arrived, or never will; null when nobody can say yet. */
export async function markArrival(
  db: CouncilDb,
  { mailId }: WaitingLetter,
  arrival: { hasArrived: boolean; problem: string } | null,
): Promise<void> {
  const now = nowOf(db);
  await sql`update outgoing_mail set asked_at = ${now}, arrived_at = ${arrival?.hasArrived ? now : null},
      given_up_at = ${arrival && !arrival.hasArrived ? now : null}, last_problem = ${arrival?.problem || null}
    where council_id = ${councilOf(db)} and id = ${mailId}`.execute(db);
}
