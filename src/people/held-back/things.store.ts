import { type RawBuilder, sql } from 'kysely';
import { type CouncilReader, councilOf, readRows } from '../../platform/db/council.ts';
import { Unknown } from '../../platform/http/problems.ts';
import type { HeldKind, HeldNow } from './held-back.ts';
import { heldNowJson } from './held-now.store.ts';

/** Something that may be held back, as staff read it. */
export interface HeldThing {
  kind: HeldKind;
  thingId: string;
  title: string;
  words: string[];
  /** What hangs on it and would tell. */
  also: string[];
}

const voices = (event: RawBuilder<unknown>) =>
  sql`array(select v ->> 'words' from jsonb_array_elements(${event}.voices) v)`;
const none = sql`'{}'::uuid[]`;

/** Entries, what adds to them, and the promises made in them, from where the given statement begins. */
const written = (from: RawBuilder<unknown>) => sql`array(
  with recursive told as (${from} union select e.id from entry e join told on e.adds_to = told.id where e.council_id = current_council())
  select id from told union select r.id from promise r join told on r.source_id = told.id where r.council_id = current_council())`;

/** For each kind: its title, words and what hangs on it, by its id. */
const readings: Record<HeldKind, (thingId: string, personId: string) => RawBuilder<unknown>> = {
  entry: (
    id,
    person,
  ) => sql`select coalesce(t.title, '') as title, coalesce(${voices(sql`t`)}, '{}') as words,
      array_remove(${written(sql`select ${id}::uuid as id`)}, e.id) as also
    from entry e left join timeline_event t on t.council_id = e.council_id and t.source_id = e.id and t.kind = 'entry'
    where e.council_id = current_council() and e.id = ${id} and e.person_id = ${person}`,
  talked: (
    id,
    person,
  ) => sql`select t.title, ${voices(sql`t`)} as words, ${none} as also from timeline_event t
    where t.council_id = current_council() and t.id = ${id} and t.person_id = ${person}`,
  contact: (
    id,
    person,
  ) => sql`select c.made_by || ' got in touch' as title, array[c.words] as words, ${none} as also from contact c
    where c.council_id = current_council() and c.id = ${id} and c.person_id = ${person}`,
  enquiry: (
    id,
    person,
  ) => sql`select 'Keeping them safe' as title, array[e.words] as words, array_remove(array[e.fact_id], null) as also from enquiry e
    where e.council_id = current_council() and e.id = ${id} and e.person_id = ${person}`,
  promise: (
    id,
    person,
  ) => sql`select r.who || ': ' || r.what as title, '{}'::text[] as words, ${none} as also from promise r
    where r.council_id = current_council() and r.id = ${id} and r.person_id = ${person}`,
  around: (
    id,
    person,
  ) => sql`select a.name || ', ' || a.relation as title, array_remove(array[a.gives, a.if_it_stopped], null) as words, ${none} as also
    from person_around a where a.council_id = current_council() and a.id = ${id} and a.person_id = ${person}`,
  conversation: (id, person) => sql`select 'Conversation ' || c.kind as title, '{}'::text[] as words,
      ${written(sql`select x.id from entry x where x.council_id = current_council() and x.conversation_id = ${id}`)} as also
    from conversation c where c.council_id = current_council() and c.id = ${id} and c.person_id = ${person}`,
  need: (
    id,
    person,
  ) => sql`select n.need as title, array_remove(array[n.how, n.who], null) as words, ${none} as also
    from plan_need n join plan p on p.council_id = n.council_id and p.id = n.plan_id
    where n.council_id = current_council() and n.id = ${id} and p.person_id = ${person}`,
};

/**
 * One thing of this person's record. Something in the story that only tells of an entry, a contact, an enquiry or a promise
 * is that thing: held back alone it would be told elsewhere.
 */
export async function thingOf(
  db: CouncilReader,
  personId: string,
  kind: HeldKind,
  thingId: string,
): Promise<HeldThing> {
  if (kind === 'talked') {
    const source = await sourceOf(db, thingId);
    if (source) return thingOf(db, personId, source.kind, source.thingId);
  }
  const [row] = await readRows<Pick<HeldThing, 'title' | 'words' | 'also'>>(
    db,
    sql`${readings[kind](thingId, personId)} limit 1`,
  );
  if (!row) throw new Unknown();
  return { kind, thingId, ...row };
}

async function sourceOf(
  db: CouncilReader,
  eventId: string,
): Promise<{ kind: HeldKind; thingId: string } | null> {
  const [row] = await readRows<{ kind: HeldKind; thingId: string }>(
    db,
    sql`select t.source_id as "thingId", case
        when exists (select from entry e where e.council_id = t.council_id and e.id = t.source_id) then 'entry'
        when exists (select from contact c where c.council_id = t.council_id and c.id = t.source_id) then 'contact'
        when exists (select from enquiry q where q.council_id = t.council_id and q.id = t.source_id) then 'enquiry'
        when exists (select from promise r where r.council_id = t.council_id and r.id = t.source_id) then 'promise' end as kind
      from timeline_event t where t.council_id = ${councilOf(db)} and t.id = ${eventId} and t.source_id is not null`,
  );
  return row?.kind ? row : null;
}

export interface MayBeHeld {
  kind: HeldKind;
  thingId: string;
  title: string;
  /** Null for somebody around them, who has no day. */
  on: Date | null;
  held: HeldNow | null;
}

/**
 * What staff may choose from, newest first: people around, then the story and promises.
 * @param before the last thing of the page before, so that things of one moment are each on a page
 */
export async function thingsToHold(
  db: CouncilReader,
  personId: string,
  before: string | null,
  most: number,
): Promise<MayBeHeld[]> {
  return readRows<MayBeHeld>(
    db,
    sql`with thing as (
      select 'talked' as kind, t.id as "thingId", t.source_id as source, t.title, t.at as on from timeline_event t
        where t.council_id = ${councilOf(db)} and t.person_id = ${personId}
      union all select 'promise', r.id, null, r.who || ': ' || r.what, r.made_on::timestamp at time zone 'Europe/London' from promise r
        where r.council_id = ${councilOf(db)} and r.person_id = ${personId}
      union all select 'around', a.id, null, a.name || ', ' || a.relation, null from person_around a
        where a.council_id = ${councilOf(db)} and a.person_id = ${personId}),
      placed as (select thing.*, coalesce(thing.on, 'infinity') as place from thing)
      select thing.kind, thing."thingId", thing.title, thing.on,
        ${heldNowJson(sql`${councilOf(db)}::integer`, sql`${personId}::uuid`, sql`array[thing."thingId", thing.source]`)} as held
      from placed thing where ${before}::uuid is null
        or (thing.place, thing."thingId") < (select b.place, b."thingId" from placed b where b."thingId" = ${before}::uuid)
      order by thing.place desc, thing."thingId" desc limit ${most}`,
  );
}
