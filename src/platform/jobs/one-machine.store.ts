import { sql } from 'kysely';
import type { Database } from '../db/council.ts';

/**
 * Runs `act` unless another machine (or this one) is at the same thing: false then. The lock is a transaction's, so it
 * holds behind a transaction pooler too and ends with whoever held it; that transaction does nothing else and may idle.
 */
export async function onOneMachine(
  database: Database,
  name: string,
  act: () => Promise<void>,
): Promise<boolean> {
  return database.transaction().execute(async (transaction) => {
    await sql`select set_config('idle_in_transaction_session_timeout', '0', true)`.execute(transaction);
    const { rows } = await sql<{ isOurs: boolean }>`
      select pg_try_advisory_xact_lock(hashtext('alongside round'), hashtext(${name})) as "isOurs"`.execute(
      transaction,
    );
    if (rows[0]?.isOurs) await act();
    return rows[0]?.isOurs ?? false;
  });
}
