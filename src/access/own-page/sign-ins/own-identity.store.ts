import { sql } from 'kysely';
import {
  type CouncilDb,
  type CouncilReader,
  councilOf,
  nowOf,
  readRows,
} from '../../../platform/db/council.ts';
import { newId } from '../../../platform/ids.ts';
import { type ComeIn, MESSAGE_MINUTES } from '../getting-in.store.ts';
import { hashOfToken, hashOfTyped, letterWayIn } from '../own-codes.ts';

/** The sign-in a council has for its residents; never the one for its staff. */
export interface OwnProvider {
  issuer: string;
  clientId: string;
}

export async function ownProviderOf(db: CouncilReader): Promise<OwnProvider | null> {
  const [row] = await readRows<OwnProvider>(
    db,
    sql`select own_oidc_issuer as issuer, own_oidc_client_id as "clientId" from council
      where council_id = ${councilOf(db)} and own_oidc_issuer is not null and own_oidc_client_id is not null`,
  );
  return row ?? null;
}

/** Whether the council's sign-in opens this account's page already. */
export async function isJoined(db: CouncilReader, accountId: string): Promise<boolean> {
  const rows = await readRows(
    db,
    sql`select i.id from own_identity i join own_page o on o.council_id = i.council_id and o.id = i.own_page_id
      join council c on c.council_id = i.council_id and c.own_oidc_issuer = i.issuer
      where i.council_id = ${councilOf(db)} and o.account_id = ${accountId} and o.ended_at is null and i.ended_at is null`,
  );
  return rows.length > 0;
}

/**
 * Joins the provider's own name for somebody to the page they are inside; what was joined before ends.
 * @returns false when that name opens somebody else's page
 */
export async function joinSignIn(
  db: CouncilDb,
  accountId: string,
  issuer: string,
  subject: string,
): Promise<boolean> {
  const another = await joinedTo(db, issuer, subject);
  if (another && another.accountId !== accountId) return false;
  await endSignIn(db, accountId);
  const { rows } = await sql`insert into own_identity (council_id, id, own_page_id, issuer, subject, bound_at)
    select ${councilOf(db)}, ${newId()}, o.id, ${issuer}, ${subject}, ${nowOf(db)} from own_page o
    where o.council_id = ${councilOf(db)} and o.account_id = ${accountId} and o.ended_at is null
    on conflict do nothing returning id`.execute(db);
  return rows.length === 1;
}

export async function endSignIn(db: CouncilDb, accountId: string): Promise<void> {
  await sql`update own_identity i set ended_at = ${nowOf(db)} from own_page o
    where i.council_id = ${councilOf(db)} and i.ended_at is null
      and o.council_id = i.council_id and o.id = i.own_page_id and o.account_id = ${accountId}`.execute(db);
}

/** Whose page this provider's name for somebody opens: by that name only, never by an e-mail address. */
export async function joinedTo(
  db: CouncilDb,
  issuer: string,
  subject: string,
): Promise<(ComeIn & { ownPageId: string }) | null> {
  const { rows } = await sql<ComeIn & { ownPageId: string }>`update own_identity i set used_at = ${nowOf(db)}
    from own_page o, account a
    where i.council_id = ${councilOf(db)} and i.issuer = ${issuer} and i.subject = ${subject} and i.ended_at is null
      and o.council_id = i.council_id and o.id = i.own_page_id and o.ended_at is null and own_page_opens(o.id)
      and a.council_id = o.council_id and a.id = o.account_id
    returning o.id as "ownPageId", o.account_id as "accountId", a.role`.execute(db);
  return rows[0] ?? null;
}

/** A way in for this browser, where the sign-in was one thing only: it still wants their number, as a message's code does. */
export async function wayAfterSignIn(db: CouncilDb, ownPageId: string, browser: Buffer): Promise<string> {
  const way = letterWayIn();
  const ends = new Date(nowOf(db).getTime() + MESSAGE_MINUTES * 60_000);
  await sql`insert into own_code (council_id, id, own_page_id, how, code_hash, token_hash, browser_hash, made_at, ends_at)
    values (${councilOf(db)}, ${newId()}, ${ownPageId}, 'message', ${hashOfTyped(way.code)}, ${hashOfToken(way.token)}, ${browser},
      ${nowOf(db)}, ${ends})`.execute(db);
  return way.token;
}
