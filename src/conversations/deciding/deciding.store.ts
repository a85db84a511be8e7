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
import type { Fact } from '../conversation.ts';
import { factsOf } from '../facts.store.ts';
import { type Authority, authorityInWords, type DecidingFor, type Finding } from './deciding.ts';

/** What was found about one decision, with what the law asks to be kept of it. */
export interface DecisionFound extends Finding {
  factId: string;
  entryId: string;
  words: string;
  helpGiven: string;
  consulted: string;
  recordedBy: string | null;
}

export interface DecidingForKept extends DecidingFor {
  id: string;
  recordedOn: Day;
}

/** Latest first. There is no word on somebody as a whole: a finding is about one decision (N4). */
export interface Decisions {
  found: DecisionFound[];
  others: DecidingForKept[];
}

export async function readDecisions(db: CouncilReader, personId: string): Promise<Decisions> {
  const facts = await factsOf(db, personId, ['capacity']);
  return { found: facts.map(asFound).toReversed(), others: await decidingFor(db, personId) };
}

function asFound(fact: Fact): DecisionFound {
  const { about, decision, lookedAtOn, finding, helpGiven, consulted } = fact.details;
  return {
    factId: fact.id,
    entryId: fact.entryId,
    words: fact.phrase,
    decision: decision ?? fact.phrase,
    about: about === 'care' || about === 'money' ? about : 'other',
    lookedAtOn: lookedAtOn || fact.happenedOn,
    finding: finding === 'cannot' ? 'cannot' : 'can',
    helpGiven: helpGiven ?? '',
    consulted: consulted ?? '',
    recordedAt: fact.recordedAt,
    recordedBy: fact.recordedBy,
  };
}

/** Those who may decide something, standing ones first. */
export async function decidingFor(db: CouncilReader, personId: string): Promise<DecidingForKept[]> {
  return readRows<DecidingForKept>(
    db,
    sql`select id, name, authority, scope, seen_on as "seenOn", from_on as "fromOn", until_on as "untilOn",
        recorded_on as "recordedOn"
      from deciding_for where council_id = ${councilOf(db)} and person_id = ${personId}
      order by until_on is not null, name, id limit 100`,
  );
}

export interface NewDecidingFor {
  personId: string;
  name: string;
  authority: Authority;
  scope: string;
  seenOn: Day | null;
  fromOn: Day | null;
}

export async function saveDecidingFor(db: CouncilDb, one: NewDecidingFor): Promise<string> {
  const id = newId();
  await db
    .insertInto('deciding_for')
    .values({
      council_id: councilOf(db),
      id,
      person_id: one.personId,
      name: one.name,
      authority: one.authority,
      scope: one.scope,
      seen_on: one.seenOn,
      from_on: one.fromOn,
      recorded_by: actorOf(db).accountId,
      recorded_on: dayOf(nowOf(db)),
    })
    .execute();
  await tellTimeline(db, {
    personId: one.personId,
    at: nowOf(db),
    kind: 'deciding-for',
    title: `${authorityInWords[one.authority].text}: ${one.name}`,
    byLine: actorOf(db).name,
    voices: [{ voice: 'note', who: 'What they may decide', words: one.scope }],
    link: `/people/${one.personId}/deciding`,
    sourceId: id,
  });
  return id;
}

/** Whoever may decide something, or `Unknown`. Open the person (W5) before showing any of it. */
export async function findDecidingFor(
  db: CouncilReader,
  id: string,
): Promise<DecidingForKept & { personId: string }> {
  const [one] = await readRows<DecidingForKept & { personId: string }>(
    db,
    sql`select id, person_id as "personId", name, authority, scope, seen_on as "seenOn", from_on as "fromOn",
        until_on as "untilOn", recorded_on as "recordedOn"
      from deciding_for where council_id = ${councilOf(db)} and id = ${id}`,
  );
  if (!one) throw new Unknown();
  return one;
}

/** The document was seen: the day is kept once, and the first day stands. */
export async function sawDocument(db: CouncilDb, id: string, seenOn: Day): Promise<void> {
  await db
    .updateTable('deciding_for')
    .set({ seen_on: seenOn })
    .where('council_id', '=', councilOf(db))
    .where('id', '=', id)
    .where('seen_on', 'is', null)
    .execute();
}

/** Ends it on a day, once. @throws Conflict when somebody else has ended it meanwhile */
export async function endDecidingFor(
  db: CouncilDb,
  { id, personId, name, authority }: Awaited<ReturnType<typeof findDecidingFor>>,
  untilOn: Day,
): Promise<void> {
  const ended = await db
    .updateTable('deciding_for')
    .set({ until_on: untilOn })
    .where('council_id', '=', councilOf(db))
    .where('id', '=', id)
    .where('until_on', 'is', null)
    .executeTakeFirst();
  if (!ended.numUpdatedRows)
    throw new Conflict(
      'This has ended already.',
      { who: 'A colleague', words: 'Open the page again to see.' },
      untilOn,
    );
  await tellTimeline(db, {
    personId,
    at: nowOf(db),
    kind: 'deciding-for-ended',
    title: `No longer ${authorityInWords[authority].text.toLowerCase()}: ${name}`,
    byLine: actorOf(db).name,
    link: `/people/${personId}/deciding`,
    sourceId: id,
  });
}
