import { sql } from 'kysely';
import { type CouncilDb, councilOf, nowOf } from '../db/council.ts';
import { newId } from '../ids.ts';

export interface Letter {
  /** What it is about: a letter with a reference that was used before is not written again. */
  reference: string;
  to: string;
  subject: string;
  words: string;
}

/**
 * Puts a letter in the outbox, in the transaction of whatever it tells of: both happen, or neither. A round sends it.
 * @example await sendMail(db, { reference: `claim ${claimId}`, to, subject: 'Your page is yours', words })
 */
export async function sendMail(db: CouncilDb, letter: Letter): Promise<void> {
  const { reference, to, subject, words } = letter;
  await sql`insert into outgoing_mail (council_id, id, reference, mail_to, subject, words, made_at, send_after)
    values (${councilOf(db)}, ${newId()}, ${reference}, ${to}, ${subject}, ${words}, ${nowOf(db)}, ${nowOf(db)})
    on conflict do nothing`.execute(db);
}

export interface WaitingLetter extends Letter {
  mailId: string;
  tries: number;
  council: string;
  isDemo: boolean;
}

/** The next letter that is due, held until this transaction ends, which waits for the mail server: nobody else sends it meanwhile. */
export async function takeLetter(db: CouncilDb): Promise<WaitingLetter | null> {
  await sql`select set_config('idle_in_transaction_session_timeout', '0', true)`.execute(db);
  const { rows } = await sql<WaitingLetter>`
    select m.id as "mailId", m.reference, m.mail_to as to, m.subject, m.words, m.tries, c.name as council, c.is_demo as "isDemo"
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
