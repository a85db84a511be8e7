import { sql } from 'kysely';
import { type Day, dayOf } from '../../../platform/clock.ts';
import {
  actorOf,
  type CouncilDb,
  type CouncilReader,
  councilOf,
  nowOf,
  readRows,
} from '../../../platform/db/council.ts';
import { Conflict, Unknown } from '../../../platform/http/problems.ts';
import { newId } from '../../../platform/ids.ts';
import type { WalkWritten } from './walking.forms.ts';

export interface WalkLine {
  walkId: string;
  knownAs: string;
  metOn: Day;
  howMet: string;
}

export interface WalkNote {
  noteId: string;
  notedOn: Day;
  words: string;
  readWithThemOn: Day | null;
}

export interface Walk extends WalkLine {
  goodLife: string | null;
  readWithThemOn: Day | null;
  version: number;
  notes: WalkNote[];
}

/** Every statement here asks whose it is: nobody but the coordinator sees whom they walk alongside. */
const mine = (db: CouncilReader) =>
  sql`w.council_id = ${councilOf(db)} and w.account_id = ${actorOf(db).accountId}`;

export async function startWalking(db: CouncilDb, walk: WalkWritten): Promise<string> {
  const id = newId();
  await sql`insert into walk_alongside (council_id, id, account_id, known_as, met_on, how_met, good_life)
    values (${councilOf(db)}, ${id}, ${actorOf(db).accountId}, ${walk.knownAs}, ${walk.metOn}, ${walk.howMet}, ${walk.goodLife})`.execute(
    db,
  );
  return id;
}

/** Those I walk alongside, by name: no order of need, no count to reach. One more than a page says there is more. */
export async function readWalks(
  db: CouncilReader,
  wanted: { offset: number; most: number },
): Promise<WalkLine[]> {
  return readRows<WalkLine>(
    db,
    sql`select w.id as "walkId", w.known_as as "knownAs", w.met_on as "metOn", w.how_met as "howMet"
      from walk_alongside w where ${mine(db)} order by lower(w.known_as), w.id limit ${wanted.most + 1} offset ${wanted.offset}`,
  );
}

/** @throws Unknown when I walk alongside nobody by this id */
export async function readWalk(db: CouncilReader, id: string): Promise<Walk> {
  const [row] = await readRows<Walk>(
    db,
    sql`select w.id as "walkId", w.known_as as "knownAs", w.met_on as "metOn", w.how_met as "howMet",
        w.good_life as "goodLife", w.read_with_them_on as "readWithThemOn", w.version,
        coalesce((select json_agg(json_build_object('noteId', n.id, 'notedOn', n.noted_on, 'words', n.words,
            'readWithThemOn', n.read_with_them_on) order by n.noted_on desc, n.id desc)
          from (select * from walk_note n where n.council_id = w.council_id and n.walk_id = w.id
            order by n.noted_on desc, n.id desc limit 100) n), '[]') as notes
      from walk_alongside w where ${mine(db)} and w.id = ${id}`,
  );
  if (!row) throw new Unknown();
  return row;
}

/** Writes what a good life is, in their words, read with them today. */
export async function saveGoodLife(
  db: CouncilDb,
  id: string,
  goodLife: string,
  version: number,
): Promise<void> {
  const saved =
    await sql`update walk_alongside w set good_life = ${goodLife}, read_with_them_on = ${dayOf(nowOf(db))},
    version = version + 1 where ${mine(db)} and w.id = ${id} and w.version = ${version}`.execute(db);
  if (saved.numAffectedRows) return;
  const now = await readWalk(db, id);
  throw new Conflict(
    'This was written in another window meanwhile.',
    { who: 'What is there now', words: now.goodLife ?? '' },
    goodLife,
  );
}

export async function addNote(
  db: CouncilDb,
  walkId: string,
  note: { words: string; readWithThemOn: Day | null },
): Promise<string> {
  await readWalk(db, walkId);
  const id = newId();
  await sql`insert into walk_note (council_id, id, walk_id, noted_on, words, read_with_them_on)
    values (${councilOf(db)}, ${id}, ${walkId}, ${dayOf(nowOf(db))}, ${note.words}, ${note.readWithThemOn})`.execute(
    db,
  );
  return id;
}

/** They heard it and said yes to keeping it. @throws Unknown when there is no such note of mine */
export async function readTogether(db: CouncilDb, walkId: string, noteId: string): Promise<void> {
  await readWalk(db, walkId);
  const read =
    await sql`update walk_note set read_with_them_on = coalesce(read_with_them_on, ${dayOf(nowOf(db))})
    where council_id = ${councilOf(db)} and walk_id = ${walkId} and id = ${noteId}`.execute(db);
  if (!read.numAffectedRows) throw new Unknown();
}

/** They would rather it was not kept: it is gone. @throws Unknown when there is no such note of mine */
export async function takeAway(db: CouncilDb, walkId: string, noteId: string): Promise<void> {
  await readWalk(db, walkId);
  const gone =
    await sql`delete from walk_note where council_id = ${councilOf(db)} and walk_id = ${walkId} and id = ${noteId}`.execute(
      db,
    );
  if (!gone.numAffectedRows) throw new Unknown();
}

/** They asked that nothing about them be kept. This is no council record, so nothing is. */
export async function forget(db: CouncilDb, walkId: string): Promise<void> {
  await readWalk(db, walkId);
  await sql`delete from walk_note where council_id = ${councilOf(db)} and walk_id = ${walkId}`.execute(db);
  await sql`delete from walk_alongside w where ${mine(db)} and w.id = ${walkId}`.execute(db);
}
