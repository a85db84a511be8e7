import { sql } from 'kysely';
import { dayOf } from '../../platform/clock.ts';
import { type CouncilDb, type CouncilReader, councilOf, nowOf, readRows } from '../../platform/db/council.ts';
import { Conflict, Unknown } from '../../platform/http/problems.ts';
import { newId } from '../../platform/ids.ts';

export type PromiseState = 'open' | 'kept' | 'moved' | 'broken';

/** Who will do what by when: the person, family, a group or us. */
export interface PromiseMade {
  id: string;
  personId: string;
  who: string;
  accountId: string | null;
  what: string;
  dueOn: string | null;
  state: PromiseState;
  why: string | null;
  version: number;
}

export interface NewPromise {
  personId: string;
  who: string;
  accountId?: string | null;
  what: string;
  dueOn?: string | null;
  sourceId?: string | null;
}

export async function makePromise(db: CouncilDb, promise: NewPromise): Promise<string> {
  const id = newId();
  await db
    .insertInto('promise')
    .values({
      council_id: councilOf(db),
      id,
      person_id: promise.personId,
      who: promise.who,
      account_id: promise.accountId ?? null,
      what: promise.what,
      due_on: promise.dueOn ?? null,
      made_on: dayOf(nowOf(db)),
      source_id: promise.sourceId ?? null,
    })
    .execute();
  return id;
}

const columns = sql`id, person_id as "personId", who, account_id as "accountId", what, due_on as "dueOn", state, why, version`;

/** A person's promises, open ones by when they fall due, then the latest settled. */
export async function promisesTo(db: CouncilReader, personId: string, most = 30): Promise<PromiseMade[]> {
  return readRows<PromiseMade>(
    db,
    sql`select ${columns} from promise where council_id = ${councilOf(db)} and person_id = ${personId}
      order by state <> 'open', due_on nulls last, id limit ${most}`,
  );
}

export async function findPromise(db: CouncilReader, promiseId: string): Promise<PromiseMade> {
  const [found] = await readRows<PromiseMade>(
    db,
    sql`select ${columns} from promise where council_id = ${councilOf(db)} and id = ${promiseId}`,
  );
  if (!found) throw new Unknown();
  return found;
}

/** Settles a promise as kept or broken, or moves its day; a version keeps two people from settling it twice. */
export async function settlePromise(
  db: CouncilDb,
  promiseId: string,
  settle: {
    state: 'kept' | 'moved' | 'broken';
    why: string | null;
    newDueOn: string | null;
    version: number;
  },
): Promise<PromiseMade> {
  const [before] = await readRows<PromiseMade>(
    db,
    sql`select ${columns} from promise where council_id = ${councilOf(db)} and id = ${promiseId} for update`,
  );
  if (!before) throw new Unknown();
  if (before.version !== settle.version)
    throw new Conflict(
      'This promise was changed while you were looking at it.',
      { who: before.who, words: `${before.state}: ${before.why ?? before.what}` },
      settle.why ?? settle.state,
    );
  await db
    .updateTable('promise')
    .set({
      state: settle.state === 'moved' ? 'open' : settle.state,
      why: settle.why,
      due_on: settle.state === 'moved' ? settle.newDueOn : before.dueOn,
      settled_on: settle.state === 'moved' ? null : dayOf(nowOf(db)),
      version: before.version + 1,
    })
    .where('council_id', '=', councilOf(db))
    .where('id', '=', promiseId)
    .execute();
  return before;
}
