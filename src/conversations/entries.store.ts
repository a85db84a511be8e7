import { sql } from 'kysely';
import { markSpoken } from '../people/contacts/contacts.store.ts';
import { identityOf, rememberWhatMatters } from '../people/people.store.ts';
import { nameFor } from '../people/person.ts';
import { tellTimeline } from '../people/timeline/timeline.store.ts';
import type { Voice } from '../people/timeline/timeline.ts';
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
import { type ConversationKind, type Entry, type EntryVoice, type Fact, voices } from './conversation.ts';
import type { FactName } from './facts.ts';

export interface NewEntry extends Partial<Record<EntryVoice, string>> {
  personId: string;
  conversationId: string;
  kind: ConversationKind;
  happenedAt: Date;
  place?: string;
  /** Everyone who was there, as people say it: 'Wilf and his niece Carol'. */
  withWhom?: string;
  /** A real conversation with the person themselves: a voicemail is not one (E6). */
  isWithPerson: boolean;
  /** The entry this adds to, and why. */
  addsTo?: string | null;
  reason?: string | null;
  /** How the story tells of it; 'Conversation 1 · at home' unless said. */
  title?: string;
}

/**
 * Keeps what was written, signed by the acting worker, and tells the story in its four voices. When the
 * person themselves was there, contacts waiting for a first conversation stop waiting (F2, E6). Returns its id.
 */
export async function saveEntry(db: CouncilDb, entry: NewEntry): Promise<string> {
  const id = newId();
  const words = Object.fromEntries(voices.map((voice) => [voice, entry[voice] ?? ''])) as Record<
    EntryVoice,
    string
  >;
  await db
    .insertInto('entry')
    .values({
      council_id: councilOf(db),
      id,
      person_id: entry.personId,
      conversation_id: entry.conversationId,
      author_id: actorOf(db).accountId,
      happened_at: entry.happenedAt,
      place: entry.place ?? '',
      with_whom: entry.withWhom ?? '',
      is_with_person: entry.isWithPerson,
      ...words,
      adds_to: entry.addsTo ?? null,
      reason: entry.reason ?? null,
      signed_at: nowOf(db),
    })
    .execute();
  const author = actorOf(db).name;
  await tellTimeline(db, {
    personId: entry.personId,
    at: entry.happenedAt,
    kind: 'entry',
    title: entry.title ?? [`Conversation ${entry.kind}`, entry.place].filter(Boolean).join(' · '),
    byLine: entry.withWhom ? `${author} with ${entry.withWhom}` : author,
    voices: await voicesOf(db, entry, words),
    link: `/entries/${id}/facts`,
    sourceId: id,
  });
  if (entry.isWithPerson) await markSpoken(db, entry.personId, entry.happenedAt);
  return id;
}

async function voicesOf(
  db: CouncilReader,
  entry: NewEntry,
  words: Record<EntryVoice, string>,
): Promise<Voice[]> {
  const speaker = entry.isWithPerson ? nameFor(await identityOf(db, entry.personId)) : entry.withWhom;
  return voices
    .filter((voice) => words[voice] !== '')
    .map((voice) => ({
      voice,
      words: words[voice],
      ...(voice === 'said' && speaker ? { who: speaker } : {}),
    }));
}

const entryRows = sql`select e.id, e.person_id as "personId", e.conversation_id as "conversationId", c.kind,
    e.author_id as "authorId", a.name as author, e.happened_at as "happenedAt", e.place, e.with_whom as "withWhom",
    e.is_with_person as "isWithPerson", e.said, e.noticed, e.think, e.agreed, e.adds_to as "addsTo", e.reason
  from entry e
  join conversation c on c.council_id = e.council_id and c.id = e.conversation_id
  left join account a on a.council_id = e.council_id and a.id = e.author_id`;

/** One entry, or `Unknown`. Open the person (W5) before showing any of it. */
export async function findEntry(db: CouncilReader, id: string): Promise<Entry> {
  const [entry] = await readRows<Entry>(
    db,
    sql`${entryRows} where e.council_id = ${councilOf(db)} and e.id = ${id}`,
  );
  if (!entry) throw new Unknown();
  return entry;
}

/** What was written in a conversation, latest first. */
export async function entriesOf(db: CouncilReader, conversationId: string, most = 50): Promise<Entry[]> {
  return readRows<Entry>(
    db,
    sql`${entryRows} where e.council_id = ${councilOf(db)} and e.conversation_id = ${conversationId}
      order by e.happened_at desc, e.id desc limit ${most}`,
  );
}

const factRows = sql`select f.id, f.conversation_id as "conversationId", f.entry_id as "entryId", f.voice, f.starts_at as "startsAt",
    f.ends_at as "endsAt", f.phrase, f.kind, f.details, f.happened_on as "happenedOn", f.recorded_at as "recordedAt",
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

export interface NewFact {
  entry: Entry;
  voice: EntryVoice;
  startsAt: number;
  endsAt: number;
  kind: FactName;
  details: Record<string, string>;
  /** The fact this corrects; it stays, no longer current. */
  replaces?: string | null;
}

/** Tags a phrase of an entry as a fact. The phrase is read from the entry, never taken from outside. */
export async function tagFact(db: CouncilDb, fact: NewFact): Promise<string> {
  const id = newId();
  const phrase = fact.entry[fact.voice].slice(fact.startsAt, fact.endsAt);
  if (fact.replaces) await keepOldFact(db, fact.replaces, fact.entry.conversationId);
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
      kind: fact.kind,
      details: JSON.stringify(fact.details),
      happened_on: dayOf(fact.entry.happenedAt),
      recorded_by: actorOf(db).accountId,
      recorded_at: nowOf(db),
      replaces: fact.replaces ?? null,
    })
    .execute();
  if (fact.kind === 'what-matters' && fact.voice === 'said')
    await rememberWhatMatters(db, fact.entry.personId, phrase);
  return id;
}

/** Two people correcting one fact at once: the second finds it no longer current and is told so. */
async function keepOldFact(db: CouncilDb, factId: string, conversationId: string): Promise<void> {
  const kept = await db
    .updateTable('fact')
    .set({ is_current: false })
    .where('council_id', '=', councilOf(db))
    .where('id', '=', factId)
    .where('conversation_id', '=', conversationId)
    .where('is_current', '=', true)
    .executeTakeFirst();
  if (!kept.numUpdatedRows) throw new Unknown();
}
