import { sql } from 'kysely';
import {
  type CouncilDb,
  type CouncilReader,
  councilOf,
  nowOf,
  readRows,
} from '../../../platform/db/council.ts';
import { newId } from '../../../platform/ids.ts';
import type { Json } from '../../listing.ts';
import type { PageMark } from '../feed-pages.ts';
import type { FeedVersion } from '../records/read-record.ts';
import { changesSince, cursorAfter, type HowOften, nextReadAt } from './feed-schedule.ts';

/** A feed that is being read, and how far it has come. */
export interface Underway {
  feedId: string;
  readingId: string;
  name: string;
  url: string;
  howOften: HowOften;
  startedAt: Date;
  /** Only what changed since then is asked for; null for a whole reading. */
  changedSince: Date | null;
  mark: PageMark | null;
  records: number;
  hasNoDetails: boolean;
  isListed: boolean;
  stops: number;
}

type Row = Omit<Underway, 'mark'> &
  Omit<PageMark, 'listUrl' | 'records'> & { listUrl: string | null; before: number };

/**
 * A feed that is due, with the reading to go on with or a new one. Null when it is not due after all, paused, or has no
 * address.
 */
export async function takeReading(db: CouncilDb, feedId: string): Promise<Underway | null> {
  const council = councilOf(db);
  const now = nowOf(db);
  const [feed] = await readRows<{
    url: string;
    changedSince: Date | null;
    heedsChanges: boolean | null;
    wholeReadAt: Date | null;
  }>(
    db,
    sql`select url, changed_since as "changedSince", heeds_changes as "heedsChanges", whole_read_at as "wholeReadAt"
      from feed where council_id = ${council} and id = ${feedId} and next_read_at <= ${now} and not is_paused for update`,
  );
  if (!feed) return null;
  await sql`insert into feed_reading as r (council_id, feed_id, id, url, started_at, changed_since, last_at)
    values (${council}, ${feedId}, ${newId()}, ${feed.url}, ${now}, ${changesSince(feed, now)}, ${now})
    on conflict (council_id, feed_id) do update set stopped_because = null, last_at = excluded.last_at`.execute(
    db,
  );
  return underway(db, feedId);
}

/** The reading of a feed that is under way, if there is one. */
export async function underway(db: CouncilReader, feedId: string): Promise<Underway | null> {
  const [row] = await readRows<Row>(
    db,
    sql`select r.feed_id as "feedId", r.id as "readingId", f.name, r.url, f.how_often as "howOften", r.started_at as "startedAt",
        r.changed_since as "changedSince", r.list_url as "listUrl", r.first_page as "firstPage", r.next_page as "nextPage",
        r.pages, r.records, r.bytes, r.said_records as said, r.has_no_details as "hasNoDetails", r.is_listed as "isListed",
        r.tries as stops, (select count(*) from feed_reading_record k where k.council_id = r.council_id
          and k.feed_id = r.feed_id and k.page < r.next_page) as before
      from feed_reading r join feed f on f.council_id = r.council_id and f.id = r.feed_id
      where r.council_id = ${councilOf(db)} and r.feed_id = ${feedId}`,
  );
  if (!row) return null;
  const { listUrl, firstPage, nextPage, pages, bytes, said, before, ...reading } = row;
  const mark =
    listUrl === null ? null : { listUrl, firstPage, nextPage, pages, bytes, said, records: before };
  return { ...reading, mark };
}

/** The ids already kept of the page at which an earlier try stopped. What had no id is fetched again. */
export async function keptOfPage(db: CouncilDb, { feedId, mark }: Underway): Promise<Set<string>> {
  const council = councilOf(db);
  const page = mark?.nextPage ?? null;
  await sql`delete from feed_reading_record
    where council_id = ${council} and feed_id = ${feedId} and page = ${page} and source_id is null`.execute(
    db,
  );
  const rows = await readRows<{ id: string }>(
    db,
    sql`select source_id as id from feed_reading_record
      where council_id = ${council} and feed_id = ${feedId} and page = ${page}`,
  );
  return new Set(rows.map(({ id }) => id));
}

/** A record as it came, ready to be kept. */
export interface RecordCame {
  page: number;
  feed_version: FeedVersion;
  source_id: string | null;
  raw: Json;
  trouble: string | null;
}

/**
 * Keeps what has come, so that whatever happens next it need not come again.
 * @returns whether to go on: not when an editor paused the feed or gave this reading up
 */
export async function keepSome(
  db: CouncilDb,
  { feedId, readingId }: Underway,
  came: readonly RecordCame[],
  at: { mark: PageMark | null; hasNoDetails: boolean; isListed: boolean },
): Promise<boolean> {
  const council = councilOf(db);
  const { mark } = at;
  const going = await readRows<{ isPaused: boolean }>(
    db,
    sql`update feed_reading r set list_url = ${mark?.listUrl ?? null}, first_page = ${mark?.firstPage ?? null},
        next_page = ${mark?.nextPage ?? null}, pages = ${mark?.pages ?? 0}, bytes = ${mark?.bytes ?? 0},
        said_records = ${mark?.said ?? null}, has_no_details = ${at.hasNoDetails}, is_listed = ${at.isListed},
        records = records + ${came.length}, tries = case when ${came.length > 0} then 0 else tries end, last_at = ${nowOf(db)}
      from feed f where f.council_id = ${council} and f.id = r.feed_id
        and r.council_id = ${council} and r.feed_id = ${feedId} and r.id = ${readingId}
      returning f.is_paused as "isPaused"`,
  );
  if (!going[0]) return false;
  if (came.length > 0)
    await sql`insert into feed_reading_record (council_id, feed_id, position, page, feed_version, source_id, raw, trouble)
      select ${council}, ${feedId}, last.position + came.number, came.page, came.feed_version, came.source_id, came.raw, came.trouble
      from rows from (jsonb_to_recordset(${JSON.stringify(came)}::jsonb)
          as (page integer, feed_version smallint, source_id text, raw jsonb, trouble text))
          with ordinality as came(page, feed_version, source_id, raw, trouble, number),
        (select coalesce(max(position), 0) as position from feed_reading_record
          where council_id = ${council} and feed_id = ${feedId}) last`.execute(db);
  return !going[0].isPaused;
}

/** It answers everything although asked for changes: read whole, now and from now on. */
export async function readWhole(db: CouncilDb, { feedId, readingId }: Underway): Promise<void> {
  const council = councilOf(db);
  await sql`update feed_reading set changed_since = null
    where council_id = ${council} and feed_id = ${feedId} and id = ${readingId}`.execute(db);
  await sql`update feed set heeds_changes = false where council_id = ${council} and id = ${feedId}`.execute(
    db,
  );
}

export interface RecordKept {
  position: number;
  version: FeedVersion;
  raw: Json;
  trouble: string | null;
}

/** What was kept of a reading, some at a time, in the order it came. */
export async function keptAfter(db: CouncilReader, feedId: string, position: number): Promise<RecordKept[]> {
  return readRows<RecordKept>(
    db,
    sql`select position, feed_version as version, raw, trouble from feed_reading_record
      where council_id = ${councilOf(db)} and feed_id = ${feedId} and position > ${position} order by position limit 500`,
  );
}

/** It stopped, and goes on by itself then. */
export async function waitUntil(
  db: CouncilDb,
  { feedId, readingId }: Underway,
  because: string,
  until: Date,
): Promise<void> {
  const council = councilOf(db);
  const waits = await sql`update feed_reading set tries = tries + 1, stopped_because = ${because}
    where council_id = ${council} and feed_id = ${feedId} and id = ${readingId}`.execute(db);
  if (waits.numAffectedRows)
    await sql`update feed set next_read_at = ${until} where council_id = ${council} and id = ${feedId}`.execute(
      db,
    );
}

/** The reading is over: written, or given up. The next one is due in its time. */
export async function endReading(db: CouncilDb, reading: Underway, isComplete: boolean): Promise<void> {
  const { feedId, readingId, howOften, startedAt, changedSince } = reading;
  const council = councilOf(db);
  await sql`delete from feed_reading where council_id = ${council} and feed_id = ${feedId} and id = ${readingId}`.execute(
    db,
  );
  await sql`update feed set next_read_at = ${nextReadAt(howOften, nowOf(db))},
      changed_since = case when ${isComplete} then ${cursorAfter(startedAt)}::timestamptz else changed_since end,
      heeds_changes = case when ${isComplete && changedSince !== null} then true else heeds_changes end,
      whole_read_at = case when ${isComplete && changedSince === null} then ${startedAt}::timestamptz else whole_read_at end
    where council_id = ${council} and id = ${feedId}`.execute(db);
}
