import { sql } from 'kysely';
import { type CouncilDb, councilOf, nowOf } from '../../platform/db/council.ts';
import { isRefusal, type Refusal } from '../../platform/refusal.ts';
import {
  type AccountAtDoor,
  type Proven,
  refusals,
  type SecondFactor,
  secondFactorOf,
  whoComesIn,
} from './oidc.ts';
import { beginSession } from './sessions.store.ts';

/** How this council's provider says that a second factor was used. */
export async function secondFactorWanted(db: CouncilDb): Promise<SecondFactor> {
  const { settings } = await db
    .selectFrom('council')
    .select('settings')
    .where('council_id', '=', councilOf(db))
    .executeTakeFirstOrThrow();
  return secondFactorOf(settings as Record<string, unknown>);
}

/**
 * Lets somebody in whom the council's provider has proven, or says why not: finds their account, binds it the
 * first time and begins a session, all or nothing. One attempt lets somebody in once.
 */
export async function comeIn(
  db: CouncilDb,
  proven: Proven,
  attemptHash: Buffer,
): Promise<{ token: string; role: string } | Refusal> {
  if (await hasBegun(db, attemptHash)) return refusals.stale;
  const wanted = await secondFactorWanted(db);
  const account = whoComesIn(await accountsAtDoor(db, proven), proven, wanted, nowOf(db));
  if (isRefusal(account)) return account;
  await db
    .updateTable('account')
    .set({ oidc_subject: proven.subject })
    .where('council_id', '=', councilOf(db))
    .where('id', '=', account.accountId)
    .execute();
  return { token: await beginSession(db, account.accountId, attemptHash), role: account.role };
}

/** The accounts this person may be; the rows are locked, so that two first sign-ins bind one after the other. */
async function accountsAtDoor(db: CouncilDb, { subject, email }: Proven): Promise<AccountAtDoor[]> {
  const { rows } = await sql<AccountAtDoor>`select id as "accountId", role, email, oidc_subject as subject,
      disabled_at as "disabledAt", enabled_at as "enabledAt", last_signed_in_at as "lastSignedInAt"
    from account
    where council_id = ${councilOf(db)}
      and (oidc_subject = ${subject} or lower(trim(email)) = lower(trim(${email}::text)))
    order by id for update`.execute(db);
  return rows;
}

async function hasBegun(db: CouncilDb, attemptHash: Buffer): Promise<boolean> {
  const begun = await db
    .selectFrom('session')
    .select('account_id')
    .where('council_id', '=', councilOf(db))
    .where('begun_by', '=', attemptHash)
    .executeTakeFirst();
  return begun !== undefined;
}
