import { sql } from 'kysely';
import {
  actorOf,
  type CouncilDb,
  type CouncilReader,
  councilOf,
  nowOf,
  readRows,
} from '../../platform/db/council.ts';
import { newId } from '../../platform/ids.ts';
import { sendMail, sendText } from '../../platform/mail/outbox.store.ts';
import { countWrongNumber, TRIES } from './choosing-number.store.ts';
import { MESSAGE_MINUTES } from './getting-in.store.ts';
import { type MessageBy, plainAddress } from './own-address.ts';
import { hashOfTyped, messageWayIn } from './own-codes.ts';
import { isNumber } from './own-number.ts';
import { noteWayChanged } from './way-changed.store.ts';

/** Codes to addresses that somebody asked for, in an hour: nobody is to be written to by way of a page. */
const ASKS_AN_HOUR = 4;

export interface Address {
  by: MessageBy;
  to: string;
}

/** Where somebody's codes go, and where they asked for them to go from now on. */
export interface CodesTo {
  now: Address | null;
  asked: Address | null;
}

/** Null when no page of theirs is open. */
export async function codesToOf(db: CouncilReader, personId: string): Promise<CodesTo | null> {
  const [row] = await readRows<CodesTo>(
    db,
    sql`select case when o.message_by is not null then json_build_object('by', o.message_by, 'to', o.message_to) end as now,
      (select json_build_object('by', k.message_by, 'to', k.message_to) from own_address_asked k
        where k.council_id = o.council_id and k.own_page_id = o.id and ${isWaiting(nowOf(db))} order by k.asked_at desc limit 1) as asked
      ${pageOf(db, personId)}`,
  );
  return row ?? null;
}

const isWaiting = (now: Date) => sql`k.spent_at is null and k.ends_at > ${now} and k.tries < ${TRIES}`;

/** Whoever is signed in to a page means that one; a worker beside somebody, the one of that person. */
const pageOf = (db: CouncilReader, personId: string) => sql`from own_page o
  where o.council_id = ${councilOf(db)} and o.opens = 'own' and o.ended_at is null
    and (o.account_id = ${actorOf(db).accountId} or o.person_id = ${personId})
  order by o.account_id = ${actorOf(db).accountId} desc limit 1`;

interface PageRow {
  ownPageId: string;
  now: Address | null;
  hash: Buffer;
  salt: Buffer;
  waits: boolean;
}

/** The page, held until this transaction ends. */
async function holdPage(db: CouncilDb, personId: string): Promise<PageRow | null> {
  const { rows } =
    await sql<PageRow>`select o.id as "ownPageId", o.number_hash as hash, o.number_salt as salt,
      coalesce(o.waits_until > ${nowOf(db)}, false) as waits,
      case when o.message_by is not null then json_build_object('by', o.message_by, 'to', o.message_to) end as now
    ${pageOf(db, personId)} for update`.execute(db);
  return rows[0] ?? null;
}

export interface Asked {
  personId: string;
  /** The six figures known to nobody else: asked again, and counted as at the door. */
  number: string;
  /** Null when no codes are to come at all. */
  wanted: Address | null;
  told: 'themselves' | 'together';
}

/** 'asked' waits for the code that was sent to the new address; 'moved' stands. */
export type AskedCodes = 'asked' | 'moved' | 'same' | 'wrong' | 'enough' | 'closed';

/**
 * Somebody wants their codes at another address. By themselves it stands once the code that was sent there is typed; a
 * worker sitting with them sees whose telephone it is, so that it stands at once. No codes at all need no proof.
 */
export async function askCodesTo(
  db: CouncilDb,
  { personId, number, wanted, told }: Asked,
): Promise<AskedCodes> {
  const page = await holdPage(db, personId);
  if (!page) return 'closed';
  if (page.waits) return 'wrong';
  if (!(await isNumber(number, page))) {
    await countWrongNumber(db, [page.ownPageId]);
    return 'wrong';
  }
  const to = wanted && { by: wanted.by, to: plainAddress(wanted.to) };
  if (page.now?.by === to?.by && page.now?.to === to?.to) return 'same';
  if (!to || told === 'together') {
    await moveCodes(db, page, { personId, to, told });
    return 'moved';
  }
  return (await sendCode(db, page.ownPageId, to)) ? 'asked' : 'enough';
}

/** False when so many were sent within the hour that no more are. */
async function sendCode(db: CouncilDb, ownPageId: string, { by, to }: Address): Promise<boolean> {
  const now = nowOf(db);
  const id = newId();
  const { code } = messageWayIn();
  const { rows } =
    await sql`insert into own_address_asked (council_id, id, own_page_id, message_by, message_to, code_hash, asked_at, ends_at)
    select ${councilOf(db)}, ${id}::uuid, ${ownPageId}::uuid, ${by}, ${to}, ${hashOfTyped(code)}::bytea, ${now}::timestamptz,
      ${new Date(now.getTime() + MESSAGE_MINUTES * 60_000)}::timestamptz
    where (select count(*) from own_address_asked k where k.council_id = ${councilOf(db)} and k.own_page_id = ${ownPageId}
      and k.asked_at > ${new Date(now.getTime() - 3_600_000)}) < ${ASKS_AN_HOUR} returning id`.execute(db);
  if (!rows.length) return false;
  await spendAsked(db, ownPageId, id);
  const words = `Your code is ${code.toUpperCase()}. It works for ${MESSAGE_MINUTES} minutes, on the page you asked from. If you did not ask for this, you need do nothing.`;
  const letter = { reference: `own address ${id}`, to, words };
  await (by === 'text' ? sendText(db, letter) : sendMail(db, { ...letter, subject: 'You have a message' }));
  return true;
}

/** The last that was asked for takes the place of those before it. */
async function spendAsked(db: CouncilDb, ownPageId: string, but: string | null): Promise<void> {
  await sql`update own_address_asked set spent_at = ${nowOf(db)} where council_id = ${councilOf(db)}
    and own_page_id = ${ownPageId} and spent_at is null and id is distinct from ${but}::uuid`.execute(db);
}

/**
 * The code that came to the new address is typed, and the address stands. Five wrong ones and it is asked for anew.
 * @returns false when that is not the code, or it came too late
 */
export async function confirmCodesTo(
  db: CouncilDb,
  { personId, code, told }: { personId: string; code: string; told: WayTold },
): Promise<boolean> {
  const page = await holdPage(db, personId);
  if (!page) return false;
  const { rows } = await sql<
    Address & { id: string; hash: Buffer }
  >`select k.id, k.message_by as by, k.message_to as to, k.code_hash as hash
    from own_address_asked k where k.council_id = ${councilOf(db)} and k.own_page_id = ${page.ownPageId} and ${isWaiting(nowOf(db))}
    order by k.asked_at desc limit 1 for update`.execute(db);
  const [asked] = rows;
  if (!asked) return false;
  if (!hashOfTyped(code)?.equals(asked.hash)) {
    await sql`update own_address_asked set tries = tries + 1 where council_id = ${councilOf(db)} and id = ${asked.id}`.execute(
      db,
    );
    return false;
  }
  await moveCodes(db, page, { personId, to: { by: asked.by, to: asked.to }, told });
  return true;
}

type WayTold = Asked['told'];

/** From now on codes and messages go there; a code on its way to the address before opens nothing. */
async function moveCodes(
  db: CouncilDb,
  { ownPageId, now: was }: PageRow,
  { personId, to, told }: { personId: string; to: Address | null; told: WayTold },
): Promise<void> {
  await sql`update own_page set message_by = ${to?.by ?? null}, message_to = ${to?.to ?? null}
    where council_id = ${councilOf(db)} and id = ${ownPageId}`.execute(db);
  await sql`update own_code set spent_at = ${nowOf(db)} where council_id = ${councilOf(db)} and own_page_id = ${ownPageId}
    and how = 'message' and spent_at is null`.execute(db);
  await spendAsked(db, ownPageId, null);
  await noteWayChanged(db, { personId, what: 'messages', told, was });
}
