import { sql } from 'kysely';
import {
  type CouncilDb,
  type CouncilReader,
  councilOf,
  nowOf,
  readRows,
} from '../../../platform/db/council.ts';
import { Unknown } from '../../../platform/http/problems.ts';
import { newId } from '../../../platform/ids.ts';
import type { ComeIn } from '../getting-in.store.ts';
import { type KeptKey, type KeyPlace, keyMade, keyUsed, readAnswer, type TakeChallenge } from './keys.ts';

/** S2: what a browser is asked to sign is good for ten minutes. */
const CHALLENGE_MINUTES = 10;

/** A challenge belongs to one browser and, while somebody makes a key or binds a sign-in, to their account. */
export interface Asker {
  browser: Buffer;
  accountId: string | null;
}

/** Keeps what this browser was asked to sign; what has run out is forgotten. */
export async function keepChallenge(
  db: CouncilDb,
  { browser, accountId }: Asker,
  challenge: string,
): Promise<void> {
  const now = nowOf(db);
  const ends = new Date(now.getTime() + CHALLENGE_MINUTES * 60_000);
  await sql`delete from own_challenge where council_id = ${councilOf(db)} and ends_at < ${now}`.execute(db);
  await sql`insert into own_challenge (council_id, id, browser_hash, account_id, challenge, made_at, ends_at)
    values (${councilOf(db)}, ${newId()}, ${browser}, ${accountId}, ${challenge}, ${now}, ${ends})`.execute(
    db,
  );
}

/** S2: says yes once, to the browser that was asked, within ten minutes. */
export async function takeChallenge(
  db: CouncilDb,
  { browser, accountId }: Asker,
  challenge: string,
): Promise<boolean> {
  const { rows } = await sql`update own_challenge set spent_at = ${nowOf(db)}
    where council_id = ${councilOf(db)} and browser_hash = ${browser} and challenge = ${challenge}
      and account_id is not distinct from ${accountId}::uuid and spent_at is null and ends_at > ${nowOf(db)}
    returning id`.execute(db);
  return rows.length === 1;
}

const takingFor =
  (db: CouncilDb, asker: Asker): TakeChallenge =>
  (challenge) =>
    takeChallenge(db, asker, challenge);

export interface OwnKey extends KeptKey {
  keyId: string;
  name: string;
  madeAt: Date;
  usedAt: Date | null;
}

/** The keys that open somebody's own page. */
export const keysOf = (db: CouncilReader, accountId: string): Promise<OwnKey[]> =>
  readRows<OwnKey>(
    db,
    sql`select k.id as "keyId", k.name, k.made_at as "madeAt", k.used_at as "usedAt", k.credential_id as "credentialId",
      k.public_key as "publicKey", k.counter::integer as counter, k.transports
    from own_key k join own_page o on o.council_id = k.council_id and o.id = k.own_page_id
    where k.council_id = ${councilOf(db)} and o.account_id = ${accountId} and o.ended_at is null and k.ended_at is null
    order by k.made_at, k.id limit 20`,
  );

/** Keeps a key that somebody inside their page has just made; false when it is not one, or was kept before. */
export async function addKey(
  db: CouncilDb,
  place: KeyPlace,
  asker: Asker,
  { name, answer }: { name: string; answer: unknown },
): Promise<boolean> {
  const made = await keyMade(place, answer, takingFor(db, asker));
  if (!made) return false;
  const { credentialId, publicKey, counter, transports } = made;
  const { rows } =
    await sql`insert into own_key (council_id, id, own_page_id, credential_id, public_key, counter, transports, name, made_at)
    select ${councilOf(db)}, ${newId()}, o.id, ${credentialId}, ${publicKey}, ${counter}, ${transports}, ${name}, ${nowOf(db)}
    from own_page o where o.council_id = ${councilOf(db)} and o.account_id = ${asker.accountId} and o.ended_at is null
    on conflict do nothing returning id`.execute(db);
  return rows.length === 1;
}

/** Ends one of somebody's keys. Twice is once; `Unknown` when they have no such key. */
export async function endKey(db: CouncilDb, accountId: string, keyId: string): Promise<void> {
  const { rows } =
    await sql`update own_key k set ended_at = coalesce(k.ended_at, ${nowOf(db)}) from own_page o
    where k.council_id = ${councilOf(db)} and k.id = ${keyId}
      and o.council_id = k.council_id and o.id = k.own_page_id and o.account_id = ${accountId} returning k.id`.execute(
      db,
    );
  if (rows.length === 0) throw new Unknown();
}

/**
 * Whose page a key opens: one that is kept, opened by whoever holds it, signing what this browser was asked to sign,
 * and never used less often than we have seen (a copy would be). Null for anything else, whatever was wrong (S4).
 */
export async function comeInWithKey(
  db: CouncilDb,
  place: KeyPlace,
  browser: Buffer,
  text: unknown,
): Promise<ComeIn | null> {
  const answer = readAnswer(text);
  if (!answer) return null;
  const { rows } = await sql<
    KeptKey & ComeIn & { keyId: string }
  >`select k.id as "keyId", k.credential_id as "credentialId",
      k.public_key as "publicKey", k.counter::integer as counter, k.transports, o.account_id as "accountId", a.role
    from own_key k join own_page o on o.council_id = k.council_id and o.id = k.own_page_id
    join account a on a.council_id = o.council_id and a.id = o.account_id
    where k.council_id = ${councilOf(db)} and k.credential_id = ${answer.id} and k.ended_at is null and o.ended_at is null and own_page_opens(o.id)
    for update of k, o`.execute(db);
  const [key] = rows;
  if (!key) return null;
  const { credentialId, publicKey, counter: seen, transports } = key;
  const kept = { credentialId, publicKey, counter: seen, transports };
  const counter = await keyUsed(place, answer, kept, takingFor(db, { browser, accountId: null }));
  if (counter === null) return null;
  await sql`update own_key set counter = ${counter}, used_at = ${nowOf(db)}
    where council_id = ${councilOf(db)} and id = ${key.keyId}`.execute(db);
  return { accountId: key.accountId, role: key.role };
}
