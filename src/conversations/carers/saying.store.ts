import { sql } from 'kysely';
import { type CaredFor, caredForBy } from '../../people/carers/caring.store.ts';
import { type Ground, tellWhatChanged } from '../../people/carers/leaning.store.ts';
import { caresForHere, ownGround } from '../../people/carers/own-ground.store.ts';
import { keepStatement, saidBy, statementsFor } from '../../people/carers/statements.store.ts';
import { type Answer, type Side, sameThing, sides } from '../../people/carers/willing.ts';
import { identityOf } from '../../people/people.store.ts';
import { nameFor } from '../../people/person.ts';
import { tellTimeline } from '../../people/timeline/timeline.store.ts';
import { type Day, dayOf } from '../../platform/clock.ts';
import { actorOf, type CouncilDb, councilOf, nowOf, readRows } from '../../platform/db/council.ts';
import { type Refusal, refuse } from '../../platform/refusal.ts';
import { conversationToWriteIn, holdPerson } from '../conversations.store.ts';
import { saveEntry } from '../entries.store.ts';
import { momentIn } from '../gate/moment.ts';
import type { KeptFact } from '../sets-going.store.ts';

/** What a carer said about one thing: either side, or both, on one day and in one breath. */
export interface SaidAboutOneThing {
  forPerson: string;
  thing: string;
  willing: Answer | null;
  able: Answer | null;
  saidOn: Day;
  words: string;
}

/**
 * Keeps what a carer said, on the carer's own record: their words as an entry in their own conversation (a new
 * conversation 1 when none is open), and a dated statement for each side. The one they look out for gets neither.
 */
export async function keepSaid(
  db: CouncilDb,
  carerId: string,
  said: SaidAboutOneThing,
): Promise<Refusal | null> {
  const now = nowOf(db);
  if (said.saidOn > dayOf(now))
    return refuse('N5', 'that day has not come yet', 'write the day they said it, once they have');
  if (!(await looksOutFor(db, carerId, said.forPerson)))
    return refuse(
      'N5',
      'nothing here says that they look out for this person',
      'choose whom it is about, or join the records under “People around” first',
    );
  await holdBoth(db, carerId, said.forPerson);
  const midday = momentIn(said.saidOn, '12:00');
  const happenedAt = said.saidOn === dayOf(now) ? now : midday;
  const { id: conversationId, kind } = await conversationToWriteIn(db, carerId, null, happenedAt);
  const entryId = await saveEntry(db, {
    personId: carerId,
    conversationId,
    kind,
    happenedAt,
    said: said.words,
    isWithPerson: true,
    title: `Willing and able: ${said.thing}`,
  });
  await keepSides(db, carerId, { ...said, entryId });
  return null;
}

/**
 * N5: what a carer writes on a page of their own. The same statements and the same change to a plan as when staff
 * record it; no entry, for there is no conversation: the words stand with the statement, and the carer's story tells
 * them. What crosses to the one they look out for goes through the database, which that page cannot pass.
 */
export async function keepOwnWord(
  db: CouncilDb,
  carerId: string,
  said: SaidAboutOneThing & { told: 'together' | 'phone' | 'paper' | null },
): Promise<Refusal | null> {
  const now = nowOf(db);
  if (said.saidOn > dayOf(now))
    return refuse('N5', 'that day has not come yet', 'write today, or a day before');
  if (!(await caresForHere(db)).some(({ personId }) => personId === said.forPerson))
    return refuse(
      'N5',
      'nothing here says that you look after this person',
      'ring us, and we put it right together',
    );
  // Holds both people before anything is read or written.
  await ownGround.leanedOn(db, said.forPerson, carerId);
  await keepSides(db, carerId, { ...said, entryId: null }, ownGround);
  await tellTimeline(db, {
    personId: carerId,
    at: now,
    kind: 'willing-and-able',
    title: `Willing and able: ${said.thing}`,
    byLine: actorOf(db).name,
    voices: [{ voice: 'said', words: said.words, who: nameFor(await identityOf(db, carerId)) }],
    link: `/people/${carerId}/willing-and-able`,
  });
  return null;
}

/**
 * N5: words marked on a carer's own record as willing or able become a statement at once. Where they look out for
 * several people and the mark does not say for whom, the page asks. What somebody else said about a carer, or
 * words marked on another's record, are no statement of theirs.
 */
export async function carerSaid(db: CouncilDb, fact: KeptFact): Promise<void> {
  const { factId, kind, phrase, details, entry } = fact;
  const side = sideOf(kind);
  const { what, saidOn } = details;
  if (!side || !what || !saidOn || saidOn > dayOf(nowOf(db))) return;
  const forPerson = spokenOf(await caredForBy(db, entry.personId), details.forWhom ?? '');
  if (!forPerson || !(await isTheirOwnWord(db, fact))) return;
  await holdBoth(db, entry.personId, forPerson);
  const answer = details.answer === 'no' ? 'no' : 'yes';
  await keepSides(db, entry.personId, {
    forPerson,
    thing: what,
    willing: side === 'willing' ? answer : null,
    able: side === 'able' ? answer : null,
    saidOn,
    words: phrase,
    entryId: entry.id,
    corrects: await correctedBy(db, factId, entry.personId),
  });
}

/** Whom the words are about: the only one they look out for, or the only one so named. */
function spokenOf(lookedAfter: readonly CaredFor[], forWhom: string): string | null {
  const named = lookedAfter.filter(({ name }) => name.toLowerCase().includes(forWhom.trim().toLowerCase()));
  return named.length === 1 ? (named[0]?.personId ?? null) : null;
}

async function isTheirOwnWord(db: CouncilDb, { saidBy: who, entry }: KeptFact): Promise<boolean> {
  const name = nameFor(await identityOf(db, entry.personId));
  return who.toLowerCase().includes(name.toLowerCase());
}

const sideOf = (kind: string): Side | null =>
  kind === 'carer-willing' ? 'willing' : kind === 'carer-able' ? 'able' : null;

/** The statement that came of a fact which this fact corrects. */
async function correctedBy(db: CouncilDb, factId: string, carerId: string): Promise<string | null> {
  const [old] = await readRows<{ kind: string; what: string | null; entryId: string }>(
    db,
    sql`select o.kind, o.details->>'what' as what, o.entry_id as "entryId" from fact f
      join fact o on o.council_id = f.council_id and o.id = f.replaces
      where f.council_id = ${councilOf(db)} and f.id = ${factId}`,
  );
  const statement = (await saidBy(db, carerId)).find(
    (one) =>
      one.isCurrent &&
      one.entryId === old?.entryId &&
      one.side === sideOf(old?.kind ?? '') &&
      sameThing(one.thing, old?.what ?? ''),
  );
  return statement?.id ?? null;
}

interface Sides extends SaidAboutOneThing {
  entryId: string | null;
  told?: 'together' | 'phone' | 'paper' | null;
  corrects?: string | null;
}

async function keepSides(db: CouncilDb, carerId: string, said: Sides, ground?: Ground): Promise<void> {
  const before = await statementsFor(db, said.forPerson);
  for (const side of sides) {
    const answer = said[side];
    if (!answer) continue;
    const { forPerson: forPersonId, willing: _, able: __, ...kept } = said;
    await keepStatement(db, { ...kept, carerId, forPersonId, side, answer });
  }
  await tellWhatChanged(db, said.forPerson, before, await statementsFor(db, said.forPerson), carerId, ground);
}

const looksOutFor = async (db: CouncilDb, carerId: string, personId: string): Promise<boolean> =>
  (await caredForBy(db, carerId)).some((one) => one.personId === personId);

/** Holds both people, always in one order, so that no plan is agreed on ground that is going meanwhile. */
async function holdBoth(db: CouncilDb, carerId: string, personId: string): Promise<void> {
  for (const id of [carerId, personId].toSorted()) await holdPerson(db, id);
}
