import { sql } from 'kysely';
import type { Day } from '../../platform/clock.ts';
import {
  actorOf,
  type CouncilDb,
  type CouncilReader,
  councilOf,
  nowOf,
  readRows,
} from '../../platform/db/council.ts';
import { newId } from '../../platform/ids.ts';
import { type Answer, type Side, type Statement, sameThing, thingWritten } from './willing.ts';

/** A statement with its words. They are the carer's: only for pages of the carer's own record (W2). */
export interface Said extends Statement {
  id: string;
  forPersonId: string;
  words: string;
  entryId: string | null;
  isCurrent: boolean;
}

/** Everything a carer said they are willing and able to do, for everybody they look out for; latest first. */
export async function saidBy(db: CouncilReader, carerId: string): Promise<Said[]> {
  return readRows<Said>(
    db,
    sql`select id, carer_id as "carerId", for_person_id as "forPersonId", thing, side, answer, said_on as "saidOn",
      recorded_at as "recordedAt", words, entry_id as "entryId", replaced_by is null as "isCurrent"
    from carer_statement where council_id = ${councilOf(db)} and carer_id = ${carerId}
    order by said_on desc, recorded_at desc, id desc limit 500`,
  );
}

/** What stands about everybody who looks out for one person: thing, side, answer and day, and no words (W2). */
export async function statementsFor(db: CouncilReader, personId: string): Promise<Statement[]> {
  return readRows<Statement>(
    db,
    sql`select carer_id as "carerId", thing, side, answer, said_on as "saidOn", recorded_at as "recordedAt"
    from carer_statement where council_id = ${councilOf(db)} and for_person_id = ${personId} and replaced_by is null
    order by said_on, recorded_at limit 500`,
  );
}

export interface NewStatement {
  carerId: string;
  forPersonId: string;
  thing: string;
  side: Side;
  answer: Answer;
  saidOn: Day;
  words: string;
  entryId: string | null;
  /** How they told a worker who wrote it on their own page. */
  told?: 'together' | 'phone' | 'paper' | null;
  /** A statement that was written down wrongly: this one stands in its place, whichever day it is about. */
  corrects?: string | null | undefined;
}

/**
 * Keeps a statement in the place of the one that stood for the same thing and side; that one is kept. One about
 * an earlier day than what stands is kept among the earlier ones. The carer's row is held by the caller.
 */
export async function keepStatement(db: CouncilDb, statement: NewStatement): Promise<void> {
  const council_id = councilOf(db);
  const id = newId();
  const thing = thingWritten(statement.thing);
  const standing = (await saidBy(db, statement.carerId)).filter(
    (one) => one.isCurrent && one.forPersonId === statement.forPersonId && one.side === statement.side,
  );
  const before = standing.find((one) => sameThing(one.thing, thing)) ?? null;
  const corrected = standing.find((one) => one.id === statement.corrects) ?? null;
  await db
    .insertInto('carer_statement')
    .values({
      council_id,
      id,
      carer_id: statement.carerId,
      for_person_id: statement.forPersonId,
      thing,
      side: statement.side,
      answer: statement.answer,
      said_on: statement.saidOn,
      words: statement.words,
      entry_id: statement.entryId,
      told: statement.told ?? null,
      recorded_by: actorOf(db).accountId,
      recorded_at: nowOf(db),
      // Pointing at what stands keeps it out of the one-at-a-time index until that one gives way below.
      replaced_by: before?.id ?? null,
    })
    .execute();
  const isOlder = before !== null && before.id !== corrected?.id && before.saidOn > statement.saidOn;
  const giveWay = [corrected?.id, isOlder ? null : before?.id].filter((one) => one != null);
  if (giveWay.length) await replaceBy(db, giveWay, id);
  if (before && !isOlder) await replaceBy(db, [id], null);
}

async function replaceBy(db: CouncilDb, ids: readonly string[], by: string | null): Promise<void> {
  await db
    .updateTable('carer_statement')
    .set({ replaced_by: by })
    .where('council_id', '=', councilOf(db))
    .where('id', 'in', [...ids])
    .execute();
}
