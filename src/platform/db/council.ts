import { Kysely, PostgresDialect, sql, type Transaction } from 'kysely';
import pg from 'pg';
import type { Tables } from './tables.ts';

/** Who is acting, as far as the database needs to know. */
export interface Actor {
  accountId: string;
  name: string;
  role: string;
  teamIds: string[];
}

/** Whoever comes without an account, to a page that is open to all. */
export const nobody: Actor = {
  accountId: '00000000-0000-0000-0000-000000000000',
  name: 'Somebody without an account',
  role: 'anybody',
  teamIds: [],
};

/** What a transaction is pinned to, from its first statement to its last. */
export interface Pin {
  councilId: number;
  actor: Actor;
  now: Date;
  requestId: string;
  /** Whose records this visit has opened, first first: a refusal is kept with the first. */
  opened?: string[];
}

const pinned = Symbol('pinned to one council');
interface Pinned {
  readonly [pinned]: Pin;
}

/** A transaction pinned to one council and one actor: the only handle stores take. */
export type CouncilDb = Transaction<Tables> & Pinned;
/** The same, which cannot write. */
export type CouncilReader = Omit<
  CouncilDb,
  'insertInto' | 'updateTable' | 'deleteFrom' | 'mergeInto' | 'replaceInto'
>;

/** A pool of connections with Kysely over it. */
export type Database = Kysely<Tables>;

// Days stay '2026-11-21'; counts fit a number (a council has fewer than 2^53 of anything).
pg.types.setTypeParser(1082, (text) => text);
pg.types.setTypeParser(20, Number);

/** Opens a pool. Statements stay unnamed, so a transaction pooler may stand between. Queries end after 15 s. */
export function openDatabase(config: pg.PoolConfig): Database {
  const pool = new pg.Pool({
    max: 10,
    statement_timeout: 15_000,
    idle_in_transaction_session_timeout: 30_000,
    connectionTimeoutMillis: 5_000,
    ...config,
  });
  pool.on('error', () => {}); // A lost idle connection is replaced; the next query says if the server is gone.
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
}

/**
 * Runs `act` in one transaction that sees and writes only `pin.councilId`. The pin lasts exactly as long as
 * the transaction (`set_config(…, true)`), so no pooled connection carries it to the next request.
 * @example await withinCouncil(database, pin, (db) => findPerson(db, id))
 */
export async function withinCouncil<Value>(
  database: Database,
  pin: Pin,
  act: (db: CouncilDb) => Promise<Value>,
): Promise<Value> {
  return database.transaction().execute(async (transaction) => {
    await setPin(transaction, pin);
    return act(pinTo(transaction, pin));
  });
}

/** Marks an open transaction as pinned; the caller has set the pin. */
export function pinTo(transaction: Transaction<Tables>, pin: Pin): CouncilDb {
  return Object.assign(transaction, { [pinned]: { ...pin, opened: [] } });
}

/** Sets the council, account and teams for the rest of this transaction, in one round trip. */
export async function setPin(transaction: Transaction<Tables>, pin: Pin): Promise<void> {
  await sql`select set_config('alongside.council', ${String(pin.councilId)}, true),
    set_config('alongside.account', ${pin.actor.accountId}, true),
    set_config('alongside.teams', ${`{${pin.actor.teamIds.join(',')}}`}, true)`.execute(transaction);
}

export const councilOf = (db: CouncilReader): number => db[pinned].councilId;
export const actorOf = (db: CouncilReader): Actor => db[pinned].actor;
export const nowOf = (db: CouncilReader): Date => db[pinned].now;
export const pinOf = (db: CouncilReader): Pin => db[pinned];

/** Runs a read written in SQL. @example await readRows<{ name: string }>(db, sql`select name from team`) */
export async function readRows<Row>(db: CouncilReader, query: ReturnType<typeof sql<Row>>): Promise<Row[]> {
  return (await query.execute(db as CouncilDb)).rows;
}
