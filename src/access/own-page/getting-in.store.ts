import { sql } from 'kysely';
import { type CouncilDb, councilOf, nowOf } from '../../platform/db/council.ts';
import { newId } from '../../platform/ids.ts';
import { countWrongNumber, TRIES } from './choosing-number.store.ts';
import { plainAddress } from './own-address.ts';
import { hashOfToken, hashOfTyped, messageWayIn } from './own-codes.ts';
import { isNumber } from './own-number.ts';

/** S2: a code sent as a message works for ten minutes. */
export const MESSAGE_MINUTES = 10;
/** Messages to one page in an hour. */
const MESSAGES_AN_HOUR = 4;
/** Pages that one address may have: a couple's, and those shared with them. */
const AT_ONE_ADDRESS = 6;

export interface Knock {
  /** What was typed from a letter or message, or came by its link. */
  typed: string;
  number: string;
  /** The hash of what this browser was given when it asked for a message; null when it has not. */
  browser: Buffer | null;
}

/** Who has come in: the account whose session may begin. */
export interface ComeIn {
  accountId: string;
  role: string;
}

interface CodeRow extends ComeIn {
  id: string;
  ownPageId: string;
  tokenHash: Buffer;
  hash: Buffer;
  salt: Buffer;
  isWaiting: boolean;
}

/**
 * Whose page a way in and a number open, and spends the way in; null for anything else, whatever was wrong with it (S4).
 * Both are needed. A wrong number is counted only when the code is right, so nobody without the code can keep anybody out (S5).
 */
export async function knock(db: CouncilDb, { typed, number, browser }: Knock): Promise<ComeIn | null> {
  const codes = await codesOf(db, typed, browser);
  const right: CodeRow[] = [];
  if (codes.length === 0) await isNumber(number, null);
  for (const code of codes) if (await isNumber(number, code)) right.push(code);
  const [found, another] = right;
  if (!found) await tellNothingByTime(db);
  if (!found) await countWrong(db, codes);
  if (!found || another || found.isWaiting) return null;
  await sql`update own_code set spent_at = ${nowOf(db)} where council_id = ${councilOf(db)} and token_hash = ${found.tokenHash}`.execute(
    db,
  );
  await sql`update own_page set wrong_numbers = 0, waits_until = null
    where council_id = ${councilOf(db)} and id = ${found.ownPageId}`.execute(db);
  return { accountId: found.accountId, role: found.role };
}

/**
 * The way in, held until this transaction ends so that it is spent once. Several where people have one address: the number
 * says whose. What was typed is looked for first and by itself: nobody's page is asked for before it is found (S5).
 */
async function codesOf(db: CouncilDb, typed: string, browser: Buffer | null): Promise<CodeRow[]> {
  const { rows } = await sql<CodeRow>`with found as materialized (
      select c.id, c.own_page_id, c.token_hash, c.made_at from own_code c
      where c.council_id = ${councilOf(db)} and (c.code_hash = ${hashOfTyped(typed)} or c.token_hash = ${hashOfToken(typed)})
        and c.spent_at is null and c.ends_at > ${nowOf(db)} and c.tries < ${TRIES} and (c.how = 'letter' or c.browser_hash = ${browser})
      order by c.made_at desc, c.id limit ${AT_ONE_ADDRESS} for update),
    open as materialized (select * from found where own_page_opens(own_page_id))
    select c.id, c.own_page_id as "ownPageId", c.token_hash as "tokenHash", o.account_id as "accountId", a.role,
      o.number_hash as hash, o.number_salt as salt, coalesce(o.waits_until > ${nowOf(db)}, false) as "isWaiting"
    from open c join own_page o on o.council_id = ${councilOf(db)} and o.id = c.own_page_id
    join account a on a.council_id = o.council_id and a.id = o.account_id
    where o.ended_at is null order by c.made_at desc, c.id for update of o`.execute(db);
  return rows;
}

/**
 * S4: the answer waits for no disk, or it would take longer whenever something was written. What a power cut takes in that
 * moment is a code that is asked for again, or a try that is not counted.
 */
async function tellNothingByTime(db: CouncilDb): Promise<void> {
  await sql`set local synchronous_commit to off`.execute(db);
}

async function countWrong(db: CouncilDb, codes: readonly CodeRow[]): Promise<void> {
  const counted = codes.filter(({ isWaiting }) => !isWaiting);
  await sql`update own_code set tries = tries + 1
    where council_id = ${councilOf(db)} and id = any (${counted.map(({ id }) => id)}::uuid[])`.execute(db);
  await countWrongNumber(
    db,
    counted.map(({ ownPageId }) => ownPageId),
  );
}

/**
 * Sends a way in to whoever said they want messages there, for this browser only. Does the same for an address nobody has,
 * and tells nobody whether one was sent (S4): in one statement, so that the time tells nothing either. The words say nothing of whose page it is or what it holds.
 * @param to as they typed it
 */
export async function sendWayIn(
  db: CouncilDb,
  to: string,
  browser: Buffer,
  linkTo: (token: string) => string,
): Promise<void> {
  const way = messageWayIn();
  const now = nowOf(db);
  const council = councilOf(db);
  const code = `Your code is ${way.code.toUpperCase()}. It works for ${MESSAGE_MINUTES} minutes, in the browser you asked from.`;
  const none = 'If you did not ask for this, you need do nothing.';
  const letter = `${code}\n\nOr open ${linkTo(way.token)} there.\n\n${none}`;
  await tellNothingByTime(db);
  // One at a time for an address, so that many at once are counted too; for one that nobody has as well (S4).
  await sql`select pg_advisory_xact_lock(${council}, hashtext(${plainAddress(to)}))`.execute(db);
  await sql`with page as (
      select o.id, o.message_to, o.message_by, gen_random_uuid() as code_id from own_page o where o.council_id = ${council} and o.message_to = ${plainAddress(to)} and o.message_by is not null
        and o.ended_at is null and own_page_opens(o.id) and (select count(*) from own_code c where c.council_id = ${council} and c.own_page_id = o.id
          and c.how = 'message' and c.made_at > ${new Date(now.getTime() - 3_600_000)}) < ${MESSAGES_AN_HOUR} limit ${AT_ONE_ADDRESS}),
    code as (
      insert into own_code (council_id, id, own_page_id, how, code_hash, token_hash, browser_hash, made_at, ends_at)
      select ${council}, code_id, id, 'message', ${hashOfTyped(way.code)}, ${hashOfToken(way.token)}, ${browser}, ${now},
        ${new Date(now.getTime() + MESSAGE_MINUTES * 60_000)} from page)
    insert into outgoing_mail (council_id, id, reference, goes_by, mail_to, subject, words, made_at, send_after)
    select ${council}, ${newId()}::uuid, ${`own ${newId()}`}, message_by, message_to,
      case message_by when 'text' then '' else 'You have a message' end,
      case message_by when 'text' then ${`${code} ${none}`} else ${letter} end, ${now}, ${now} from page limit 1`.execute(
    db,
  );
}
