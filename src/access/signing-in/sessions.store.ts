import { sql, type Transaction } from 'kysely';
import type { Database } from '../../platform/db/council.ts';
import { type CouncilDb, councilOf, nowOf, setPin, withinCouncil } from '../../platform/db/council.ts';
import type { Tables } from '../../platform/db/tables.ts';
import { newToken, type Visit } from '../../platform/http/visits.ts';
import { keepToOwn, nobodysOwn } from '../own-page/own-visit.store.ts';

/** A session sleeps after an hour without a page and ends after twelve; drafts are on the server and outlive both. */
const idle = '60 minutes';
const longest = '12 hours';
/** S6: somebody at their own page may be at a library's computer. */
const idleOfOwn = 30 * 60_000;

interface SessionRow {
  council_id: number;
  council_name: string;
  council_slug: string;
  is_demo: boolean;
  settings: Record<string, unknown>;
  account_id: string;
  account_name: string;
  role: string;
  team_ids: string[];
  csrf_token: string;
  seen_at: Date;
  own: string | null;
}

/** From a session token's hash to whose visit it is, with the transaction pinned to that council. */
export async function openVisit(
  transaction: Transaction<Tables>,
  tokenHash: Buffer,
  now: Date,
  requestId: string,
): Promise<Visit | null> {
  const { rows } =
    await sql<SessionRow>`select * from open_session(${tokenHash}, ${now}, ${idle}, ${longest})`.execute(
      transaction,
    );
  const row = rows[0];
  if (!row) return null;
  const isOwn = row.role === 'person' || row.role === 'delegate';
  if (isOwn && now.getTime() - row.seen_at.getTime() > idleOfOwn) return null;
  const actor = { accountId: row.account_id, name: row.account_name, role: row.role, teamIds: row.team_ids };
  await setPin(transaction, { councilId: row.council_id, actor, now, requestId });
  if (isOwn) await keepToOwn(transaction, row.own ?? nobodysOwn);
  if (now.getTime() - row.seen_at.getTime() > 60_000)
    await sql`update session set seen_at = ${now} where council_id = ${row.council_id} and token_hash = ${tokenHash}`.execute(
      transaction,
    );
  return {
    councilId: row.council_id,
    councilName: row.council_name,
    councilSlug: row.council_slug,
    isDemo: row.is_demo,
    settings: row.settings,
    actor,
    csrf: row.csrf_token,
  };
}

/**
 * Begins a session and returns the token for the browser; only its hash is kept. `begunBy` is the hash of the
 * sign-in that leads to it, and leads to no second one.
 */
export async function beginSession(
  db: CouncilDb,
  accountId: string,
  begunBy: Buffer | null = null,
): Promise<string> {
  const { token, hash } = newToken();
  const at = nowOf(db);
  await db
    .insertInto('session')
    .values({
      council_id: councilOf(db),
      token_hash: hash,
      account_id: accountId,
      csrf_token: newToken().token,
      began_at: at,
      seen_at: at,
      begun_by: begunBy,
    })
    .execute();
  await db
    .updateTable('account')
    .set({ last_signed_in_at: at })
    .where('council_id', '=', councilOf(db))
    .where('id', '=', accountId)
    .execute();
  return token;
}

/** Ends a session at once, on the server, and says whose it was; null when it had ended already. */
export async function endSession(database: Database, tokenHash: Buffer, now: Date): Promise<Visit | null> {
  return database.transaction().execute(async (transaction) => {
    const visit = await openVisit(transaction, tokenHash, now, 'sign-out');
    if (!visit) return null;
    await sql`update session set ended_at = ${now}
      where council_id = ${visit.councilId} and token_hash = ${tokenHash}`.execute(transaction);
    return visit;
  });
}

export interface CouncilToSignIn {
  councilId: number;
  name: string;
  slug: string;
  isDemo: boolean;
  oidcIssuer: string | null;
  oidcClientId: string | null;
}

/** The councils of this installation, by name, for the sign-in page. */
export async function councilsToSignIn(database: Database): Promise<CouncilToSignIn[]> {
  const { rows } =
    await sql<CouncilToSignIn>`select council_id as "councilId", name, slug, is_demo as "isDemo",
    oidc_issuer as "oidcIssuer", oidc_client_id as "oidcClientId" from councils_to_sign_in()`.execute(
      database,
    );
  return rows;
}

export interface Persona {
  accountId: string;
  name: string;
  role: string;
  teamName: string | null;
  persona: string;
}

/** The invented people anybody may sign in as; only a demonstration council has any. */
export async function personasOf(db: CouncilDb): Promise<Persona[]> {
  const { rows } = await sql<Persona>`select a.id as "accountId", a.name, a.role, a.persona,
      (select t.name from membership m join team t on t.council_id = m.council_id and t.id = m.team_id
       where m.council_id = a.council_id and m.account_id = a.id order by t.name limit 1) as "teamName"
    from account a join council c on c.council_id = a.council_id
    where c.is_demo and a.persona is not null and a.disabled_at is null and a.council_id = ${councilOf(db)}
    order by a.name limit 50`.execute(db);
  return rows;
}

const nobody = { accountId: '00000000-0000-0000-0000-000000000000', name: '', role: '', teamIds: [] };

/** A transaction inside one council before anybody is signed in: only sign-in uses it. */
export function beforeSignIn<Value>(
  database: Database,
  councilId: number,
  now: Date,
  act: (db: CouncilDb) => Promise<Value>,
) {
  return withinCouncil(database, { councilId, actor: nobody, now, requestId: 'sign-in' }, act);
}
