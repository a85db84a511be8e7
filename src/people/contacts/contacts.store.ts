import { sql } from 'kysely';
import { type Day, dayOf } from '../../platform/clock.ts';
import {
  actorOf,
  type CouncilDb,
  type CouncilReader,
  councilOf,
  readRows,
} from '../../platform/db/council.ts';
import { Unknown } from '../../platform/http/problems.ts';
import { newId } from '../../platform/ids.ts';
import type { HeldNow } from '../held-back/held-back.ts';
import { heldNowJson } from '../held-back/held-now.store.ts';
import { comeAlongside } from '../opening.store.ts';
import { tellTimeline } from '../timeline/timeline.store.ts';
import { type How, howInWords, type Permission } from './contact.ts';

export interface NewContact {
  personId: string;
  madeAt: Date;
  how: How;
  madeBy: string;
  madeByRelation: string;
  permission: Permission;
  words: string;
  safeNow?: string | null;
  mayHaveNeeds?: string | null;
  carerAround?: string | null;
}

/**
 * Saves that somebody got in touch. It belongs at once to whoever answered (F1), the clock starts at `madeAt`
 * (F2), the answerer's team comes alongside, and the person's story tells of it. Returns the contact's id.
 */
export async function saveContact(db: CouncilDb, contact: NewContact): Promise<string> {
  const id = newId();
  const actor = actorOf(db);
  const teamId = actor.teamIds[0] ?? null;
  await db
    .insertInto('contact')
    .values({
      council_id: councilOf(db),
      id,
      person_id: contact.personId,
      made_at: contact.madeAt,
      ended_on: dayOf(contact.madeAt),
      how: contact.how,
      made_by: contact.madeBy,
      made_by_relation: contact.madeByRelation,
      permission: contact.permission,
      words: contact.words,
      answered_by: actor.accountId,
      held_by: actor.accountId,
      team_id: teamId,
      safe_now: contact.safeNow ?? null,
      may_have_needs: contact.mayHaveNeeds ?? null,
      carer_around: contact.carerAround ?? null,
    })
    .execute();
  await comeAlongside(db, contact.personId, teamId ? { teamId } : { accountId: actor.accountId }, 'contact');
  await tellTimeline(db, {
    personId: contact.personId,
    at: contact.madeAt,
    kind: 'contact',
    title: `${contact.madeBy} got in touch`,
    byLine: `${howInWords[contact.how]}, answered by ${actor.name}`,
    voices: [{ voice: 'said', who: contact.madeBy, words: contact.words }],
    link: `/contacts/${id}`,
    sourceId: id,
  });
  return id;
}

/**
 * The first real conversation with a person stops the clock of every contact made before it (F2, E6). Written up
 * late, it counts from the day it was.
 */
export async function markSpoken(db: CouncilDb, personId: string, at: Date): Promise<void> {
  await sql`update contact set spoken_on = ${dayOf(at)}
    where council_id = ${councilOf(db)} and person_id = ${personId}
      and (spoken_on is null or spoken_on > ${dayOf(at)}::date)
      and (made_at at time zone 'Europe/London')::date <= ${dayOf(at)}::date`.execute(db);
}

export interface NotSpoken {
  contactId: string;
  personId: string;
  name: string;
  madeAt: Date;
  madeBy: string;
  heldBy: string | null;
  words: string;
}

/** Everyone my teams have not yet spoken with, longest first, by name (F2). */
export async function notYetSpokenWith(db: CouncilReader, most = 50): Promise<NotSpoken[]> {
  return readRows<NotSpoken>(
    db,
    sql`select c.id as "contactId", p.id as "personId", p.full_name as name, c.made_at as "madeAt", c.made_by as "madeBy",
      a.name as "heldBy", c.words
    from contact c
    join person p on p.council_id = c.council_id and p.id = c.person_id
    left join account a on a.council_id = c.council_id and a.id = c.held_by
    where c.council_id = ${councilOf(db)} and c.spoken_on is null and p.died_on is null
      and (c.team_id = any (${actorOf(db).teamIds}::uuid[]) or c.held_by = ${actorOf(db).accountId})
    order by c.made_at, c.id limit ${most}`,
  );
}

export interface ContactShown {
  contactId: string;
  personId: string;
  personName: string;
  madeAt: Date;
  madeBy: string;
  words: string;
  held: HeldNow | null;
  heldById: string | null;
  heldBy: string | null;
  spokenOn: Day | null;
  asked: { id: string; name: string; askedId: string; sentence: string; answer: 'yes' | 'not-now' | null }[];
}

/** One contact, with who holds it and every time a colleague was asked to take it on. */
export async function findContact(db: CouncilReader, contactId: string): Promise<ContactShown> {
  const [row] = await readRows<ContactShown>(
    db,
    sql`select c.id as "contactId", p.id as "personId", p.full_name as "personName", c.made_at as "madeAt", c.made_by as "madeBy",
      c.words, ${heldNowJson(sql`c.council_id`, sql`c.person_id`, sql`array[c.id]`)} as held, c.held_by as "heldById", a.name as "heldBy", c.spoken_on as "spokenOn",
      coalesce((select json_agg(json_build_object('id', k.id, 'name', b.name, 'askedId', k.asked, 'sentence', k.sentence, 'answer', k.answer)
          order by k.asked_at)
        from contact_asked k join account b on b.council_id = k.council_id and b.id = k.asked
        where k.council_id = c.council_id and k.contact_id = c.id), '[]') as asked
    from contact c
    join person p on p.council_id = c.council_id and p.id = c.person_id
    left join account a on a.council_id = c.council_id and a.id = c.held_by
    where c.council_id = ${councilOf(db)} and c.id = ${contactId}`,
  );
  if (!row) throw new Unknown();
  return row;
}
