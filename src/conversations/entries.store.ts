import { sql } from 'kysely';
import { markSpoken } from '../people/contacts/contacts.store.ts';
import { identityOf } from '../people/people.store.ts';
import { nameFor } from '../people/person.ts';
import { tellTimeline } from '../people/timeline/timeline.store.ts';
import type { Voice } from '../people/timeline/timeline.ts';
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
import { type ConversationKind, type Entry, type EntryVoice, voices } from './conversation.ts';
import { howLongPlainlySaid } from './writing/plainly-said.ts';

export interface NewEntry extends Partial<Record<EntryVoice, string>> {
  personId: string;
  conversationId: string;
  kind: ConversationKind;
  happenedAt: Date;
  place?: string;
  /** Everyone who was there, as people say it: 'Wilf and his niece Carol'. */
  withWhom?: string;
  /** About how long it took, where somebody said. */
  minutes?: number | null;
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
      ...lengthOf(entry),
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

/** An entry that adds to another has no length of its own: the talk was told by the first. */
function lengthOf({ minutes, addsTo, place, said, noticed }: NewEntry) {
  if (minutes || addsTo) return { minutes: minutes ?? null };
  const plainly = howLongPlainlySaid(place ?? '', [said ?? '', noticed ?? '']);
  return { minutes: plainly, minutes_from_words: plainly !== null };
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
