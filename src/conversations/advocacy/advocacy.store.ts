import { sql } from 'kysely';
import { tellTimeline } from '../../people/timeline/timeline.store.ts';
import { type Day, dayOf } from '../../platform/clock.ts';
import {
  actorOf,
  type CouncilDb,
  type CouncilReader,
  councilOf,
  nowOf,
  readRows,
} from '../../platform/db/council.ts';
import { Conflict, Unknown } from '../../platform/http/problems.ts';
import { newId } from '../../platform/ids.ts';
import { isRefusal, type Refusal } from '../../platform/refusal.ts';
import type { Advocacy, Advocate, Involvement } from './advocacy.ts';
import { advocacySentence, type Whose } from './advocacy-in-words.ts';
import { mayBeginWith, mayEndWith } from './advocate-days.ts';

const involvementRows = sql`select i.id, i.looked_on as "lookedOn", i.understanding, i.retaining, i.weighing, i.communicating,
    i.words, i.appropriate_person as "appropriatePerson", i.appropriate_relation as "appropriateRelation",
    i.appropriate_agreed_on as "appropriateAgreedOn", i.appropriate_person_agreed as "isAgreedByPerson",
    i.appropriate_is_paid as "isPaid", i.has_long_stay_ahead as "hasLongStayAhead",
    i.has_disagreement as "hasDisagreement", i.considered, a.name as "recordedBy"
  from involvement i join account a on a.council_id = i.council_id and a.id = i.recorded_by`;

/** What was seen of how somebody can be involved, the latest first: that one stands, the others are kept. */
export async function involvementsOf(db: CouncilReader, personId: string, most = 20): Promise<Involvement[]> {
  return readRows<Involvement>(
    db,
    sql`${involvementRows} where i.council_id = ${councilOf(db)} and i.person_id = ${personId}
      order by i.looked_on desc, i.recorded_at desc, i.id desc limit ${most}`,
  );
}

const advocateRows = sql`select id, what_for as "whatFor", asked_on as "askedOn", asked_of as "askedOf", name,
    in_place_on as "inPlaceOn", ended_on as "endedOn", ended_because as "endedBecause", version from advocate`;

/** Somebody's advocates, those still with them or asked for first, then the latest. */
export async function advocatesOf(db: CouncilReader, personId: string, most = 30): Promise<Advocate[]> {
  return readRows<Advocate>(
    db,
    sql`${advocateRows} where council_id = ${councilOf(db)} and person_id = ${personId}
      order by ended_on is not null, asked_on desc, id desc limit ${most}`,
  );
}

/** Everything the rule looks at: how somebody can be involved, and their advocates (N3). */
export async function advocacyOf(db: CouncilReader, personId: string): Promise<Advocacy> {
  const [involvement] = await involvementsOf(db, personId, 1);
  return {
    involvement: involvement ?? null,
    advocates: await advocatesOf(db, personId),
    markedOn: await markedOn(db, personId),
  };
}

/** The day it was marked that being involved would be very hard, when nobody has written what they saw since. */
async function markedOn(db: CouncilReader, personId: string): Promise<Day | null> {
  const [row] = await readRows<{ on: Day; isHard: boolean }>(
    db,
    sql`select f.happened_on as "on", f.details ->> 'answer' = 'yes' as "isHard" from fact f
      where f.council_id = ${councilOf(db)} and f.person_id = ${personId} and f.kind = 'substantial-difficulty'
        and f.is_current and not exists (select from involvement i where i.council_id = f.council_id
          and i.person_id = f.person_id and i.recorded_at >= f.recorded_at)
      order by f.happened_on desc, f.recorded_at desc, f.id desc limit 1`,
  );
  return row?.isHard ? row.on : null;
}

/** Who speaks up with somebody, as a sentence for a page (“their”) or a letter (“your”); null when nobody has looked. */
export async function advocacyInASentence(
  db: CouncilReader,
  personId: string,
  whose: Whose = 'their',
): Promise<string | null> {
  return advocacySentence(await advocacyOf(db, personId), dayOf(nowOf(db)), whose);
}

export type NewInvolvement = Omit<Involvement, 'id' | 'recordedBy'>;

/** Keeps what was seen; what was seen before is kept too. */
export async function saveInvolvement(
  db: CouncilDb,
  personId: string,
  seen: NewInvolvement,
): Promise<string> {
  const id = newId();
  await db
    .insertInto('involvement')
    .values({
      council_id: councilOf(db),
      id,
      person_id: personId,
      looked_on: seen.lookedOn,
      understanding: seen.understanding,
      retaining: seen.retaining,
      weighing: seen.weighing,
      communicating: seen.communicating,
      words: seen.words,
      appropriate_person: seen.appropriatePerson,
      appropriate_relation: seen.appropriateRelation,
      appropriate_agreed_on: seen.appropriateAgreedOn,
      appropriate_person_agreed: seen.isAgreedByPerson,
      appropriate_is_paid: seen.isPaid,
      has_long_stay_ahead: seen.hasLongStayAhead,
      has_disagreement: seen.hasDisagreement,
      considered: seen.considered,
      recorded_by: actorOf(db).accountId,
      recorded_at: nowOf(db),
    })
    .execute();
  return id;
}

export interface NewAdvocate {
  whatFor: string;
  askedOn: Day;
  askedOf: string;
}

export async function askForAdvocate(db: CouncilDb, personId: string, asked: NewAdvocate): Promise<string> {
  const id = newId();
  await db
    .insertInto('advocate')
    .values({
      council_id: councilOf(db),
      id,
      person_id: personId,
      what_for: asked.whatFor,
      asked_on: asked.askedOn,
      asked_of: asked.askedOf,
      recorded_by: actorOf(db).accountId,
    })
    .execute();
  await tell(db, personId, id, 'An advocate was asked for');
  return id;
}

/** An advocate, and whose; or `Unknown`. Open the person (W5) before showing any of it. */
export async function findAdvocate(
  db: CouncilReader,
  advocateId: string,
): Promise<Advocate & { personId: string }> {
  const [found] = await readRows<Advocate & { personId: string }>(
    db,
    sql`select s.*, a.person_id as "personId" from (${advocateRows} where council_id = ${councilOf(db)}
      and id = ${advocateId}) s join advocate a on a.council_id = ${councilOf(db)} and a.id = s.id`,
  );
  if (!found) throw new Unknown();
  return found;
}

/** Writes who it is and the day they began. */
export async function advocateBegan(
  db: CouncilDb,
  advocateId: string,
  began: { name: string; inPlaceOn: Day; version: number },
): Promise<Refusal | null> {
  const advocate = await findAdvocate(db, advocateId);
  const refusal = mayBeginWith(advocate, began.inPlaceOn, dayOf(nowOf(db)));
  if (refusal) return refusal;
  await change(db, advocate, began.version, { name: began.name, in_place_on: began.inPlaceOn }, began.name);
  await tell(db, advocate.personId, advocateId, 'An advocate is in place');
  return null;
}

/** Writes that an advocate is with them no longer, or never came, and why. */
export async function advocateEnded(
  db: CouncilDb,
  advocateId: string,
  ended: { endedOn: Day; because: string; version: number },
): Promise<Refusal | null> {
  const advocate = await findAdvocate(db, advocateId);
  const refusal = mayEndWith(advocate, ended.endedOn, dayOf(nowOf(db)));
  if (isRefusal(refusal)) return refusal;
  const changes = { ended_on: ended.endedOn, ended_because: ended.because };
  await change(db, advocate, ended.version, changes, ended.because);
  await tell(db, advocate.personId, advocateId, 'An advocate is with them no longer');
  return null;
}

async function change(
  db: CouncilDb,
  { id, name, askedOf, endedBecause }: Advocate,
  version: number,
  changes: { name?: string; in_place_on?: Day; ended_on?: Day; ended_because?: string },
  yours: string,
): Promise<void> {
  const { numUpdatedRows } = await db
    .updateTable('advocate')
    .set({ ...changes, version: version + 1 })
    .where('council_id', '=', councilOf(db))
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  if (numUpdatedRows) return;
  throw new Conflict(
    'Somebody wrote about this advocate while you were looking at it.',
    { who: 'A colleague', words: endedBecause ?? name ?? askedOf },
    yours,
  );
}

const tell = (db: CouncilDb, personId: string, sourceId: string, title: string): Promise<void> =>
  tellTimeline(db, {
    personId,
    at: nowOf(db),
    kind: 'advocate',
    title,
    byLine: actorOf(db).name,
    link: `/people/${personId}/advocate`,
    sourceId,
  });
