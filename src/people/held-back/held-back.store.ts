import { type RawBuilder, sql } from 'kysely';
import { type Day, dayOf } from '../../platform/clock.ts';
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
import { type Refusal, refuse } from '../../platform/refusal.ts';
import {
  type Asking,
  firstIdAt,
  type HeldKind,
  heldKinds,
  type Law,
  lawsOn,
  mayDecide,
  mayHoldBack,
  mayStandUntil,
  VISIT_TAKES,
  writtenAround,
} from './held-back.ts';
import type { HeldThing } from './things.store.ts';

/** Something held back, or that was. */
export interface HeldBack {
  id: string;
  personId: string;
  name: string;
  kind: HeldKind;
  thingId: string;
  law: Law;
  reason: string;
  askedById: string;
  askedBy: string;
  askedAt: Date;
  lookAgainOn: Day;
  decidedBy: string | null;
  decidedAt: Date | null;
  isApproved: boolean | null;
  decidedWords: string | null;
  lookedAgainBy: string | null;
  lookedAgainAt: Date | null;
  lookedAgainWords: string | null;
  liftedBy: string | null;
  liftedAt: Date | null;
  /** Looks that the person is not shown because of it. */
  looksHidden: number;
}

const columns = sql`h.id, h.person_id as "personId", p.full_name as name, h.kind, h.thing_id as "thingId", h.law, h.reason,
  h.asked_by as "askedById", a.name as "askedBy", h.asked_at as "askedAt", h.look_again_on as "lookAgainOn",
  d.name as "decidedBy", h.decided_at as "decidedAt", h.is_approved as "isApproved", h.decided_words as "decidedWords",
  g.name as "lookedAgainBy", h.looked_again_at as "lookedAgainAt", h.looked_again_words as "lookedAgainWords",
  l.name as "liftedBy", h.lifted_at as "liftedAt",
  (select count(*) from audit_entry e where e.council_id = h.council_id and e.person_id = h.person_id
    and (e.act = 'write' and e.account_id = h.looks_by and e.at between h.looks_from and h.looks_until
      or e.at >= h.looks_from and e.route like any (h.looks_routes))) as "looksHidden"`;
const rows = sql`from held_back h join person p on p.council_id = h.council_id and p.id = h.person_id
  join account a on a.council_id = h.council_id and a.id = h.asked_by
  left join account d on d.council_id = h.council_id and d.id = h.decided_by
  left join account g on g.council_id = h.council_id and g.id = h.looked_again_by
  left join account l on l.council_id = h.council_id and l.id = h.lifted_by`;

/** Everything held back from this person, and what was, the latest asked first. */
export async function heldBackFrom(db: CouncilReader, personId: string): Promise<HeldBack[]> {
  return readRows<HeldBack>(
    db,
    sql`select ${columns} ${rows} where h.council_id = ${councilOf(db)} and h.person_id = ${personId}
      order by h.lifted_at is not null or h.is_approved is false, h.asked_at desc, h.id limit 200`,
  );
}

/** A site lead decides for the people their teams are alongside; information governance for everybody. */
const mineToDecide = (db: CouncilReader): RawBuilder<unknown> =>
  actorOf(db).role === 'governance'
    ? sql`true`
    : sql`exists (select from team_alongside t where t.council_id = h.council_id and t.person_id = h.person_id
        and t.team_id = any (${actorOf(db).teamIds}::uuid[]))`;

/**
 * What waits to be decided, the longest waiting first; then what is due to be looked at again.
 * @param from the one to begin with, on every page but the first
 */
export async function toDecide(
  db: CouncilReader,
  soon: Day,
  most: number,
  from: string | null = null,
): Promise<HeldBack[]> {
  return readRows<HeldBack>(
    db,
    sql`select ${columns} ${rows} where h.council_id = ${councilOf(db)} and h.lifted_at is null
      and (h.decided_at is null or h.is_approved and h.look_again_on <= ${soon}) and ${mineToDecide(db)}
      and (${from}::uuid is null or (h.decided_at is not null, h.asked_at, h.id) >= (
        select f.decided_at is not null, f.asked_at, f.id from held_back f
        where f.council_id = ${councilOf(db)} and f.id = ${from}::uuid))
      order by h.decided_at is not null, h.asked_at, h.id limit ${most}`,
  );
}

/** One that the acting account may decide about, held until the transaction ends. */
async function hold(db: CouncilDb, id: string, whose: RawBuilder<unknown>): Promise<HeldBack> {
  const { rows: found } = await sql<HeldBack>`select ${columns} ${rows}
    where h.council_id = ${councilOf(db)} and h.id = ${id} and ${whose} for update of h`.execute(db);
  if (!found[0]) throw new Unknown();
  return found[0];
}

/** Reasons in law this council may use. */
export async function lawsHere(db: CouncilReader): Promise<Law[]> {
  const [council] = await readRows<{ settings: Record<string, unknown> }>(
    db,
    sql`select settings from council where council_id = ${councilOf(db)}`,
  );
  return lawsOn(council?.settings ?? {});
}

/** W1: holds something back from this moment on, until somebody else has decided. */
export async function askToHoldBack(
  db: CouncilDb,
  personId: string,
  thing: HeldThing,
  asking: Asking,
): Promise<Refusal | null> {
  const refusal = mayHoldBack(asking, await lawsHere(db), dayOf(nowOf(db)));
  if (refusal) return refusal;
  const { kind, thingId, also } = thing;
  const looks = await looksThatWrote(db, personId, thing);
  const { rows: made } =
    await sql`insert into held_back (council_id, id, person_id, kind, thing_id, also, law, reason, asked_by, asked_at,
      look_again_on, looks_on, looks_by, looks_from, looks_until, looks_routes)
    values (${councilOf(db)}, ${newId()}, ${personId}, ${kind}, ${thingId}, ${also}, ${asking.law}, ${asking.reason},
      ${actorOf(db).accountId}, ${nowOf(db)}, ${asking.lookAgainOn}, ${looks && dayOf(looks.from)}, ${looks?.by ?? null},
      ${looks?.from ?? null}, ${looks?.until ?? null}, ${[...heldKinds[kind].routes]})
    on conflict (council_id, person_id, thing_id) where lifted_at is null do update set
      law = excluded.law, reason = excluded.reason, asked_by = excluded.asked_by, asked_at = excluded.asked_at, also = excluded.also,
      look_again_on = excluded.look_again_on, decided_by = null, decided_at = null, is_approved = null, decided_words = null,
      looked_again_at = null, looked_again_by = null, looked_again_words = null
      where held_back.is_approved is false
    returning id`.execute(db);
  return made.length ? null : refuse('W1', 'this is held back already', 'open the list');
}

interface LookThatWrote {
  by: string | null;
  from: Date;
  until: Date;
}

/**
 * The look that wrote it, by the moment its id was made; later looks at its own pages count from then. Where the same visit
 * wrote what they do see, its look stays: that it was gone would tell.
 */
async function looksThatWrote(
  db: CouncilReader,
  personId: string,
  { thingId, also }: HeldThing,
): Promise<LookThatWrote | null> {
  const around = writtenAround(thingId);
  if (!around) return null;
  const [look] = await readRows<{ by: string | null; at: Date; over: Date }>(
    db,
    sql`select e.account_id as by, e.at, least(e.at + ${VISIT_TAKES} * interval '1 millisecond',
        (select min(n.at) from audit_entry n where n.council_id = e.council_id and n.person_id = e.person_id
          and n.account_id = e.account_id and n.act = 'write' and n.at > e.at)) as over
      from audit_entry e where e.council_id = ${councilOf(db)} and e.person_id = ${personId} and e.act = 'write'
        and e.at between ${around.from} and ${around.until} and e.route not like '%held-back%' order by e.at desc limit 1`,
  );
  if (!look) return { by: null, ...around };
  // A visit is over when its writer's next begins: on a slow day what it wrote first and last lie far apart.
  const [seen] = await readRows(
    db,
    sql`select from timeline_event t where t.council_id = ${councilOf(db)} and t.person_id = ${personId}
      and t.id >= ${firstIdAt(look.at)} and t.id < ${firstIdAt(look.over)}
      and not coalesce(array[t.id, t.source_id] && ${[thingId, ...also]}::uuid[], false) limit 1`,
  );
  return { by: seen ? null : look.by, from: look.at, until: look.at };
}

/** W1: somebody else decides. A no, and it is seen again at once. */
export async function decide(
  db: CouncilDb,
  id: string,
  isApproved: boolean,
  words: string,
): Promise<{ personId: string } | Refusal> {
  const held = await hold(db, id, mineToDecide(db));
  const refusal = mayDecide(
    { askedBy: held.askedById, isDecided: held.decidedAt !== null, isLifted: held.liftedAt !== null },
    actorOf(db).accountId,
  );
  if (refusal) return refusal;
  await sql`update held_back set decided_by = ${actorOf(db).accountId}, decided_at = ${nowOf(db)}, is_approved = ${isApproved}, decided_words = ${words}
    where council_id = ${councilOf(db)} and id = ${id}`.execute(db);
  return held;
}

/** W1: looked at again by somebody else, and right until another day. */
export async function lookAgain(
  db: CouncilDb,
  id: string,
  lookAgainOn: Day,
  words: string,
): Promise<{ personId: string } | Refusal> {
  const held = await hold(db, id, mineToDecide(db));
  const refusal =
    mayDecide(
      { askedBy: held.askedById, isDecided: held.isApproved !== true, isLifted: held.liftedAt !== null },
      actorOf(db).accountId,
    ) ?? mayStandUntil(lookAgainOn, dayOf(nowOf(db)));
  if (refusal) return refusal;
  await sql`update held_back set look_again_on = ${lookAgainOn}, looked_again_by = ${actorOf(db).accountId}, looked_again_at = ${nowOf(db)},
      looked_again_words = ${words} where council_id = ${councilOf(db)} and id = ${id}`.execute(db);
  return held;
}

/** W1: no longer held back; the person sees it at once, with the looks that had been hidden. */
export async function lift(db: CouncilDb, id: string): Promise<{ personId: string } | Refusal> {
  const held = await hold(db, id, mineToDecide(db));
  return (await liftHeld(db, held)) ?? held;
}

/** The same by whoever is alongside them. */
export async function liftAlongside(db: CouncilDb, id: string, personId: string): Promise<Refusal | null> {
  return liftHeld(db, await hold(db, id, sql`h.person_id = ${personId}`));
}

async function liftHeld(db: CouncilDb, { id, liftedAt }: HeldBack): Promise<Refusal | null> {
  if (liftedAt) return refuse('W1', 'this has been lifted already', 'open the list again');
  await sql`update held_back set lifted_at = ${nowOf(db)}, lifted_by = ${actorOf(db).accountId}
    where council_id = ${councilOf(db)} and id = ${id}`.execute(db);
  return null;
}
