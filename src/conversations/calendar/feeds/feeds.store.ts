import { sql } from 'kysely';
import { unusedDays } from '../../../access/signing-in/oidc.ts';
import {
  actorOf,
  type CouncilDb,
  type CouncilReader,
  councilOf,
  type Database,
  nowOf,
  pinTo,
  readRows,
  setPin,
} from '../../../platform/db/council.ts';
import { Unknown } from '../../../platform/http/problems.ts';
import { newToken } from '../../../platform/http/visits.ts';
import { newId } from '../../../platform/ids.ts';

/** An address that somebody's own calendar reads. */
export interface CalendarFeed {
  id: string;
  /** The team whose calendar it is; null when it is the worker's own. */
  teamName: string | null;
  madeAt: Date;
  lastFetchedAt: Date | null;
}

/** A calendar address as it is read: whose, and when it was last. */
export interface OpenFeed {
  feedId: string;
  teamId: string | null;
  lastFetchedAt: Date | null;
}

/** The acting worker's addresses, and the teams they may have one for. */
export async function readFeeds(db: CouncilReader) {
  const { accountId, teamIds } = actorOf(db);
  const feeds = await readRows<CalendarFeed>(
    db,
    sql`select f.id, t.name as "teamName", f.made_at as "madeAt", f.last_fetched_at as "lastFetchedAt"
      from calendar_feed f left join team t on t.council_id = f.council_id and t.id = f.team_id
      where f.council_id = ${councilOf(db)} and f.account_id = ${accountId} and f.ended_at is null
      order by f.made_at desc, f.id limit 50`,
  );
  const teams = await readRows<{ teamId: string; name: string }>(
    db,
    sql`select id as "teamId", name from team where council_id = ${councilOf(db)} and id = any (${teamIds}::uuid[]) order by name`,
  );
  return { feeds, teams };
}

/**
 * Makes an address and returns its secret, which is kept nowhere: only its hash is. One for each calendar: an
 * earlier one of the same ends, so that pressing twice leaves one.
 */
export async function makeFeed(db: CouncilDb, teamId: string | null): Promise<string> {
  const { accountId, teamIds } = actorOf(db);
  if (teamId && !teamIds.includes(teamId)) throw new Unknown();
  const { token, hash } = newToken();
  await sql`update calendar_feed set ended_at = ${nowOf(db)} where council_id = ${councilOf(db)} and account_id = ${accountId}
    and team_id is not distinct from ${teamId}::uuid and ended_at is null`.execute(db);
  await db
    .insertInto('calendar_feed')
    .values({
      council_id: councilOf(db),
      id: newId(),
      token_hash: hash,
      account_id: accountId,
      team_id: teamId,
      made_at: nowOf(db),
    })
    .execute();
  return token;
}

/** Ends one of the acting worker's own addresses, at once. */
export async function endFeed(db: CouncilDb, id: string): Promise<void> {
  const ended = await db
    .updateTable('calendar_feed')
    .set({ ended_at: nowOf(db) })
    .where('council_id', '=', councilOf(db))
    .where('id', '=', id)
    .where('account_id', '=', actorOf(db).accountId)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  if (!ended.numUpdatedRows) throw new Unknown();
}

interface FeedRow {
  council_id: number;
  feed_id: string;
  team_id: string | null;
  account_id: string;
  account_name: string;
  role: string;
  team_ids: string[];
  last_fetched_at: Date | null;
}

/**
 * Opens a calendar address: from the hash of its secret to whose it is, and what `act` reads as that account and no
 * other. Null when nobody has it, it is ended, the account is closed or long unused, or no longer in the team.
 */
export async function withinFeed<Value>(
  database: Database,
  tokenHash: Buffer,
  visit: { now: Date; requestId: string; may: readonly string[] },
  act: (db: CouncilDb, feed: OpenFeed) => Promise<Value>,
): Promise<Value | null> {
  return database.transaction().execute(async (transaction) => {
    const { rows } =
      await sql<FeedRow>`select * from open_calendar_feed(${tokenHash}, ${visit.now}, ${`${unusedDays} days`})`.execute(
        transaction,
      );
    const row = rows[0];
    if (!row || !visit.may.includes(row.role)) return null;
    const actor = {
      accountId: row.account_id,
      name: row.account_name,
      role: row.role,
      teamIds: row.team_ids,
    };
    const pin = { councilId: row.council_id, actor, now: visit.now, requestId: visit.requestId };
    await setPin(transaction, pin);
    return act(pinTo(transaction, pin), {
      feedId: row.feed_id,
      teamId: row.team_id,
      lastFetchedAt: row.last_fetched_at,
    });
  });
}

export async function markFetched(db: CouncilDb, feedId: string): Promise<void> {
  await sql`update calendar_feed set last_fetched_at = ${nowOf(db)} where council_id = ${councilOf(db)} and id = ${feedId}`.execute(
    db,
  );
}
