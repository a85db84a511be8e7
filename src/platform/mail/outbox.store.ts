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
  const { reference, to, subject, words, sendAfter = nowOf(db), hours } = letter;
  await sql`insert into outgoing_mail (council_id, id, reference, goes_by, mail_to, subject, words, made_at, send_after,
      not_before, not_after, not_days)
    values (${councilOf(db)}, ${newId()}, ${reference}, ${by}, ${to}, ${subject}, ${words}, ${nowOf(db)}, ${sendAfter},
      ${hours?.notBefore ?? null}, ${hours?.notAfter ?? null}, ${hours?.notDays ?? []})
    on conflict do nothing`.execute(db);
}

export interface WaitingLetter extends Letter {
  mailId: string;
  by: 'email' | 'text';
  tries: number;
  council: string;
  isDemo: boolean;
}

/** The next letter that is due, held until this transaction ends, which waits for the mail server: nobody else sends it meanwhile. */
export async function takeLetter(db: CouncilDb): Promise<WaitingLetter | null> {
  await sql`select set_config('idle_in_transaction_session_timeout', '0', true)`.execute(db);
  const { rows } = await sql<WaitingLetter>`
    select m.id as "mailId", m.reference, m.goes_by as by, m.mail_to as to, m.subject, m.words, m.tries, c.name as council, c.is_demo as "isDemo"
    from outgoing_mail m join council c on c.council_id = m.council_id
    where m.council_id = ${councilOf(db)} and m.sent_at is null and m.given_up_at is null and m.send_after <= ${nowOf(db)}
    order by m.send_after, m.id limit 1 for update of m skip locked`.execute(db);
  return rows[0] ?? null;
}

/** It went. Its words are not kept, for they may hold a short address; a demonstration keeps them to be read. */
export async function markSent(db: CouncilDb, { mailId, isDemo }: WaitingLetter): Promise<void> {
  await sql`update outgoing_mail set sent_at = ${nowOf(db)}, tries = tries + 1, last_problem = null,
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
