import { sql } from 'kysely';
import type { Day } from '../../platform/clock.ts';
import {
  actorOf,
  type CouncilDb,
  type CouncilReader,
  councilOf,
  nowOf,
  readRows,
} from '../../platform/db/council.ts';
import { Unknown } from '../../platform/http/problems.ts';
import { newId } from '../../platform/ids.ts';
import { plainAddress } from './own-address.ts';
import { hashOfToken, hashOfTyped, letterWayIn, type WayIn } from './own-codes.ts';
import { keepNumber } from './own-number.ts';

/** How long a letter opens the page, once. */
export const LETTER_DAYS = 28;

/** A person's own page, as whoever is alongside them sees it; never the number, never a code. */
export interface OwnPage {
  ownPageId: string;
  openedAt: Date;
  openedBy: string;
  talked: string;
  talkedOn: Day;
  messageBy: 'text' | 'email' | null;
  messageTo: string | null;
  /** When a letter was last made that nobody has used yet, and until when it works. */
  letterMadeAt: Date | null;
  letterEndsAt: Date | null;
  lastSeenAt: Date | null;
}

export interface NewOwnPage {
  personId: string;
  /** How they are called in who looked. */
  name: string;
  talked: string;
  talkedOn: Day;
  messageBy: 'text' | 'email' | null;
  messageTo: string | null;
  number: string;
}

/** The page of this person, when they have one. */
export async function ownPageOf(db: CouncilReader, personId: string): Promise<OwnPage | null> {
  const [row] = await readRows<OwnPage>(
    db,
    sql`select o.id as "ownPageId", o.opened_at as "openedAt", b.name as "openedBy", o.talked, o.talked_on as "talkedOn",
      o.message_by as "messageBy", o.message_to as "messageTo", l.made_at as "letterMadeAt", l.ends_at as "letterEndsAt",
      (select max(s.seen_at) from session s where s.council_id = o.council_id and s.account_id = o.account_id) as "lastSeenAt"
    from own_page o join account b on b.council_id = o.council_id and b.id = o.opened_by
    left join lateral (select c.made_at, c.ends_at from own_code c where c.council_id = o.council_id and c.own_page_id = o.id
      and c.how = 'letter' and c.spent_at is null and c.ends_at > ${nowOf(db)} order by c.made_at desc limit 1) l on true
    where o.council_id = ${councilOf(db)} and o.person_id = ${personId} and o.opens = 'own' and o.ended_at is null`,
  );
  return row ?? null;
}

/** Opens somebody's own page. Their account is made once and used again when they come back to it. */
export async function openOwnPage(db: CouncilDb, page: NewOwnPage): Promise<string> {
  return insertPage(db, page, await ownAccount(db, page.personId, page.name), 'own');
}

/**
 * Opens a way in for somebody this person shares with: to what is shared, and nothing else. The same codes, the same
 * kind of number; `makeLetter`, `chooseNumber` and `closeOwnPage` take its id.
 * @param page `personId` is whoever shares, `name` whoever comes; `accountId` when they had a way in before
 */
export async function openSharedDoor(
  db: CouncilDb,
  { accountId, ...page }: NewOwnPage & { accountId?: string | undefined },
): Promise<{ ownPageId: string; accountId: string }> {
  const account = await delegateAccount(db, accountId ?? newId(), page.name);
  return { ownPageId: await insertPage(db, page, account, 'shared'), accountId: account };
}

async function insertPage(
  db: CouncilDb,
  page: NewOwnPage,
  accountId: string,
  opens: 'own' | 'shared',
): Promise<string> {
  const id = newId();
  const { hash, salt } = await keepNumber(page.number);
  const { personId, talked, talkedOn, messageBy, messageTo } = page;
  await db
    .insertInto('own_page')
    .values({
      ...{ council_id: councilOf(db), id, person_id: personId, account_id: accountId, opens },
      ...{ number_hash: hash, number_salt: salt, talked, talked_on: talkedOn },
      ...{ message_by: messageBy, message_to: messageTo === null ? null : plainAddress(messageTo) },
      ...{ opened_at: nowOf(db), opened_by: actorOf(db).accountId },
    })
    .execute();
  return id;
}

async function delegateAccount(db: CouncilDb, accountId: string, name: string): Promise<string> {
  const { rows } = await sql<{ id: string }>`insert into account (council_id, id, name, role, enabled_at)
    values (${councilOf(db)}, ${accountId}, ${name}, 'delegate', ${nowOf(db)})
    on conflict (council_id, id) do update set name = excluded.name, disabled_at = null, enabled_at = excluded.enabled_at
    where account.role = 'delegate' returning id`.execute(db);
  const id = rows[0]?.id;
  if (!id) throw new Unknown('There is nobody here by that sharing.');
  return id;
}

async function ownAccount(db: CouncilDb, personId: string, name: string): Promise<string> {
  const { rows } = await sql<{
    id: string;
  }>`insert into account (council_id, id, name, role, person_id, enabled_at)
    values (${councilOf(db)}, ${newId()}, ${name}, 'person', ${personId}, ${nowOf(db)})
    on conflict (council_id, person_id) where person_id is not null
    do update set name = excluded.name, disabled_at = null, enabled_at = excluded.enabled_at returning id`.execute(
    db,
  );
  const id = rows[0]?.id;
  if (!id) throw new Error('an insert returns its row');
  return id;
}

/** A letter's way in; the one before it stops working. Told this once and kept nowhere. */
export async function makeLetter(db: CouncilDb, ownPageId: string): Promise<WayIn> {
  const way = letterWayIn();
  const now = nowOf(db);
  await sql`update own_code set spent_at = ${now}
    where council_id = ${councilOf(db)} and own_page_id = ${ownPageId} and how = 'letter' and spent_at is null`.execute(
    db,
  );
  await sql`insert into own_code (council_id, id, own_page_id, how, code_hash, token_hash, made_at, made_by, ends_at)
    values (${councilOf(db)}, ${newId()}, ${ownPageId}, 'letter', ${hashOfTyped(way.code)}, ${hashOfToken(way.token)}, ${now},
      ${actorOf(db).accountId}, ${new Date(now.getTime() + LETTER_DAYS * 86_400_000)})`.execute(db);
  return way;
}

/** Closes somebody's own page at once: every browser is signed out and every way in ends. What they wrote stays theirs. */
export async function closeOwnPage(db: CouncilDb, ownPageId: string): Promise<void> {
  const council = councilOf(db);
  const now = nowOf(db);
  await sql`with closed as (
      update own_page set ended_at = ${now}, ended_by = ${actorOf(db).accountId}
      where council_id = ${council} and id = ${ownPageId} and ended_at is null returning account_id),
    codes as (update own_code set spent_at = ${now} where council_id = ${council} and own_page_id = ${ownPageId} and spent_at is null),
    keys as (update own_key set ended_at = ${now} where council_id = ${council} and own_page_id = ${ownPageId} and ended_at is null),
    identities as (update own_identity set ended_at = ${now} where council_id = ${council} and own_page_id = ${ownPageId} and ended_at is null),
    sessions as (update session s set ended_at = ${now} from closed
      where s.council_id = ${council} and s.account_id = closed.account_id and s.ended_at is null)
    update account a set disabled_at = ${now} from closed where a.council_id = ${council} and a.id = closed.account_id`.execute(
    db,
  );
}
