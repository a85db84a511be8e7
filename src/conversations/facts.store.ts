import { sql } from 'kysely';
import { identityOf, rememberWhatMatters } from '../people/people.store.ts';
import { nameFor } from '../people/person.ts';
import { dayOf } from '../platform/clock.ts';
import {
  actorOf,
  type CouncilDb,
  type CouncilReader,
  councilOf,
  nowOf,
  readRows,
} from '../platform/db/council.ts';
import { Unknown } from '../platform/http/problems.ts';
import { newId } from '../platform/ids.ts';
import type { Entry, EntryVoice, Fact } from './conversation.ts';
import type { FactName } from './facts.ts';
import { setGoing } from './sets-going.store.ts';
import { whoSaid } from './tagging/who-said.ts';

const factRows = sql`select f.id, f.conversation_id as "conversationId", f.entry_id as "entryId", f.voice, f.starts_at as "startsAt",
    f.ends_at as "endsAt", f.phrase, f.said_by as "saidBy", f.kind, f.details, f.happened_on as "happenedOn", f.recorded_at as "recordedAt",
    a.name as "recordedBy", f.replaces
  from fact f left join account a on a.council_id = f.council_id and a.id = f.recorded_by`;

/** The facts that stand in a conversation, in the order they were tagged. */
export async function listFacts(db: CouncilReader, conversationId: string): Promise<Fact[]> {
  return readRows<Fact>(
    db,
    sql`${factRows} where f.council_id = ${councilOf(db)} and f.conversation_id = ${conversationId} and f.is_current
      order by f.recorded_at, f.id limit 500`,
  );
}

/** The facts tagged in one entry, those corrected since included. */
export async function factsInEntry(
  db: CouncilReader,
  entryId: string,
): Promise<(Fact & { isCurrent: boolean })[]> {
  return readRows(
    db,
    sql<Fact & { isCurrent: boolean }>`select s.*, f.is_current as "isCurrent" from (${factRows}
      where f.council_id = ${councilOf(db)} and f.entry_id = ${entryId}) s
      join fact f on f.council_id = ${councilOf(db)} and f.id = s.id order by s."recordedAt", s.id limit 200`,
  );
}

/** One fact, corrected since or not, or `Unknown`. Open the person (W5) before showing any of it. */
export async function findFact(
  db: CouncilReader,
  id: string,
): Promise<Fact & { personId: string; isCurrent: boolean }> {
  const [fact] = await readRows<Fact & { personId: string; isCurrent: boolean }>(
    db,
    sql`select s.*, f.person_id as "personId", f.is_current as "isCurrent" from (${factRows}
      where f.council_id = ${councilOf(db)} and f.id = ${id}) s
      join fact f on f.council_id = ${councilOf(db)} and f.id = s.id`,
  );
  if (!fact) throw new Unknown();
  return fact;
}

/** Everything said of a person that stands, in whichever conversation, of some kinds when asked. */
export async function factsOf(
  db: CouncilReader,
  personId: string,
  kinds: readonly FactName[] | null = null,
): Promise<Fact[]> {
  return readRows<Fact>(
    db,
    sql`${factRows} where f.council_id = ${councilOf(db)} and f.person_id = ${personId} and f.is_current
      and (${kinds}::text[] is null or f.kind = any (${kinds}::text[]))
      order by f.happened_on, f.recorded_at, f.id limit 1000`,
  );
}

export interface NewFact {
  entry: Entry;
  voice: EntryVoice;
  startsAt: number;
  endsAt: number;
  kind: FactName;
  details: Record<string, string>;
  /** Who said it; plain from the voice unless given. */
  saidBy?: string | null;
  /** The fact this corrects, in whichever conversation it was said; it stays, no longer current. */
  replaces?: string | null;
}

/** Tags a phrase of an entry as a fact. The phrase is read from the entry, never taken from outside. */
export async function tagFact(db: CouncilDb, fact: NewFact): Promise<string> {
  const id = newId();
  const phrase = fact.entry[fact.voice].slice(fact.startsAt, fact.endsAt);
  const before = fact.replaces ? await keepOldFact(db, fact.replaces, fact.entry.personId) : null;
  const saidBy =
    fact.saidBy?.trim() ||
    whoSaid(fact.voice, fact.entry, nameFor(await identityOf(db, fact.entry.personId)));
  await db
    .insertInto('fact')
    .values({
      council_id: councilOf(db),
      id,
      person_id: fact.entry.personId,
      conversation_id: fact.entry.conversationId,
      entry_id: fact.entry.id,
      voice: fact.voice,
      starts_at: fact.startsAt,
      ends_at: fact.endsAt,
      phrase,
      said_by: saidBy,
      kind: fact.kind,
      details: JSON.stringify(fact.details),
      happened_on: dayOf(fact.entry.happenedAt),
      recorded_by: actorOf(db).accountId,
      recorded_at: nowOf(db),
      replaces: fact.replaces ?? null,
    })
    .execute();
  if (fact.kind === 'what-matters' && fact.voice === 'said')
    await rememberWhatMatters(db, fact.entry.personId, phrase, before);
  const { kind, details, entry } = fact;
  await setGoing(db, { factId: id, kind, phrase, saidBy, details, entry });
  return id;
}

/** The words it corrects. Two people correcting one fact at once: the second finds it no longer current and is told so. */
async function keepOldFact(db: CouncilDb, factId: string, personId: string): Promise<string> {
  const kept = await db
    .updateTable('fact')
    .set({ is_current: false })
    .where('council_id', '=', councilOf(db))
    .where('id', '=', factId)
    .where(
      sql<boolean>`person_id in (select id from person where council_id = ${councilOf(db)}
        and (id = ${personId} or merged_into = ${personId}))`,
    )
    .where('is_current', '=', true)
    .returning('phrase')
    .executeTakeFirst();
  if (!kept) throw new Unknown();
  return kept.phrase;
}
