import { sql } from 'kysely';
import type { FromThem } from '../../people/person.ts';
import {
  actorOf,
  type CouncilDb,
  type CouncilReader,
  councilOf,
  nowOf,
  readRows,
} from '../../platform/db/council.ts';

/** Something they did at their own page that nobody here has answered or said they read. */
export interface NotYetRead {
  id: string;
  what: FromThem;
  words: string;
  at: Date;
}

export async function notYetRead(db: CouncilReader, personId: string): Promise<NotYetRead[]> {
  return readRows<NotYetRead>(
    db,
    sql`select id, what, words, at from from_themselves
      where council_id = ${councilOf(db)} and person_id = ${personId} order by at, id limit 100`,
  );
}

/** Says that this worker has read these; each then leaves Today. What is not this person's is left alone. */
export async function sayRead(db: CouncilDb, personId: string, ids: readonly string[]): Promise<void> {
  await sql`insert into own_seen (council_id, person_id, thing_id, seen_by, seen_at)
    select f.council_id, f.person_id, f.id, ${actorOf(db).accountId}, ${nowOf(db)} from from_themselves f
    where f.council_id = ${councilOf(db)} and f.person_id = ${personId} and f.id = any (${[...ids]}::uuid[])
    on conflict do nothing`.execute(db);
}

/** When they last opened what we wrote them, themselves or with somebody; null while they have not since. */
export async function theyReadAt(db: CouncilReader, personId: string, since: Date): Promise<Date | null> {
  const [row] = await readRows<{ at: Date | null }>(
    db,
    sql`select min(at) as at from audit_entry where council_id = ${councilOf(db)} and person_id = ${personId} and at >= ${since}
      and act = 'read' and route in ('/my/message', '/people/:id/together/message')`,
  );
  return row?.at ?? null;
}
