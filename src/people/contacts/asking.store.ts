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
import { newId } from '../../platform/ids.ts';
import type { Refusal } from '../../platform/refusal.ts';
import { comeAlongside } from '../opening.store.ts';
import { holderAfter, mayAnswer, mayAsk, mayTake } from './belonging.ts';
import { type ContactShown, findContact } from './contacts.store.ts';

/** F1: one colleague asks another, by name, to take a contact on. Nothing moves until they say yes. */
export async function askColleague(
  db: CouncilDb,
  contact: ContactShown,
  ask: { colleagueId: string; sentence: string },
): Promise<Refusal | null> {
  const actor = actorOf(db);
  const refusal = mayAsk(contact, actor.accountId, ask.colleagueId);
  if (refusal) return refusal;
  await db
    .insertInto('contact_asked')
    .values({
      council_id: councilOf(db),
      id: newId(),
      contact_id: contact.contactId,
      asked_by: actor.accountId,
      asked: ask.colleagueId,
      sentence: ask.sentence,
      asked_at: nowOf(db),
    })
    .execute();
  return null;
}

export interface AskedOfMe {
  askId: string;
  contactId: string;
  personId: string;
  name: string;
  askedBy: string;
  sentence: string;
}

/** What colleagues have asked me to take on and I have not answered. */
export async function askedOfMe(db: CouncilReader, most = 20): Promise<AskedOfMe[]> {
  return readRows<AskedOfMe>(
    db,
    sql`select k.id as "askId", k.contact_id as "contactId", p.id as "personId", p.full_name as name, b.name as "askedBy", k.sentence
    from contact_asked k
    join contact c on c.council_id = k.council_id and c.id = k.contact_id
    join person p on p.council_id = c.council_id and p.id = c.person_id
    join account b on b.council_id = k.council_id and b.id = k.asked_by
    where k.council_id = ${councilOf(db)} and k.asked = ${actorOf(db).accountId} and k.answer is null
    order by k.asked_at limit ${most}`,
  );
}

/**
 * Answers a colleague. A yes moves the contact and brings the answerer's team alongside; "not now" leaves it
 * where it is, which is an honest answer. The row lock means it is answered once.
 */
export async function answerAsked(
  db: CouncilDb,
  askId: string,
  answer: 'yes' | 'not-now',
): Promise<{ personId: string } | Refusal> {
  const [ask] = await readRows<{
    contactId: string;
    personId: string;
    heldBy: string | null;
    asked: string;
    answer: 'yes' | 'not-now' | null;
  }>(
    db,
    sql`select k.contact_id as "contactId", c.person_id as "personId", c.held_by as "heldBy", k.asked, k.answer
    from contact_asked k join contact c on c.council_id = k.council_id and c.id = k.contact_id
    where k.council_id = ${councilOf(db)} and k.id = ${askId} for update of k`,
  );
  const actor = actorOf(db);
  if (!ask || ask.asked !== actor.accountId) throw new Unknown();
  const refusal = mayAnswer(ask.answer);
  if (refusal) return refusal;
  await db
    .updateTable('contact_asked')
    .set({ answer, answered_at: nowOf(db) })
    .where('council_id', '=', councilOf(db))
    .where('id', '=', askId)
    .execute();
  const holder = holderAfter(ask.heldBy, actor.accountId, answer);
  if (holder !== ask.heldBy) await takeOn(db, ask);
  return { personId: ask.personId };
}

/** F1: takes on what nobody holds. The contact is held meanwhile, so that of two colleagues at once one has it. */
export async function takeContact(db: CouncilDb, contactId: string): Promise<{ personId: string } | Refusal> {
  const council = councilOf(db);
  await sql`select from contact where council_id = ${council} and id = ${contactId} for update`.execute(db);
  const contact = await findContact(db, contactId);
  const refusal = mayTake(contact, actorOf(db).accountId);
  if (refusal) return refusal;
  await takeOn(db, contact);
  return contact;
}

async function takeOn(db: CouncilDb, contact: { contactId: string; personId: string }): Promise<void> {
  const actor = actorOf(db);
  const teamId = actor.teamIds[0];
  await sql`update contact set held_by = ${actor.accountId}, team_id = coalesce(${teamId ?? null}::uuid, team_id)
    where council_id = ${councilOf(db)} and id = ${contact.contactId}`.execute(db);
  await comeAlongside(
    db,
    contact.personId,
    teamId ? { teamId } : { accountId: actor.accountId },
    'colleague-asked',
  );
}
