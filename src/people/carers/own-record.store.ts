import { sql } from 'kysely';
import { dayOf } from '../../platform/clock.ts';
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
import { readLooking } from '../finding/finding.ts';
import { comeAlongside, openPerson } from '../opening.store.ts';
import { type Found, findPeople, identityOf, makePerson, peopleAround } from '../people.store.ts';
import type { Identity, PersonAround } from '../person.ts';
import { tellTimeline } from '../timeline/timeline.store.ts';

/** Somebody around a person who may want a record of their own, and those we know who may be them. */
export interface OwnRecordValue {
  identity: Identity;
  today: string;
  one: PersonAround;
  found: Found[];
}

export async function readOwnRecord(
  db: CouncilReader,
  personId: string,
  aroundId: string,
  typedName: string | null = null,
): Promise<OwnRecordValue> {
  const one = await findAround(db, personId, aroundId);
  return {
    identity: await identityOf(db, personId),
    today: dayOf(nowOf(db)),
    one,
    found: one.carerPersonId ? [] : await mayBe(db, personId, `${typedName ?? one.name} ${one.phone ?? ''}`),
  };
}

/** F4: those we know who may be the same; never the person they look out for. */
async function mayBe(db: CouncilReader, personId: string, line: string): Promise<Found[]> {
  return (await findPeople(db, readLooking(line), 10)).filter(({ id }) => id !== personId);
}

export interface OwnRecord {
  record: string;
  fullName: string | null;
  looked: readonly string[];
}

/**
 * Gives somebody who looks out for a person a record of their own, or joins the one they have: the acting team
 * comes alongside, and both stories stay apart (W2). Two people doing it at once: the second is told so.
 * @returns the carer's own person id
 */
export async function giveOwnRecord(
  db: CouncilDb,
  personId: string,
  aroundId: string,
  asked: OwnRecord,
): Promise<string | Refusal> {
  const one = await holdAround(db, personId, aroundId);
  if (one.carerPersonId)
    return refuse('F4', 'they have a record of their own already', 'open it from “People around”');
  const carerId = await recordFor(db, personId, one, asked);
  if (typeof carerId !== 'string') return carerId;
  const { rows } = await sql`update person_around set carer_person_id = ${carerId}, is_carer = true
    where council_id = ${councilOf(db)} and id = ${aroundId} and carer_person_id is null returning id`.execute(
    db,
  );
  if (!rows.length) throw new Unknown();
  const actor = actorOf(db);
  const [teamId] = actor.teamIds;
  await comeAlongside(db, carerId, teamId ? { teamId } : { accountId: actor.accountId }, 'conversation');
  const { fullName } = await identityOf(db, personId);
  await tellTimeline(db, {
    personId: carerId,
    at: nowOf(db),
    kind: 'own-record',
    title: `They look out for ${fullName}`,
    byLine: actor.name,
    voices: [
      {
        voice: 'note',
        words: `They were asked, and said yes to a record of their own. What they tell us stays theirs: it is never on ${fullName}’s record.`,
      },
    ],
  });
  return carerId;
}

async function holdAround(db: CouncilDb, personId: string, aroundId: string): Promise<PersonAround> {
  await readRows(
    db,
    sql`select id from person_around where council_id = ${councilOf(db)} and id = ${aroundId} for update`,
  );
  return findAround(db, personId, aroundId);
}

/** Somebody around this person, also when it was written on a record since joined to theirs. */
export async function findAround(
  db: CouncilReader,
  personId: string,
  aroundId: string,
): Promise<PersonAround> {
  const [row] = await readRows<{ ofPerson: string }>(
    db,
    sql`select person_id as "ofPerson" from person_around where council_id = ${councilOf(db)} and id = ${aroundId}`,
  );
  if (!row || (await openPerson(db, row.ofPerson)).personId !== personId) throw new Unknown();
  const one = (await peopleAround(db, row.ofPerson)).find(({ id }) => id === aroundId);
  if (!one) throw new Unknown();
  return one;
}

/** F4: the one chosen; or a new one, once everybody who may be the same has been looked at. */
async function recordFor(
  db: CouncilDb,
  personId: string,
  one: PersonAround,
  { record, fullName, looked }: OwnRecord,
): Promise<string | Refusal> {
  const known = record === 'new' ? null : await carriedOn(db, record);
  if (known === personId)
    return refuse('N5', 'nobody is written down as their own carer', 'choose somebody else, or a new record');
  if (known) return known;
  const name = fullName ?? one.name;
  const unseen = (await mayBe(db, personId, `${name} ${one.phone ?? ''}`)).filter(
    ({ id }) => !looked.includes(id),
  );
  if (unseen.length)
    return refuse('F4', 'we may already know them', 'choose them below, or say that it is none of these');
  return makePerson(db, { fullName: name, phone: one.phone });
}

/** The record that carries on, when two turned out to be one person. */
async function carriedOn(db: CouncilReader, personId: string): Promise<string> {
  const [row] = await readRows<{ id: string }>(
    db,
    sql`select coalesce(merged_into, id) as id from person where council_id = ${councilOf(db)} and id = ${personId}`,
  );
  if (!row) throw new Unknown();
  return row.id;
}
