import { sql } from 'kysely';
import type { Day } from '../../platform/clock.ts';
import { type CouncilDb, councilOf, nowOf } from '../../platform/db/council.ts';
import { plainAddress } from './own-address.ts';
import { isNumber, keepNumber, numberProblem } from './own-number.ts';

/** S2: wrong numbers before a code is spent, and before nobody tries for a while. */
export const TRIES = 5;
/** S5: and for how long; the person is in again within it. */
const WAIT_MINUTES = 15;

export interface WantedNumber {
  number: string;
  bornOn: Day | null;
  /** Where their messages go: of two people with one address, the number tells whose page it is. */
  messageTo: string | null;
  /** The page it is for, when it has one already. */
  ownPageId: string | null;
}

/** What is wrong with a number somebody wants, as a sentence that says what to do; null when it will do. */
export async function wantedNumberProblem(
  db: CouncilDb,
  { number, bornOn, messageTo, ownPageId }: WantedNumber,
): Promise<string | null> {
  const problem = numberProblem(number, bornOn);
  if (problem || messageTo === null) return problem;
  const others = await sql<{
    hash: Buffer;
    salt: Buffer;
  }>`select number_hash as hash, number_salt as salt from own_page
    where council_id = ${councilOf(db)} and message_to = ${plainAddress(messageTo)} and ended_at is null
      and id is distinct from ${ownPageId}::uuid`.execute(db);
  for (const kept of others.rows) if (await isNumber(number, kept)) return 'Choose other figures';
  return null;
}

/**
 * A number forgotten, or that somebody else has seen, is chosen anew, and every browser is signed out. What was asked for
 * with the old one, such as another address for codes, is asked for no more.
 * @param here the form token of the one browser that stays, when it is their own
 */
export async function chooseNumber(
  db: CouncilDb,
  ownPageId: string,
  number: string,
  here: string | null = null,
): Promise<void> {
  const { hash, salt } = await keepNumber(number);
  await sql`update own_page set number_hash = ${hash}, number_salt = ${salt}, wrong_numbers = 0, waits_until = null
    where council_id = ${councilOf(db)} and id = ${ownPageId} and ended_at is null`.execute(db);
  await sql`update own_address_asked set spent_at = ${nowOf(db)}
    where council_id = ${councilOf(db)} and own_page_id = ${ownPageId} and spent_at is null`.execute(db);
  await sql`update session s set ended_at = ${nowOf(db)} from own_page o
    where o.council_id = ${councilOf(db)} and o.id = ${ownPageId} and s.council_id = o.council_id and s.account_id = o.account_id
      and s.ended_at is null and s.csrf_token is distinct from ${here}::text`.execute(db);
}

/**
 * Somebody inside their page chooses another number, with the one they have. A wrong one is counted as at the door.
 * @returns 'wrong' when it is not their number, else what is wrong with the new one; null when it was changed
 */
export async function changeNumber(
  db: CouncilDb,
  accountId: string,
  { old, number, bornOn }: { old: string; number: string; bornOn: Day | null },
  here: string,
): Promise<string | null> {
  const { rows } = await sql<{
    ownPageId: string;
    messageTo: string | null;
    hash: Buffer;
    salt: Buffer;
    isWaiting: boolean;
  }>`select id as "ownPageId", message_to as "messageTo", number_hash as hash, number_salt as salt,
      coalesce(waits_until > ${nowOf(db)}, false) as "isWaiting"
    from own_page where council_id = ${councilOf(db)} and account_id = ${accountId} and ended_at is null for update`.execute(
    db,
  );
  const [page] = rows;
  if (!page || page.isWaiting) return 'wrong';
  const { ownPageId, messageTo } = page;
  if (!(await isNumber(old, page))) {
    await countWrongNumber(db, [ownPageId]);
    return 'wrong';
  }
  const problem = await wantedNumberProblem(db, { number, bornOn, messageTo, ownPageId });
  if (problem === null) await chooseNumber(db, ownPageId, number, here);
  return problem;
}

/** S2, S5: after five wrong numbers nobody tries for a quarter of an hour; then they are in again. */
export async function countWrongNumber(db: CouncilDb, ownPageIds: readonly string[]): Promise<void> {
  const until = new Date(nowOf(db).getTime() + WAIT_MINUTES * 60_000);
  await sql`update own_page set wrong_numbers = (wrong_numbers + 1) % ${TRIES},
      waits_until = case when wrong_numbers + 1 >= ${TRIES} then ${until} else waits_until end
    where council_id = ${councilOf(db)} and id = any (${[...ownPageIds]}::uuid[])`.execute(db);
}
