import { sql, type Transaction } from 'kysely';
import { type CouncilDb, type CouncilReader, readRows } from '../../platform/db/council.ts';
import type { Tables } from '../../platform/db/tables.ts';
import { Unknown } from '../../platform/http/problems.ts';

/** Whose own page this is when it is nobody's: somebody a person shares with meets no row about anybody. */
export const nobodysOwn = '00000000-0000-0000-0000-000000000000';

/**
 * From here to the end of the transaction only rows about this person are met, and nothing held back from them
 * (W1, W2): policies of the database see to it, whatever is asked.
 */
export async function keepToOwn(db: Transaction<Tables> | CouncilDb, personId: string): Promise<void> {
  await sql`select set_config('alongside.own', ${personId}, true)`.execute(db as Transaction<Tables>);
}

/** Ends that for the rest of the transaction: for a worker, whose own visit it is again. */
export async function keepToNobody(db: CouncilDb): Promise<void> {
  await sql`select set_config('alongside.own', '', true)`.execute(db);
}

/** Whose own page this visit is for. `Unknown` when it is nobody's. */
export async function ownOf(db: CouncilReader): Promise<string> {
  const [row] = await readRows<{ own: string | null }>(db, sql`select current_own() as own`);
  if (!row?.own || row.own === nobodysOwn) throw new Unknown();
  return row.own;
}
